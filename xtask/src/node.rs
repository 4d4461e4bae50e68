//! Which Node the user interface can be built with.

/// What to tell a person whose Node is missing or too old.
pub(crate) const WANTED: &str = "Node 20.19 or newer (22.12 or newer in the 22 series)";

/// Whether Vite runs on this version, written `v20.19.0`, `20.19.0` or as Debian does.
pub(crate) fn suffices(version: &str) -> bool {
    let mut numbers = version
        .trim()
        .trim_start_matches('v')
        .split(|letter: char| !letter.is_ascii_digit())
        .map(|number| number.parse::<u32>().unwrap_or_default());
    let version = (
        numbers.next().unwrap_or_default(),
        numbers.next().unwrap_or_default(),
    );
    match version.0 {
        20 => version >= (20, 19),
        22 => version >= (22, 12),
        major => major > 22,
    }
}

/// The version apt would install, out of what `apt-cache policy nodejs` prints.
pub(crate) fn candidate(policy: &str) -> Option<&str> {
    policy
        .lines()
        .find_map(|row| row.trim().strip_prefix("Candidate:"))
        .map(str::trim)
        .filter(|version| *version != "(none)")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_versions_vite_accepts() {
        for good in [
            "v20.19.0",
            "20.20.2",
            "v22.12.0",
            "24.1.0",
            "20.19.2+dfsg-1",
        ] {
            assert!(suffices(good), "{good}");
        }
        for bad in ["v18.19.1", "20.18.3", "21.9.0", "22.11.0", "", "nonsense"] {
            assert!(!suffices(bad), "{bad}");
        }
    }

    #[test]
    fn the_candidate_is_read_from_the_policy() {
        let policy = "nodejs:\n  Installed: (none)\n  Candidate: 18.20.4+dfsg-1~deb12u1\n";
        assert_eq!(candidate(policy), Some("18.20.4+dfsg-1~deb12u1"));
        assert_eq!(candidate("nodejs:\n  Candidate: (none)\n"), None);
        assert_eq!(candidate(""), None);
    }
}

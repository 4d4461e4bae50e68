//! The schemes that come with the program.

use super::{DEFAULT, Scheme};

/// Their files, the default first.
pub const TEMPLATES: [&str; 4] = [
    DEFAULT,
    include_str!("../../schemes/attribution.json"),
    include_str!("../../schemes/newsclaims.json"),
    include_str!("../../schemes/toponyms.json"),
];

/// The schemes that come with the program, the default first.
#[must_use]
pub fn templates() -> Vec<Scheme> {
    let read = TEMPLATES.iter().map(|json| Scheme::parse(json));
    // A test reads each of them.
    read.filter_map(Result::ok).collect()
}

/// The scheme that comes with the program under this uid.
#[must_use]
pub fn template(uid: &str) -> Option<Scheme> {
    templates().into_iter().find(|scheme| scheme.uid == uid)
}

/// The file of the scheme that comes with the program under this uid.
#[must_use]
pub fn template_file(uid: &str) -> Option<&'static str> {
    let named = |json: &&str| Scheme::parse(json).is_ok_and(|scheme| scheme.uid == uid);
    TEMPLATES.into_iter().find(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_reads_has_no_fault_and_says_what_it_is_for() {
        assert_eq!(templates().len(), TEMPLATES.len());
        let uids: BTreeSet<String> = templates().into_iter().map(|scheme| scheme.uid).collect();
        assert_eq!(uids.len(), TEMPLATES.len());
        for scheme in templates() {
            let faults: Vec<String> = scheme.faults().iter().map(ToString::to_string).collect();
            assert_eq!(faults, [""; 0], "{}", scheme.uid);
            assert!(
                scheme.other.is_empty(),
                "{}: {:?}",
                scheme.uid,
                scheme.other
            );
            if scheme.uid != templates()[0].uid {
                assert!(!scheme.help.is_empty(), "{}", scheme.uid);
            }
            for label in &scheme.labels {
                assert!(!label.help.is_empty(), "{}: {}", scheme.uid, label.id);
            }
        }
        assert_eq!(template("newsclaims").unwrap().uid, "newsclaims");
        assert_eq!(template_file("newsclaims"), Some(TEMPLATES[2]));
        assert_eq!(template("nothing"), None);
    }

    #[test]
    fn what_means_the_same_has_the_same_id() {
        let default = &templates()[0];
        for scheme in templates() {
            for label in scheme
                .labels
                .iter()
                .filter(|label| default.label(&label.id).is_some())
            {
                assert_eq!(label.role, default.role(&label.id), "{}", scheme.uid);
            }
        }
    }
}

//! The system packages Postil is built, shown and tested with, on Linux.

/// How to see that a need is met where there is no dpkg to ask.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Probe {
    /// A program on the path.
    Program(&'static str),
    /// A library pkg-config knows.
    Library(&'static str),
    /// A font family fontconfig knows.
    Font(&'static str),
}

/// One package, under the names distributions give it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Package {
    /// Debian and Ubuntu.
    pub(crate) debian: &'static str,
    /// Fedora.
    pub(crate) fedora: &'static str,
    /// Arch Linux.
    pub(crate) arch: &'static str,
    pub(crate) probe: Probe,
}

/// What a verb needs beside Rust and Node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Compile and link the window.
    Build,
    /// Build, and show the window on a virtual display and take its picture.
    Picture,
    /// Build, and drive the window on a virtual display.
    Journeys,
    /// Build the command line, and let other people's readers read what it writes.
    Peers,
}

const fn package(
    debian: &'static str,
    fedora: &'static str,
    arch: &'static str,
    probe: Probe,
) -> Package {
    Package {
        debian,
        fedora,
        arch,
        probe,
    }
}

const COMPILER: Package = package(
    "build-essential",
    "gcc gcc-c++ make",
    "base-devel",
    Probe::Program("cc"),
);

const BUILD: [Package; 3] = [
    COMPILER,
    package(
        "pkg-config",
        "pkgconf-pkg-config",
        "pkgconf",
        Probe::Program("pkg-config"),
    ),
    package(
        "libwebkit2gtk-4.1-dev",
        "webkit2gtk4.1-devel",
        "webkit2gtk-4.1",
        Probe::Library("webkit2gtk-4.1"),
    ),
];

/// A virtual display and letters for every script the demo project is written in.
const DISPLAY: [Package; 4] = [
    package(
        "xvfb",
        "xorg-x11-server-Xvfb",
        "xorg-server-xvfb",
        Probe::Program("Xvfb"),
    ),
    package(
        "fonts-noto-core",
        "google-noto-sans-fonts google-noto-sans-arabic-fonts \
         google-noto-sans-hebrew-fonts google-noto-sans-devanagari-fonts",
        "noto-fonts",
        Probe::Font("Noto Sans Devanagari"),
    ),
    package(
        "fonts-noto-cjk",
        "google-noto-sans-cjk-fonts",
        "noto-fonts-cjk",
        Probe::Font("Noto Sans CJK SC"),
    ),
    package(
        "fonts-noto-color-emoji",
        "google-noto-color-emoji-fonts",
        "noto-fonts-emoji",
        Probe::Font("Noto Color Emoji"),
    ),
];

const CAMERA: [Package; 1] = [package(
    "imagemagick",
    "ImageMagick",
    "imagemagick",
    Probe::Program("import"),
)];

/// What takes the window through its journeys, and reads the project file after them.
const JOURNEYS: [Package; 5] = [
    // WebKitWebDriver comes with WebKitGTK itself on some distributions.
    package(
        "webkit2gtk-driver",
        "webkit2gtk4.1",
        "webkit2gtk-4.1",
        Probe::Program("WebKitWebDriver"),
    ),
    package("sqlite3", "sqlite", "sqlite", Probe::Program("sqlite3")),
    // Other countries' keyboards.
    package(
        "x11-xkb-utils",
        "setxkbmap",
        "xorg-setxkbmap",
        Probe::Program("setxkbmap"),
    ),
    // The window as assistive technology reads it.
    package("dbus", "dbus-daemon", "dbus", Probe::Program("dbus-daemon")),
    package(
        "at-spi2-core",
        "at-spi2-core",
        "at-spi2-core",
        Probe::Library("atspi-2"),
    ),
];

/// Where the readers of `tests/peers` are installed and run.
const PEERS: [Package; 5] = [
    COMPILER,
    package(
        "python3-venv",
        "python3",
        "python",
        Probe::Program("python3"),
    ),
    // What docs/reading-a-project.md shows in R.
    package("r-base-core", "R-core", "r", Probe::Program("Rscript")),
    package("r-cran-dbi", "R-DBI", "r", Probe::Program("Rscript")),
    package(
        "r-cran-rsqlite",
        "R-RSQLite",
        "r",
        Probe::Program("Rscript"),
    ),
];

/// The packages for a need.
pub(crate) fn for_need(need: Need) -> Vec<Package> {
    let mut packages = BUILD.to_vec();
    match need {
        Need::Build => {}
        Need::Peers => return PEERS.to_vec(),
        Need::Picture => {
            packages.extend(DISPLAY);
            packages.extend(CAMERA);
        }
        Need::Journeys => {
            packages.extend(DISPLAY);
            packages.extend(JOURNEYS);
        }
    }
    packages
}

/// The wanted packages that dpkg does not report as installed.
///
/// `report` is what `dpkg-query -W -f '${db:Status-Abbrev}${Package}\n'` prints: two letters for
/// what is wanted and what is so, a third for errors, then the name.
pub(crate) fn not_installed<'a>(report: &str, wanted: &[&'a str]) -> Vec<&'a str> {
    let installed: Vec<&str> = report
        .lines()
        .filter_map(|row| row.get(3..).filter(|_| row.get(1..2) == Some("i")))
        .map(str::trim)
        .collect();
    wanted
        .iter()
        .copied()
        .filter(|name| !installed.contains(name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_dpkg_calls_installed_counts() {
        let report = "ii xvfb\nun xauth\nrc pkg-config\nhi imagemagick\niU fonts-noto-core\n";
        let wanted = [
            "xvfb",
            "xauth",
            "pkg-config",
            "imagemagick",
            "fonts-noto-core",
            "never-heard-of",
        ];
        assert_eq!(
            not_installed(report, &wanted),
            ["xauth", "pkg-config", "fonts-noto-core", "never-heard-of"]
        );
        assert_eq!(not_installed("", &["xvfb"]), ["xvfb"]);
    }

    #[test]
    fn a_longer_name_does_not_stand_for_a_shorter_one() {
        assert_eq!(not_installed("ii xvfb-extra\n", &["xvfb"]), ["xvfb"]);
    }

    #[test]
    fn every_need_includes_what_the_build_needs() {
        let names = |need| -> Vec<&str> { for_need(need).iter().map(|p| p.debian).collect() };
        let build = names(Need::Build);
        assert!(build.contains(&"libwebkit2gtk-4.1-dev"));
        for need in [Need::Picture, Need::Journeys] {
            assert!(build.iter().all(|name| names(need).contains(name)));
            assert!(names(need).contains(&"xvfb"));
        }
        assert!(!build.contains(&"xvfb"));
        let peers = names(Need::Peers);
        assert!(peers.contains(&"python3-venv") && !peers.contains(&"xvfb"));
    }
}

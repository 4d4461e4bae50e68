//! Whether a label's colour lets its text be read, in each theme.

use super::Shape;

/// A colour on screen, each part from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// A theme of the window, as far as contrast needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name.
    pub name: &'static str,
    /// Colour of the text.
    pub ink: Colour,
    /// Colour behind it.
    pub paper: Colour,
    /// The strongest tints that may lie behind a text at once, in percent:
    /// one of the active claim and two others.
    pub tints: [u8; 3],
}

/// The themes, with the colours and tints of the window's style sheet.
pub const THEMES: [Theme; 4] = [
    Theme {
        name: "light",
        ink: Colour(0x23, 0x21, 0x1e),
        paper: Colour(0xfd, 0xfc, 0xfa),
        tints: [44, 30, 30],
    },
    Theme {
        name: "dark",
        ink: Colour(0xf0, 0xec, 0xe4),
        paper: Colour(0x1c, 0x1b, 0x19),
        tints: [30, 20, 20],
    },
    Theme {
        name: "high_contrast",
        ink: Colour(0, 0, 0),
        paper: Colour(255, 255, 255),
        tints: [34, 22, 22],
    },
    Theme {
        name: "high_contrast_dark",
        ink: Colour(255, 255, 255),
        paper: Colour(0, 0, 0),
        tints: [24, 18, 18],
    },
];

/// How much of the text's colour a line has in it, in percent.
pub const INK_IN_LINE: u8 = 12;

/// How a colour does in one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrast {
    /// Name of the theme.
    pub theme: &'static str,
    /// From 1 (the same) to 21 (black and white), as WCAG 2 computes it.
    pub ratio: f64,
    /// What WCAG 2, level AA, asks for: 4.5 for text, 3 for a line.
    pub needed: f64,
    /// Below this it can hardly be read or seen at all.
    pub least: f64,
}

impl Colour {
    /// Reads `#rrggbb`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self(part(0)?, part(2)?, part(4)?))
    }

    /// This colour with `share` percent of itself over another one.
    #[must_use]
    pub fn over(self, share: u8, below: Self) -> Self {
        let share = f64::from(share.min(100)) / 100.0;
        let mixed = |top: u8, bottom: u8| {
            let value = f64::from(top).mul_add(share, f64::from(bottom) * (1.0 - share));
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between 0 and 255"
            )]
            let part = value.round() as u8;
            part
        };
        Self(
            mixed(self.0, below.0),
            mixed(self.1, below.1),
            mixed(self.2, below.2),
        )
    }

    /// Relative luminance of WCAG 2, from 0 to 1.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126_f64.mul_add(
            linear(self.0),
            0.7152_f64.mul_add(linear(self.1), 0.0722 * linear(self.2)),
        )
    }

    /// Contrast of WCAG 2, from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }
}

/// How a label's colour does in each theme: the text over three tints of it,
/// or its line on the paper. A zone is hatched beside the text and has no say.
#[must_use]
pub fn contrasts(shape: Shape, colour: Colour) -> Vec<Contrast> {
    let judge = |theme: Theme| {
        let (ratio, needed, least) = match shape {
            Shape::Tint => {
                let tints = theme.tints.into_iter();
                let behind = tints.fold(theme.paper, |below, share| colour.over(share, below));
                (theme.ink.contrast(behind), 4.5, 3.0)
            }
            Shape::Solid | Shape::Dotted | Shape::Wavy => {
                let line = theme.ink.over(INK_IN_LINE, colour);
                (line.contrast(theme.paper), 3.0, 1.5)
            }
            Shape::Zone => return None,
        };
        Some(Contrast {
            theme: theme.name,
            ratio,
            needed,
            least,
        })
    };
    THEMES.into_iter().filter_map(judge).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_guideline() {
        let (black, white) = (Colour(0, 0, 0), Colour(255, 255, 255));
        assert!((black.contrast(white) - 21.0).abs() < 0.001);
        // The grey that the guideline's readers know: just enough on white.
        let grey = Colour::parse("#767676").unwrap();
        assert!((grey.contrast(white) - 4.54).abs() < 0.01);
        assert_eq!(white.over(50, black), Colour(128, 128, 128));
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(Colour::parse("#D9a514"), Some(Colour(0xd9, 0xa5, 0x14)));
        for none in [
            "", "d9a514", "#d9a51", "#d9a5144", "#d9a51g", "#+9a514", "red",
        ] {
            assert_eq!(Colour::parse(none), None, "{none}");
        }
    }

    #[test]
    fn white_is_too_bright_behind_white_text_and_a_faint_line_is_not_seen() {
        let failing = |shape, colour: &str| -> Vec<&str> {
            contrasts(shape, Colour::parse(colour).unwrap())
                .into_iter()
                .filter(|contrast| contrast.ratio < contrast.needed)
                .map(|contrast| contrast.theme)
                .collect()
        };
        assert_eq!(
            failing(Shape::Tint, "#ffffff"),
            ["dark", "high_contrast_dark"]
        );
        assert_eq!(failing(Shape::Solid, "#f0f0e0"), ["light", "high_contrast"]);
        assert_eq!(failing(Shape::Tint, "#d9a514"), [""; 0]);
        assert_eq!(failing(Shape::Zone, "#ffffff"), [""; 0]);
    }

    /// The window paints with its style sheet, so the two must say the same.
    #[test]
    fn the_themes_are_those_of_the_window() {
        let ui = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src");
        let sheet = std::fs::read_to_string(ui.join("parts/theme.css")).unwrap();
        let rules: Vec<&str> = sheet
            .split('}')
            .filter(|rule| rule.contains("--ink: #"))
            .collect();
        assert_eq!(rules.len(), THEMES.len());
        // What a theme does not say is as in the first one.
        let value = |rule: &str, name: &str| -> Option<String> {
            let from = rule.split_once(&format!(" {name}: "))?.1;
            let value = from.split(';').next()?.trim();
            (!value.starts_with("var(")).then(|| value.to_owned())
        };
        for (rule, theme) in rules.iter().zip(THEMES) {
            let found = |name: &str| {
                let own = value(rule, name);
                own.or_else(|| value(rules[0], name)).unwrap_or_default()
            };
            let own_ink = value(rule, "--article-ink").or_else(|| value(rule, "--ink"));
            let share = |name: &str| -> u8 { found(name).trim_end_matches('%').parse().unwrap() };
            let other = share("--tint").max(share("--tint-lit"));
            assert_eq!(
                (
                    Colour::parse(&own_ink.unwrap()),
                    Colour::parse(&found("--paper")),
                    [share("--tint-active"), other, other],
                ),
                (Some(theme.ink), Some(theme.paper), theme.tints),
                "{}",
                theme.name
            );
        }
        let surface = std::fs::read_to_string(ui.join("text/theme.ts")).unwrap();
        assert!(surface.contains(&format!("${{ink}} {INK_IN_LINE}%")));
    }
}

//! Coordinates as people paste them: `40.37, 49.89`, `40°22′N 49°50′E`.

/// Which of the two angles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Angle {
    /// North or south of the equator.
    Latitude,
    /// East or west of Greenwich.
    Longitude,
}

impl Angle {
    const fn limit(self) -> f64 {
        match self {
            Self::Latitude => 90.0,
            Self::Longitude => 180.0,
        }
    }
}

/// Both angles in degrees: decimal text with a point, as entered where it was
/// entered so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coordinates {
    /// −90 to 90.
    pub latitude: String,
    /// −180 to 180.
    pub longitude: String,
}

/// Why a text is no pair of coordinates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCoordinates {
    /// Not two angles.
    Unreadable,
    /// The first angle is larger than 90 degrees.
    Latitude,
    /// The second angle is larger than 180 degrees.
    Longitude,
}

/// Reads a pair: two decimal numbers, or degrees, minutes and seconds, with or
/// without N, S, E and W on either side. Without letters latitude comes first.
///
/// # Errors
/// When the text is no pair, or an angle is too large.
pub fn parse(text: &str) -> Result<Coordinates, NotCoordinates> {
    let text = plain(text);
    let (first, second) = halves(&text).ok_or(NotCoordinates::Unreadable)?;
    let first = Reading::of(&first).ok_or(NotCoordinates::Unreadable)?;
    let second = Reading::of(&second).ok_or(NotCoordinates::Unreadable)?;
    let (latitude, longitude) = match (first.angle, second.angle) {
        (Some(Angle::Longitude), Some(Angle::Latitude)) => (second, first),
        (Some(Angle::Latitude), Some(Angle::Longitude)) | (None, None) => (first, second),
        _ => return Err(NotCoordinates::Unreadable),
    };
    if latitude.degrees > Angle::Latitude.limit() {
        return Err(NotCoordinates::Latitude);
    }
    if longitude.degrees > Angle::Longitude.limit() {
        return Err(NotCoordinates::Longitude);
    }
    Ok(Coordinates {
        latitude: latitude.text,
        longitude: longitude.text,
    })
}

/// One angle in degrees, within its limit; `None` if the text is none.
#[must_use]
pub fn angle(text: &str, angle: Angle) -> Option<String> {
    let reading = Reading::of(&plain(text))?;
    let fits = reading.degrees <= angle.limit() && reading.angle.is_none_or(|given| given == angle);
    fits.then_some(reading.text)
}

/// One sign for each meaning.
fn plain(text: &str) -> String {
    text.trim()
        .chars()
        .filter(|character| !matches!(character, '\u{200e}' | '\u{200f}' | '\u{feff}'))
        .flat_map(char::to_uppercase)
        .map(|character| match character {
            '′' | '’' | '‘' | '´' | 'ʹ' => '\'',
            '″' | '”' | '“' | 'ʺ' => '"',
            'º' | '˚' => '°',
            '−' | '–' | '‐' | '‑' => '-',
            '，' | '،' | '、' => ',',
            '；' | '؛' => ';',
            other if other.is_whitespace() => ' ',
            other => other,
        })
        .collect()
}

/// The text cut between the two angles.
fn halves(text: &str) -> Option<(String, String)> {
    let cut = |at: usize, width: usize| {
        Some((
            text.get(..at)?.to_owned(),
            text.get(at + width..)?.to_owned(),
        ))
    };
    if let Some((first, second)) = text.split_once(';') {
        let points = |half: &str| half.replace(',', ".");
        return Some((points(first), points(second)));
    }
    let commas: Vec<usize> = text.match_indices(',').map(|(at, _)| at).collect();
    // "40,37 49,89": the commas are points.
    if !text.contains('.') && (commas.len() == 2 || commas.len() == 3) {
        let points = text.replace(',', ".");
        return match *commas.as_slice() {
            [_, between, _] => Some((
                points.get(..between)?.to_owned(),
                points.get(between + 1..)?.to_owned(),
            )),
            _ => halves(&points),
        };
    }
    if let [at] = *commas.as_slice() {
        return cut(at, 1);
    }
    // Without a comma: where the first letter ends an angle or the second
    // begins one, after the first of two words, or before the second degree.
    let letters: Vec<usize> = text
        .match_indices(['N', 'S', 'E', 'W'])
        .map(|(at, _)| at)
        .collect();
    if let [first, second] = *letters.as_slice() {
        return if first == 0 {
            cut(second, 0)
        } else {
            cut(first + 1, 0)
        };
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    match *words.as_slice() {
        [first, second] => Some((first.to_owned(), second.to_owned())),
        _ => {
            let second = text.match_indices('°').nth(1)?.0;
            let begins = text.get(..second)?.rfind(|character: char| {
                !character.is_ascii_digit() && !"+-.".contains(character)
            })?;
            cut(begins + 1, 0)
        }
    }
}

/// One angle as it was written.
struct Reading {
    /// Without its sign.
    degrees: f64,
    text: String,
    angle: Option<Angle>,
}

impl Reading {
    fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let letters = ['N', 'S', 'E', 'W'];
        let (letter, rest) = match text.strip_prefix(letters) {
            Some(rest) => (text.chars().next(), rest),
            None => match text.strip_suffix(letters) {
                Some(rest) => (text.chars().next_back(), rest),
                None => (None, text),
            },
        };
        let rest = rest.trim();
        let (minus, digits) = match rest.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, rest.strip_prefix('+').unwrap_or(rest)),
        };
        if minus && letter.is_some() {
            return None;
        }
        let (degrees, text) = magnitude(digits)?;
        let turned = minus || matches!(letter, Some('S' | 'W'));
        Some(Self {
            degrees,
            text: if turned && degrees != 0.0 {
                format!("-{text}")
            } else {
                text
            },
            angle: letter.map(|letter| match letter {
                'N' | 'S' => Angle::Latitude,
                _ => Angle::Longitude,
            }),
        })
    }
}

/// Degrees without a sign, and the text in which they are kept.
fn magnitude(text: &str) -> Option<(f64, String)> {
    let Some((degrees, rest)) = text.split_once('°') else {
        return number(text).map(|degrees| (degrees, text.to_owned()));
    };
    let degrees_text = degrees.trim();
    let degrees = number(degrees_text)?;
    let rest = rest.trim();
    if rest.is_empty() {
        return Some((degrees, degrees_text.to_owned()));
    }
    let (minutes_text, rest) = rest.split_once('\'').unwrap_or((rest, ""));
    let minutes = number(minutes_text.trim())?;
    let seconds_text = rest.trim().trim_end_matches(['"', '\'']).trim();
    let seconds = match seconds_text {
        "" => None,
        text => Some(number(text)?),
    };
    if minutes >= 60.0 || seconds.is_some_and(|seconds| seconds >= 60.0) {
        return None;
    }
    let whole = degrees + minutes / 60.0 + seconds.unwrap_or(0.0) / 3600.0;
    // A minute is 0.017 degrees and a second 0.0003: no more places are known.
    let finest = if seconds.is_some() {
        seconds_text
    } else {
        minutes_text.trim()
    };
    let known = if seconds.is_some() { 5 } else { 4 };
    let places = known
        + finest
            .split_once('.')
            .map_or(0, |(_, places)| places.len().min(6));
    let text = format!("{whole:.places$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    Some((whole, text.to_owned()))
}

/// A decimal number without a sign.
fn number(text: &str) -> Option<f64> {
    let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| {
        (1..=15).contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit())
    };
    if digits(whole) && digits(places) {
        text.parse().ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pairs_are_read_as_people_paste_them() {
        for (text, latitude, longitude) in [
            ("40.37, 49.89", "40.37", "49.89"),
            ("40.37 49.89", "40.37", "49.89"),
            ("40.3700,49.8900", "40.3700", "49.8900"),
            ("-33.87; 151.21", "-33.87", "151.21"),
            ("−33.87, +151.21", "-33.87", "151.21"),
            ("40,37 49,89", "40.37", "49.89"),
            ("40,37, 49,89", "40.37", "49.89"),
            ("40,37; 49,89", "40.37", "49.89"),
            ("40°22′N 49°50′E", "40.3667", "49.8333"),
            ("40° 22' N, 49° 50' E", "40.3667", "49.8333"),
            ("N40°22′ E49°50′", "40.3667", "49.8333"),
            ("49°50′E 40°22′N", "40.3667", "49.8333"),
            ("40°22′30″N 49°50′06″E", "40.375", "49.835"),
            ("33°51′54″S 151°12′34″E", "-33.865", "151.20944"),
            ("40° 22' 30\", 49° 50' 6\"", "40.375", "49.835"),
            ("40°22′ 49°50′", "40.3667", "49.8333"),
            ("40.37° N, 49.89° W", "40.37", "-49.89"),
            ("40.37n 49.89e", "40.37", "49.89"),
            ("40.37،49.89", "40.37", "49.89"),
            ("0, 0", "0", "0"),
            ("90 S 180 W", "-90", "-180"),
        ] {
            let expected = Coordinates {
                latitude: latitude.to_owned(),
                longitude: longitude.to_owned(),
            };
            assert_eq!(parse(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_pair_is_refused() {
        for text in [
            "",
            "Baku",
            "40.37",
            "40.37, ",
            "40.37, east",
            "40.37N 49.89N",
            "40°70′N 49°50′E",
            "-40.37N 49.89E",
            "1e2, 3",
            "40.37, 49.89, 12",
            "40.3.7, 49",
            "NaN, inf",
        ] {
            assert_eq!(parse(text), Err(NotCoordinates::Unreadable), "{text}");
        }
        assert_eq!(parse("91, 10"), Err(NotCoordinates::Latitude));
        assert_eq!(parse("10, 181"), Err(NotCoordinates::Longitude));
        assert_eq!(parse("90°0′1″N 10°E"), Err(NotCoordinates::Latitude));
    }

    #[test]
    fn one_angle_keeps_to_its_own_letters() {
        assert_eq!(
            angle("49°50′E", Angle::Longitude).as_deref(),
            Some("49.8333")
        );
        assert_eq!(angle("49°50′E", Angle::Latitude), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[0-9NSEWnsew°'′″\", ;.+-]{0,24}|\\PC{0,12}") {
            if let Ok(read) = parse(&text) {
                let latitude: f64 = read.latitude.parse().unwrap();
                let longitude: f64 = read.longitude.parse().unwrap();
                prop_assert!((-90.0..=90.0).contains(&latitude));
                prop_assert!((-180.0..=180.0).contains(&longitude));
            }
        }

        #[test]
        fn decimal_pairs_are_kept_as_entered(latitude in -90.0..90.0_f64, longitude in -180.0..180.0_f64) {
            let (latitude, longitude) = (format!("{latitude:.4}"), format!("{longitude:.3}"));
            let read = parse(&format!("{latitude}, {longitude}")).unwrap();
            let same = |kept: &str, given: &str| kept.trim_start_matches('-') == given.trim_start_matches('-');
            prop_assert!(same(&read.latitude, &latitude) && same(&read.longitude, &longitude));
        }
    }
}

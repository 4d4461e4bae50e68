//! Fields of an entity whose form is known: identifiers and coordinates.

use super::coordinates::{self, Angle};

/// The id of an item of Wikidata: `Q` and digits.
pub const WIKIDATA: &str = "wikidata";
/// The id of a feature of GeoNames: digits.
pub const GEONAMES: &str = "geonames";
/// Latitude in degrees, decimal text with a point, −90 to 90.
pub const LATITUDE: &str = "lat";
/// Longitude in degrees, decimal text with a point, −180 to 180.
pub const LONGITUDE: &str = "lon";
/// What a person is called for what they do.
pub const ROLE: &str = "role_title";

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No id of an item of Wikidata.
    Wikidata,
    /// No id of a feature of GeoNames.
    Geonames,
    /// No latitude.
    Latitude,
    /// No longitude.
    Longitude,
}

/// A value in the form in which it is kept. The address of a page of Wikidata
/// or GeoNames gives its id; fields of other names take any text.
///
/// # Errors
/// When the text does not have the form of its field.
pub fn checked(field: &str, text: &str) -> Result<String, Fault> {
    let text = text.trim();
    match field {
        WIKIDATA => wikidata(text).ok_or(Fault::Wikidata),
        GEONAMES => geonames(text).ok_or(Fault::Geonames),
        LATITUDE => coordinates::angle(text, Angle::Latitude).ok_or(Fault::Latitude),
        LONGITUDE => coordinates::angle(text, Angle::Longitude).ok_or(Fault::Longitude),
        _ => Ok(text.to_owned()),
    }
}

fn wikidata(text: &str) -> Option<String> {
    let id = match address(text, "wikidata.org") {
        Some(path) => path
            .rsplit('/')
            .next()?
            .split(['#', '?'])
            .next()
            .unwrap_or_default(),
        None => text,
    };
    let digits = id.strip_prefix(['Q', 'q'])?;
    number(digits).map(|digits| format!("Q{digits}"))
}

fn geonames(text: &str) -> Option<String> {
    let id = match address(text, "geonames.org") {
        Some(path) => path.split('/').find(|part| !part.is_empty())?,
        None => text,
    };
    number(id).map(str::to_owned)
}

/// The path of an address, if it is one of the site.
fn address<'a>(text: &'a str, site: &str) -> Option<&'a str> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))?;
    let (host, path) = rest.split_once('/')?;
    (host == site || host.strip_suffix(site)?.ends_with('.')).then_some(path)
}

fn number(digits: &str) -> Option<&str> {
    let fits = (1..=12).contains(&digits.len())
        && digits.bytes().all(|digit| digit.is_ascii_digit())
        && !digits.starts_with('0');
    fits.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(field: &str, text: &str) -> Result<String, Fault> {
        checked(field, text)
    }

    #[test]
    fn identifiers_are_kept_in_one_form() {
        for (field, text, id) in [
            (WIKIDATA, "Q9248", "Q9248"),
            (WIKIDATA, " q9248 ", "Q9248"),
            (WIKIDATA, "https://www.wikidata.org/wiki/Q9248", "Q9248"),
            (
                WIKIDATA,
                "http://www.wikidata.org/entity/Q9248#P625",
                "Q9248",
            ),
            (GEONAMES, "587084", "587084"),
            (
                GEONAMES,
                "https://www.geonames.org/587084/baku.html",
                "587084",
            ),
            (GEONAMES, "https://sws.geonames.org/587084/", "587084"),
        ] {
            assert_eq!(kept(field, text).as_deref(), Ok(id), "{text}");
        }
    }

    #[test]
    fn what_is_no_identifier_is_refused() {
        for text in [
            "",
            "9248",
            "Q",
            "Q0",
            "Q12a",
            "P625",
            "Q１２",
            "Q1234567890123",
            "https://example.org/Q9248",
            "https://notwikidata.org/wiki/Q9248",
        ] {
            assert_eq!(kept(WIKIDATA, text), Err(Fault::Wikidata), "{text}");
        }
        for text in [
            "",
            "Q587084",
            "-1",
            "0587084",
            "58 70 84",
            "https://geonames.org/",
        ] {
            assert_eq!(kept(GEONAMES, text), Err(Fault::Geonames), "{text}");
        }
    }

    #[test]
    fn a_latitude_is_no_longitude() {
        assert_eq!(kept(LATITUDE, "40.37").as_deref(), Ok("40.37"));
        assert_eq!(kept(LATITUDE, "140.37"), Err(Fault::Latitude));
        assert_eq!(kept(LONGITUDE, "140.37").as_deref(), Ok("140.37"));
        assert_eq!(kept(LONGITUDE, "180.1"), Err(Fault::Longitude));
        assert_eq!(
            kept("role_title", " spokesperson ").as_deref(),
            Ok("spokesperson")
        );
    }
}

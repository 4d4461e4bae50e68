//! From bytes to text: what the file says, what the bytes are, what they most likely are.

use super::Refusal;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, IBM866, ISO_2022_JP, ISO_8859_2, ISO_8859_3,
    ISO_8859_4, ISO_8859_5, ISO_8859_6, ISO_8859_7, ISO_8859_8, ISO_8859_8_I, ISO_8859_10,
    ISO_8859_13, ISO_8859_14, ISO_8859_15, ISO_8859_16, KOI8_R, KOI8_U, MACINTOSH, SHIFT_JIS,
    UTF_8, UTF_16BE, UTF_16LE, WINDOWS_874, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253,
    WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258, X_MAC_CYRILLIC,
};

/// How an encoding was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FoundBy {
    /// A person chose it.
    Choice,
    /// The bytes before the text name it.
    Mark,
    /// The bytes fit it, and would hardly by chance.
    Bytes,
    /// The file names it.
    Declaration,
    /// It is the most likely one; a person should look.
    Guess,
}

impl FoundBy {
    /// A name for messages and scripts.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::Mark => "mark",
            Self::Bytes => "bytes",
            Self::Declaration => "declaration",
            Self::Guess => "guess",
        }
    }
}

/// How bytes became a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EncodingUse {
    /// The name of the encoding in the Encoding Standard.
    pub name: &'static str,
    /// How it was found.
    pub found_by: FoundBy,
    /// How many times bytes that fit no character became U+FFFD.
    pub replaced: usize,
}

/// The names of all encodings that can be chosen, the most common first.
pub fn encodings() -> impl Iterator<Item = &'static str> {
    [
        UTF_8,
        WINDOWS_1252,
        WINDOWS_1251,
        WINDOWS_1256,
        GBK,
        GB18030,
        BIG5,
        SHIFT_JIS,
        EUC_JP,
        ISO_2022_JP,
        EUC_KR,
        WINDOWS_1250,
        WINDOWS_1253,
        WINDOWS_1254,
        WINDOWS_1255,
        WINDOWS_1257,
        WINDOWS_1258,
        WINDOWS_874,
        KOI8_R,
        KOI8_U,
        IBM866,
        ISO_8859_2,
        ISO_8859_3,
        ISO_8859_4,
        ISO_8859_5,
        ISO_8859_6,
        ISO_8859_7,
        ISO_8859_8,
        ISO_8859_8_I,
        ISO_8859_10,
        ISO_8859_13,
        ISO_8859_14,
        ISO_8859_15,
        ISO_8859_16,
        MACINTOSH,
        X_MAC_CYRILLIC,
        UTF_16LE,
        UTF_16BE,
    ]
    .into_iter()
    .map(Encoding::name)
}

/// The text of the bytes, and how it was read. `declared` is what the file says of itself.
pub(super) fn decode(
    bytes: &[u8],
    chosen: Option<&str>,
    declared: Option<&'static Encoding>,
) -> Result<(String, EncodingUse), Refusal> {
    let (encoding, found_by) = match chosen {
        Some(name) => (by_name(name)?, FoundBy::Choice),
        None => found(bytes, declared),
    };
    let (text, failed) = encoding.decode_with_bom_removal(bytes);
    let replaced = if failed {
        text.matches(char::REPLACEMENT_CHARACTER).count()
    } else {
        0
    };
    let used = EncodingUse {
        name: encoding.name(),
        found_by,
        replaced,
    };
    Ok((text.into_owned(), used))
}

/// The encoding a person names.
fn by_name(name: &str) -> Result<&'static Encoding, Refusal> {
    Encoding::for_label_no_replacement(name.trim().as_bytes()).ok_or_else(|| {
        Refusal::UnknownEncoding {
            name: name.trim().to_owned(),
        }
    })
}

fn found(bytes: &[u8], declared: Option<&'static Encoding>) -> (&'static Encoding, FoundBy) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, FoundBy::Mark);
    }
    if let Some(encoding) = wide(bytes) {
        return (encoding, FoundBy::Bytes);
    }
    // Some Japanese texts are ASCII with escapes.
    let escapes = bytes.contains(&0x1b);
    if !escapes && std::str::from_utf8(bytes).is_ok() {
        // A page that was saved anew often goes on naming the encoding it had before.
        return (UTF_8, FoundBy::Bytes);
    }
    if let Some(encoding) = declared {
        return (encoding, FoundBy::Declaration);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    (detector.guess(None, Utf8Detection::Allow), FoundBy::Guess)
}

/// UTF-16 without a mark: nearly all characters of a text have the same byte on one side, and
/// spaces and line ends a zero there.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    const LOOKED_AT: usize = 64 * 1024;
    let looked_at = &bytes[..bytes.len().min(LOOKED_AT) & !1];
    let pairs = looked_at.len() / 2;
    let fits_side = |side: usize| {
        let mut counts = [0_usize; 256];
        for byte in looked_at.iter().skip(side).step_by(2) {
            counts[usize::from(*byte)] += 1;
        }
        let zeros = counts[0];
        let other = counts[1..].iter().max().copied().unwrap_or_default();
        zeros > 0 && zeros * 20 >= pairs && (zeros + other) * 5 >= pairs * 4
    };
    let encoding = match (fits_side(0), fits_side(1)) {
        (false, true) => UTF_16LE,
        (true, false) => UTF_16BE,
        _ => return None,
    };
    let whole = bytes.len().is_multiple_of(2);
    let fits = encoding
        .decode_without_bom_handling_and_without_replacement(looked_at_whole(looked_at, encoding))
        .is_some();
    (whole && fits).then_some(encoding)
}

/// Without the half of a character that a cut may have left at the end.
fn looked_at_whole<'bytes>(bytes: &'bytes [u8], encoding: &Encoding) -> &'bytes [u8] {
    let last = bytes.len().saturating_sub(2);
    let high = if encoding == UTF_16LE { last + 1 } else { last };
    match bytes.get(high) {
        Some(0xd8..=0xdb) => &bytes[..last],
        _ => bytes,
    }
}

/// The encoding that a page or an XML text names near its beginning.
pub(super) fn declared_in(bytes: &[u8]) -> Option<&'static Encoding> {
    const LOOKED_AT: usize = 4096;
    let head = bytes[..bytes.len().min(LOOKED_AT)].to_ascii_lowercase();
    let xml = head
        .starts_with(b"<?xml")
        .then(|| label_after(&head, b"encoding"))
        .flatten();
    let mut metas = head
        .windows(5)
        .enumerate()
        .filter(|(_, window)| window == b"<meta")
        .map(|(at, _)| &head[at..]);
    let encoding = xml.or_else(|| {
        metas.find_map(|meta| {
            let end = meta.iter().position(|byte| *byte == b'>')?;
            label_after(&meta[..end], b"charset")
        })
    })?;
    // A page that could be read so far is not UTF-16, whatever it says.
    let narrow = encoding != UTF_16LE && encoding != UTF_16BE;
    Some(if narrow { encoding } else { UTF_8 })
}

/// The encoding named after `key`, as in `charset = "big5"`.
fn label_after(bytes: &[u8], key: &[u8]) -> Option<&'static Encoding> {
    let at = bytes.windows(key.len()).position(|window| window == key)?;
    let rest = bytes[at + key.len()..].trim_ascii_start();
    let rest = rest.strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").unwrap_or(rest);
    let rest = rest.strip_prefix(b"'").unwrap_or(rest);
    let end = rest
        .iter()
        .position(|byte| {
            !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_' | b':' | b'.')
        })
        .unwrap_or(rest.len());
    Encoding::for_label_no_replacement(&rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, EncodingUse) {
        decode(bytes, None, None).unwrap()
    }

    #[test]
    fn every_encoding_of_the_list_can_be_chosen() {
        let names: Vec<_> = encodings().collect();
        assert_eq!(names.len(), 38);
        for name in names {
            let (_, used) = decode(b"ab", Some(name), None).unwrap();
            assert_eq!((used.name, used.found_by), (name, FoundBy::Choice));
        }
        let refused = decode(b"a", Some("klingon"), None).unwrap_err();
        assert!(matches!(refused, Refusal::UnknownEncoding { name } if name == "klingon"));
    }

    #[test]
    fn what_the_bytes_say_goes_before_a_guess() {
        let (text, used) = read(b"\xff\xfeR\0a\0\n\0");
        assert_eq!((text.as_str(), used.found_by), ("Ra\n", FoundBy::Mark));
        let (text, used) = read(b"\0R\0a\0i\0n");
        assert_eq!((text.as_str(), used.name), ("Rain", "UTF-16BE"));
        let wide: Vec<u8> = "Дождь в Велдане. Он шёл 𐍈 долго.\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let (text, used) = read(&wide);
        assert_eq!(used.name, "UTF-16LE");
        assert!(text.starts_with("Дождь в"), "{text}");
        let (text, used) = read("\u{feff}café".as_bytes());
        assert_eq!((text.as_str(), used.found_by), ("café", FoundBy::Mark));
        let (_, used) = read("café".as_bytes());
        assert_eq!((used.name, used.found_by), ("UTF-8", FoundBy::Bytes));
    }

    #[test]
    fn bytes_that_fit_nothing_are_counted() {
        let (text, used) = decode(b"caf\xe9 \xff.", Some("utf-8"), None).unwrap();
        assert_eq!((text.as_str(), used.replaced), ("caf\u{fffd} \u{fffd}.", 2));
        let (_, used) = read("an honest \u{fffd}".as_bytes());
        assert_eq!(used.replaced, 0);
    }

    #[test]
    fn what_a_page_declares_is_taken_where_it_may_be_true() {
        let name = |page: &[u8]| declared_in(page).map(Encoding::name);
        assert_eq!(name(b"<html><META Charset = 'Big5'>"), Some("Big5"));
        assert_eq!(
            name(b"<meta http-equiv=content-type content=\"text/html; charset=windows-1251\">"),
            Some("windows-1251")
        );
        assert_eq!(
            name(b"<?xml version='1.0' encoding='koi8-r'?>"),
            Some("KOI8-R")
        );
        assert_eq!(name(b"<meta charset=utf-16>"), Some("UTF-8"));
        assert_eq!(name(b"<meta charset=nonsense>"), None);
        assert_eq!(name(b"charset=big5"), None);
        assert_eq!(name(b"<meta charset"), None);
    }
}

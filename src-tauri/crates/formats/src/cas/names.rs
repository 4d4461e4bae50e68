//! Names of types and features: ASCII letters, digits and `_`, whatever the
//! scheme calls its labels.

use std::fmt::Write as _;

/// Types of spans, of links between spans, and of other links.
pub(super) const SPAN: &str = "webanno.custom.";
pub(super) const LINK: &str = "webanno.custom.link.";
pub(super) const TARGET: &str = "webanno.custom.target.";
/// The article itself.
pub(super) const ARTICLE: &str = "postil.Article";

/// Features of ours.
pub(super) const RECORD: &str = "postil_record";
pub(super) const TITLE: &str = "postil_title";
pub(super) const UID: &str = "postil_uid";
pub(super) const ENTITY: &str = "postil_entity";
pub(super) const ENTITY_NAME: &str = "postil_entity_name";
pub(super) const NOTE: &str = "postil_note";
pub(super) const FLAGS: &str = "postil_flags";
pub(super) const BY_RULE: &str = "postil_by_rule";
pub(super) const OTHER: &str = "postil_other";
pub(super) const SPECIAL: &str = "postil_special";
pub(super) const FRAGMENT_OF: &str = "fragmentOf";
pub(super) const GOVERNOR: &str = "Governor";
pub(super) const DEPENDENT: &str = "Dependent";

/// What stands for a name that is empty.
const EMPTY: &str = "u__empty__";

/// An id of the scheme as a name of UIMA. Characters that it may not have are
/// written `u__HEX__`, and so is a second `_` in a row, so that every name is
/// read back as one id. (Python hides names that begin with two.)
pub(super) fn encode(id: &str) -> String {
    if id.is_empty() {
        return EMPTY.to_owned();
    }
    let taken = id.starts_with("postil_")
        || matches!(
            id,
            FRAGMENT_OF | GOVERNOR | DEPENDENT | "begin" | "end" | "sofa"
        );
    let mut name = String::with_capacity(id.len());
    let mut before = None;
    for character in id.chars() {
        let first = before.is_none();
        let kept = match character {
            '_' => !first && before != Some('_'),
            '0'..='9' => !first,
            'a'..='z' | 'A'..='Z' => !(first && taken),
            _ => false,
        };
        if kept {
            name.push(character);
        } else {
            let _ = write!(name, "u__{:x}__", u32::from(character));
        }
        before = Some(character);
    }
    name
}

/// The id that a name stands for; names of other programs are ids themselves.
pub(super) fn decode(name: &str) -> String {
    if name == EMPTY {
        return String::new();
    }
    let mut id = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find("u__") {
        let (before, escape) = rest.split_at(at);
        let escaped = escape[3..].split_once("__").and_then(|(digits, after)| {
            let lower = digits
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
            let code = u32::from_str_radix(digits, 16).ok().filter(|_| lower)?;
            Some((char::from_u32(code)?, after))
        });
        id.push_str(before);
        if let Some((character, after)) = escaped {
            id.push(character);
            rest = after;
        } else {
            id.push('u');
            rest = &escape[1..];
        }
    }
    id.push_str(rest);
    id
}

/// What a type of another program is called without its package.
pub(super) fn short(kind: &str) -> &str {
    kind.rsplit('.').next().unwrap_or(kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_names_stay_and_others_become_ascii() {
        assert_eq!(encode("claim"), "claim");
        assert_eq!(encode("said_by"), "said_by");
        assert_eq!(encode("主张"), "u__4e3b__u__5f20__");
        assert_eq!(encode("begin"), "u__62__egin");
        assert_eq!(encode("2nd"), "u__32__nd");
        assert_eq!(decode("NamedEntity"), "NamedEntity");
        assert_eq!(decode("a__bu__zz__"), "a__bu__zz__");
        assert_eq!(short("de.tudarmstadt.ner.NamedEntity"), "NamedEntity");
    }

    proptest! {
        #[test]
        fn every_id_comes_back(id in "([_u5f0-9a-z主é. -]|u__|postil_){0,12}") {
            let name = encode(&id);
            prop_assert!(name.bytes().all(|byte| byte == b'_' || byte.is_ascii_alphanumeric()));
            prop_assert!(!name.starts_with(|first: char| first.is_ascii_digit()));
            prop_assert_eq!(decode(&name), id);
        }
    }
}

//! Tags of tokens, from runs of tokens and back.

/// A run of tokens with a label: first and last token, both in it.
pub type Run = (usize, usize, String);

/// The tags of a sentence of `length` tokens. Runs do not overlap.
pub fn tags(length: usize, runs: &[Run], bilou: bool) -> Vec<String> {
    let mut tags = vec!["O".to_owned(); length];
    for (first, last, label) in runs {
        for at in *first..=*last {
            let letter = match (bilou, at == *first, at == *last) {
                (true, true, true) => 'U',
                (true, false, true) => 'L',
                (_, true, _) => 'B',
                _ => 'I',
            };
            if let Some(tag) = tags.get_mut(at) {
                *tag = format!("{letter}-{label}");
            }
        }
    }
    tags
}

/// The runs of a sentence's tags: IOB1, IOB2, BILOU and BIOES.
pub fn runs(tags: &[&str]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open = false;
    for (at, tag) in tags.iter().enumerate() {
        let Some((letter, label)) = tag.split_once('-') else {
            open = false;
            continue;
        };
        let goes_on = matches!(letter, "I" | "L" | "E" | "M");
        match runs.last_mut() {
            Some((_, last, before)) if open && goes_on && before == label => *last = at,
            _ => runs.push((at, at, label.to_owned())),
        }
        open = matches!(letter, "B" | "I" | "M");
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_come_back_from_their_tags() {
        let own = |first, last, label: &str| (first, last, label.to_owned());
        let all = [own(0, 0, "claim"), own(1, 3, "claim"), own(5, 6, "x-y")];
        assert_eq!(
            tags(8, &all, false),
            [
                "B-claim", "B-claim", "I-claim", "I-claim", "O", "B-x-y", "I-x-y", "O"
            ]
        );
        for bilou in [false, true] {
            let tags = tags(8, &all, bilou);
            let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
            assert_eq!(runs(&tags), all);
        }
        let iob1 = ["I-a", "I-a", "B-a", "I-b", "O"];
        assert_eq!(
            runs(&iob1),
            [own(0, 1, "a"), own(2, 2, "a"), own(3, 3, "b")]
        );
    }
}

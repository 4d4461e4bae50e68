//! The table of languages: naive Bayes over byte n-grams, with the numbers of `py3langid`.
//! `data/make_language_table.py` makes it and says how it is laid out.

mod trie;

use std::sync::OnceLock;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::PropertyParser;
use icu_properties::props::Script;

use trie::Trie;

static PACKED: &[u8] = include_bytes!("../../data/languages.bin.z");

const MAGIC: &[u8] = b"postil language table 1\n";

/// Bytes the table may have once unpacked.
const MOST: usize = 8_000_000;

/// A language of the table.
#[derive(Debug)]
pub(super) struct Language {
    /// BCP 47.
    pub(super) tag: String,
    pub(super) script: Script,
    prior: f64,
    /// What an n-gram is worth that the language does not have.
    floor: f64,
}

/// The table, unpacked when it is first asked.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) languages: Vec<Language>,
    trie: Trie,
    /// One step of a weight.
    step: f64,
    /// For each weight its language, less that of the weight before it in its node.
    gaps: Vec<u8>,
    /// For each weight its steps above the floor.
    steps: Vec<u8>,
}

static TABLE: OnceLock<Table> = OnceLock::new();

/// The table that is built in.
pub(super) fn table() -> &'static Table {
    // Unreadable it would be empty, and the other evidence would do alone.
    TABLE.get_or_init(|| Table::read(PACKED).unwrap_or_default())
}

/// Whether the table was asked for yet, and so takes up memory.
#[must_use]
pub fn is_unpacked() -> bool {
    TABLE.get().is_some()
}

impl Table {
    fn read(packed: &[u8]) -> Option<Self> {
        let raw = miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(packed, MOST).ok()?;
        let mut rest = raw.strip_prefix(MAGIC)?;
        let scripts = PropertyParser::<Script>::new();
        let mut labels = Vec::new();
        loop {
            let end = rest.iter().position(|&byte| byte == b'\n')?;
            let line = str::from_utf8(take(&mut rest, end + 1)?).ok()?.trim_end();
            if line.is_empty() {
                break;
            }
            let (tag, script) = line.split_once(' ')?;
            labels.push((tag.to_owned(), scripts.get_strict(script)?));
        }
        let nodes = usize::try_from(u32::from_le_bytes(number(&mut rest)?)).ok()?;
        let weights = usize::try_from(u32::from_le_bytes(number(&mut rest)?)).ok()?;
        let step = float(&mut rest)?;
        let mut floats =
            || -> Option<Vec<f64>> { labels.iter().map(|_| float(&mut rest)).collect() };
        let (priors, floors) = (floats()?, floats()?);
        let ways = take(&mut rest, nodes.checked_sub(1)?)?;
        let children = take(&mut rest, nodes)?;
        let trie = Trie::new(ways, children, take(&mut rest, nodes)?)?;
        let languages = labels
            .into_iter()
            .zip(priors.into_iter().zip(floors))
            .map(|((tag, script), (prior, floor))| Language {
                tag,
                script,
                prior,
                floor,
            })
            .collect();
        Some(Self {
            languages,
            trie,
            step,
            gaps: take(&mut rest, weights)?.to_vec(),
            steps: take(&mut rest, weights)?.to_vec(),
        })
    }

    /// How likely `text` is in each of `columns`, places in [`Table::languages`]: together 1,
    /// and all the same where no n-gram is known.
    pub(super) fn likelihoods(&self, text: &str, columns: &[usize]) -> Vec<f64> {
        let shouted = text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
        let lowered = shouted.then(|| text.to_lowercase());
        let composed =
            ComposingNormalizerBorrowed::new_nfc().normalize(lowered.as_deref().unwrap_or(text));
        let scores = self.scores(composed.as_bytes());
        // The same text twice as long is less than twice as much evidence.
        let temper = f64::from(u32::try_from(composed.len()).unwrap_or(u32::MAX))
            .sqrt()
            .max(1.0);
        let of = |column: &usize| scores.get(*column).copied().unwrap_or_default() / temper;
        let best = columns.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        let mut found: Vec<f64> = columns.iter().map(|at| (of(at) - best).exp()).collect();
        let sum: f64 = found.iter().sum();
        for likelihood in &mut found {
            *likelihood /= sum;
        }
        found
    }

    /// The score of each language, in natural logarithms; all 0 where no n-gram is known.
    fn scores(&self, text: &[u8]) -> Vec<f64> {
        let mut above = vec![0.0; self.languages.len()];
        let mut found = self.trie.walk(text);
        found.sort_unstable();
        let mut heard = 0.0;
        for same in found.chunk_by(|left, right| left == right) {
            let Some(&node) = same.first() else { continue };
            let often = f64::from(u32::try_from(same.len()).unwrap_or(u32::MAX)).ln_1p();
            heard += often;
            let weights = self.trie.weights(node);
            let gaps = self.gaps.get(weights.clone()).unwrap_or_default();
            let steps = self.steps.get(weights).unwrap_or_default();
            let mut column = 0;
            for (gap, steps) in gaps.iter().zip(steps) {
                column += usize::from(*gap);
                if let Some(above) = above.get_mut(column) {
                    *above += often * f64::from(*steps);
                }
            }
        }
        if heard == 0.0 {
            return above;
        }
        self.languages
            .iter()
            .zip(above)
            .map(|(language, above)| language.prior + heard * language.floor + self.step * above)
            .collect()
    }
}

fn take<'raw>(rest: &mut &'raw [u8], count: usize) -> Option<&'raw [u8]> {
    let (taken, left) = rest.split_at_checked(count)?;
    *rest = left;
    Some(taken)
}

fn number(rest: &mut &[u8]) -> Option<[u8; 4]> {
    take(rest, 4)?.try_into().ok()
}

fn float(rest: &mut &[u8]) -> Option<f64> {
    Some(f64::from(f32::from_le_bytes(number(rest)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole_and_each_tag_is_in_it_once() {
        let mut tags: Vec<&str> = table()
            .languages
            .iter()
            .map(|language| language.tag.as_str())
            .collect();
        tags.sort_unstable();
        tags.dedup();
        assert_eq!(tags.len(), 141);
        assert!(PACKED.len() < 4_000_000);
        assert!(Table::read(&PACKED[..PACKED.len() / 2]).is_none());
    }

    #[test]
    fn likelihoods_make_up_one_and_case_and_composition_change_nothing() {
        let columns: Vec<usize> = (0..table().languages.len()).collect();
        let of = |text: &str| table().likelihoods(text, &columns);
        let plain = of("la réunion a été annulée hier soir");
        assert!((plain.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert_eq!(
            of("la re\u{301}union a e\u{301}te\u{301} annule\u{301}e hier soir"),
            plain
        );
        assert_eq!(of("LA RÉUNION A ÉTÉ ANNULÉE HIER SOIR"), plain);
        let best = plain.iter().copied().fold(0.0, f64::max);
        let french = table()
            .languages
            .iter()
            .position(|language| language.tag == "fr");
        assert_eq!(french.map(|column| plain[column]), Some(best));
        let nothing = of("");
        assert!(nothing.iter().all(|one| *one == nothing[0]));
    }
}

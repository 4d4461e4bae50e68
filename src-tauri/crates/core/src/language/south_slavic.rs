//! Words by which Serbian in Latin script, Croatian and Bosnian differ: most of a text is
//! the same in all three. A hyphen stands for the rest of a word.

/// How much likelier a word with one reflex of yat makes the languages that have it. Neither
/// Bosnian nor Croatian is written with the other.
const YAT: f64 = 10.0;

/// How much likelier any other such word makes the languages it is of.
const TELLING: f64 = 3.0;

/// From so many of them on more don't make it surer.
const MOST: i32 = 4;

/// Words in which the old vowel yat became e, as in Serbian, and one more that is Serbian.
const EKAVIAN: &str = "\
    predsed- potpredsed- posled- posle sledeć- gde ovde negde svugde vreme vremena mesec- mesto \
    mesta mestu nedelj- uvek dve svet svetu sveta svetsk- reč reči rečima uspeh- zahtev- promen- \
    primen- primer- zamen- razmen- namer- smer smeru mere mera dete deteta dece deca dečak- \
    devojk- videl- hteo htel- pre deo delov- odeljenj- čovek- čoveč- sednic- sedišt- ponedeljak \
    sreda sredu umesto vesti obavest- obavešt- smešt- savet- celu cele lepo pobed- belešk- \
    zabelež- ocen- uver- rešen- rešiti reši vredn- nemačk- levic- verova- sneg- sused- telo tela \
    nasled- primet- doneo donel- doneti preneo prenel- preneti izneo iznel- podneo podnel- \
    starešin- leče- lekar- pesm- osećaj- sećanj- takođe";

/// The same words, in which it became ije or je.
const IJEKAVIAN: &str = "\
    predsjed- potpredsjed- posljed- poslije sljedeć- gdje ovdje negdje svugdje vrijeme mjesec- \
    mjesto mjesta mjestu nedjelj- uvijek dvije svijet- svjetsk- riječ- uspjeh- zahtjev- promjen- \
    primjen- primjer- zamjen- zamijen- razmjen- namjer- smjer- mjere mjera dijete djeteta djece \
    djeca dječak- djevojk- vidjel- vidio htio htjel- prije dio dijelov- odjeljenj- čovjek- \
    čovječ- sjednic- sjedišt- ponedjeljak srijeda srijedu umjesto vijesti obavijest- obavješt- \
    smješt- savjet- cijel- lijepo pobjed- bilješk- zabiljež- ocjen- uvjer- rješenj- riješ- \
    vrijedn- njemačk- ljevic- vjerova- snijeg- susjed- tijelo tijela naslijed- nasljed- \
    primijet- donio donijel- donijeti prenio prenijel- prenijeti iznio iznijel- podnio podnijel- \
    starješin- liječ- ljekar- pjesm- osjećaj- sjećanj- također";

/// Words that are Croatian rather than Bosnian or Serbian.
const CROATIAN: &str = "\
    tjed- tisuć- europ- tko netko nitko glazb- tvrtk- siječnj- veljač- ožujk- travnj- svibnj- \
    lipnj- srpnj- kolovoz- rujn- listopad- studenog prosinc- izvješć- sveučiliš- kazališ- \
    nogomet- priopć- opć- uopće povijes- znanstven- stoljeć- zrakoplov- tijekom vjerojatno";

/// Words that are Bosnian or Serbian rather than Croatian.
const NOT_CROATIAN: &str = "\
    sedmic- hiljad- evrop- ko neko niko muzik- kompanij- januar- februar- mart marta april- maj \
    maja juna jula avgust- august- septemb- oktob- novemb- decemb- izvešt- izvješt- univerzitet- \
    pozoriš- fudbal- saopć- saopšt- opšt- uopšte istorij- historij- naučn- vijek- vek veka \
    avion- tokom vjerovatn- verovatn- bezbjednos- bezbednos-";

/// What the words of a text make Serbian in Latin script and Croatian worth beside Bosnian.
#[derive(Debug, Default)]
pub(super) struct Words {
    ekavian: i32,
    croatian: i32,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut words = Self::default();
        for word in text
            .split(|letter: char| !letter.is_alphabetic())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
        {
            words.ekavian += i32::from(among(&word, EKAVIAN)) - i32::from(among(&word, IJEKAVIAN));
            words.croatian +=
                i32::from(among(&word, CROATIAN)) - i32::from(among(&word, NOT_CROATIAN));
        }
        words
    }

    /// What a language is worth by them; 1 for all others.
    pub(super) fn worth(&self, tag: &str) -> f64 {
        match tag {
            "sr-Latn" => YAT.powi(self.ekavian.clamp(-MOST, MOST)),
            "hr" => TELLING.powi(self.croatian.clamp(-MOST, MOST)),
            _ => 1.0,
        }
    }
}

fn among(word: &str, list: &str) -> bool {
    list.split(' ').any(|entry| match entry.strip_suffix('-') {
        Some(start) => word.starts_with(start),
        None => word == entry,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_the_three_apart() {
        let worth = |text: &str| {
            let words = Words::of(text);
            (words.worth("sr-Latn"), words.worth("hr"), words.worth("bs"))
        };
        let (serbian, croatian, bosnian) = worth("Predsednik je posle sednice otišao");
        assert!(serbian > 9.0 && croatian == 1.0 && bosnian == 1.0);
        let (serbian, croatian, _) = worth("Tijekom tjedna predsjednik je putovao Europom");
        assert!(serbian < 1.0 && croatian > 9.0);
        let (serbian, croatian, _) = worth("Prošle sedmice hiljade ljudi, uvijek");
        assert!(serbian < 1.0 && croatian < 1.0);
        assert_eq!(worth("Prema planu"), (1.0, 1.0, 1.0));
    }
}

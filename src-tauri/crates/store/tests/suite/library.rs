//! The library, compared with a plain look at each article.

use crate::sample::{NOW, article, empty, entity, layer, link, span_in};
use postil_core::document::LanguageMark;
use postil_core::id::{AnnotatorId, DocumentId, LanguageId, LayerId};
use postil_core::layer::{Annotator, LayerKind, LayerStatus};
use postil_core::link::Target;
use postil_store::{
    Library, LibraryColumn, LibraryFilter, LibraryOrder, LibraryScope, Project, SnippetPlace,
    StoreError, Viewer,
};

struct Sample {
    _folder: tempfile::TempDir,
    project: Project,
    documents: Vec<DocumentId>,
    annotator: AnnotatorId,
}

/// Title, outlet, published, language, text.
const ARTICLES: [(&str, &str, &str, &str, &str); 4] = [
    (
        "Beta",
        "Turan",
        "2026-01-14",
        "en",
        "Patel said talks go on.",
    ),
    (
        "alpha",
        "Haqqin",
        "2026-02",
        "az",
        "Bakıda sülh danışıqları.",
    ),
    ("Émile", "", "", "", "北京说，自由很重要。"),
    ("Gamma", "Turan", "2025", "en", "Talks again, he added."),
];

fn edit<T>(
    project: &mut Project,
    action: impl FnOnce(&mut postil_store::Edits<'_>) -> Result<T, StoreError>,
) -> T {
    project.edit("edit", None, NOW, action).unwrap().0
}

fn sample() -> Sample {
    let (folder, mut project) = empty();
    let bundles = ARTICLES.map(|(title, outlet, published, language, text)| {
        let mut bundle = article(title, text);
        bundle.document.metadata = [("outlet", outlet), ("published", published)]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect();
        if !language.is_empty() {
            bundle.languages.push(LanguageMark {
                id: LanguageId::UNSTORED,
                document: DocumentId::UNSTORED,
                extent: None,
                tag: language.to_owned(),
                confidence: 0.9,
                guess: None,
                detector: "test".to_owned(),
                detector_version: "1".to_owned(),
                by_hand: false,
            });
        }
        bundle
    });
    // In the order of the list above, whatever their uids.
    let mut documents = Vec::new();
    for (at, bundle) in (0..).zip(bundles) {
        let added = project.add_documents("add", vec![bundle], NOW + at);
        documents.extend(added.unwrap().added);
    }
    let annotator = edit(&mut project, |edits| {
        edits.insert_annotator(Annotator {
            id: AnnotatorId::UNSTORED,
            uid: crate::sample::uid(),
            name: "Ada".to_owned(),
        })
    });
    Sample {
        _folder: folder,
        project,
        documents,
        annotator,
    }
}

impl Sample {
    fn viewer(&self) -> Viewer {
        Viewer {
            annotator: self.annotator,
            kind: LayerKind::Annotation,
        }
    }

    fn library(&mut self) -> Library {
        let scope = LibraryScope {
            viewer: self.viewer(),
            statements: vec!["claim".to_owned()],
            source_links: vec!["said_by".to_owned()],
        };
        let mut library = Library::new(&mut self.project, scope).unwrap();
        while !library.is_whole() {
            library.read_on(&self.project, 1).unwrap();
        }
        library
    }

    /// A claim by Amal Aziz in the first article, with a flag and a note.
    fn mark(&mut self) -> LayerId {
        let (document, annotator) = (self.documents[0], self.annotator);
        edit(&mut self.project, |edits| {
            let own = edits.insert_layer(layer(document, annotator))?;
            let amal = edits.insert_entity(entity("person", "Amal Aziz"))?;
            let mut claim = span_in(ARTICLES[0].4, own, "claim", &[(11, 22)]);
            claim.flags.insert(postil_core::span::Flag::Unsure);
            claim.note = "Which Gespräche?".to_owned();
            let claim = edits.insert_span(claim)?;
            edits.insert_link(link(own, "said_by", claim, Target::Entity(amal)))?;
            Ok(own)
        })
    }

    /// The articles found, by their place in the list above.
    fn found(&self, library: &mut Library, filter: &LibraryFilter) -> Vec<usize> {
        self.ordered(library, filter, LibraryColumn::Added, false)
    }

    fn ordered(
        &self,
        library: &mut Library,
        filter: &LibraryFilter,
        column: LibraryColumn,
        descending: bool,
    ) -> Vec<usize> {
        let order = LibraryOrder { column, descending };
        let (found, _) = library.find(&self.project, filter, &order).unwrap();
        let at = |id| self.documents.iter().position(|other| *other == id);
        found.into_iter().map(|id| at(id).unwrap()).collect()
    }
}

#[test]
fn articles_are_sorted_and_what_is_not_known_stands_last() {
    let mut sample = sample();
    sample.mark();
    let library = &mut sample.library();
    let all = LibraryFilter::default();
    for (column, up, down) in [
        (LibraryColumn::Added, [0, 1, 2, 3], [3, 2, 1, 0]),
        (LibraryColumn::Title, [1, 0, 2, 3], [3, 2, 0, 1]),
        (LibraryColumn::Outlet, [1, 0, 3, 2], [0, 3, 1, 2]),
        (LibraryColumn::Published, [3, 0, 1, 2], [1, 0, 3, 2]),
        (LibraryColumn::Language, [1, 0, 3, 2], [0, 3, 1, 2]),
        (LibraryColumn::Status, [1, 2, 3, 0], [0, 1, 2, 3]),
        (LibraryColumn::Claims, [1, 2, 3, 0], [0, 1, 2, 3]),
    ] {
        assert_eq!(
            sample.ordered(library, &all, column, false),
            up,
            "{column:?}"
        );
        assert_eq!(
            sample.ordered(library, &all, column, true),
            down,
            "{column:?}"
        );
    }
}

#[test]
fn filters_are_combined_and_each_kind_is_counted_under_the_others() {
    let mut sample = sample();
    sample.mark();
    let library = &mut sample.library();
    let filter = |change: &dyn Fn(&mut LibraryFilter)| {
        let mut filter = LibraryFilter::default();
        change(&mut filter);
        filter
    };
    let some = |text: &str| Some(text.to_owned());
    for (filter, expected) in [
        (filter(&|f| f.status = Some(LayerStatus::Started)), vec![0]),
        (filter(&|f| f.language = some("en")), vec![0, 3]),
        (filter(&|f| f.language = some("und")), vec![2]),
        (filter(&|f| f.outlet = some("")), vec![2]),
        (filter(&|f| f.from = "2026".to_owned()), vec![0, 1]),
        (filter(&|f| f.to = "2026-01".to_owned()), vec![0, 3]),
        (filter(&|f| f.label = some("claim")), vec![0]),
        (filter(&|f| f.label = some("speaker")), vec![]),
        (filter(&|f| f.speaker = "ÁZIZ".to_owned()), vec![0]),
        (filter(&|f| f.flag = some("unsure")), vec![0]),
        (filter(&|f| f.flag = some("note")), vec![0]),
        (filter(&|f| f.words = "talks".to_owned()), vec![0, 3]),
        (filter(&|f| f.words = "sulh".to_owned()), vec![1]),
        (filter(&|f| f.words = "自由".to_owned()), vec![2]),
        (filter(&|f| f.words = "gesprache".to_owned()), vec![0]),
        (filter(&|f| f.words = "emile".to_owned()), vec![2]),
        (
            filter(&|f| {
                f.words = "talks".to_owned();
                f.outlet = some("Turan");
                f.from = "2026".to_owned();
            }),
            vec![0],
        ),
    ] {
        assert_eq!(sample.found(library, &filter), expected, "{filter:?}");
    }
    let both = filter(&|f| {
        f.language = some("en");
        f.status = Some(LayerStatus::Started);
    });
    let order = LibraryOrder::default();
    let (_, counts) = library.find(&sample.project, &both, &order).unwrap();
    // Of the English ones one is new; of the started ones none is Azerbaijani.
    assert_eq!(counts.statuses, [1, 1, 0]);
    assert_eq!(counts.languages.get("en"), Some(&1));
    assert_eq!(counts.languages.get("az"), None);
    assert_eq!(counts.labels.get("claim"), Some(&1));
    assert_eq!(counts.flags.get("note"), Some(&1));
}

#[test]
fn the_library_follows_every_edit_as_if_read_anew() {
    let mut sample = sample();
    let mut library = sample.library();
    let shown = |sample: &mut Sample, library: &mut Library| {
        let all = LibraryFilter::default();
        let order = LibraryOrder {
            column: LibraryColumn::Claims,
            descending: true,
        };
        let speaker = LibraryFilter {
            speaker: "a".to_owned(),
            ..LibraryFilter::default()
        };
        (
            library.find(&sample.project, &all, &order).unwrap(),
            library.find(&sample.project, &speaker, &order).unwrap().0,
        )
    };
    let same = |sample: &mut Sample, library: &mut Library| {
        assert!(library.follow(&mut sample.project).unwrap());
        assert!(library.is_whole());
        let mut anew = sample.library();
        assert_eq!(shown(sample, library), shown(sample, &mut anew));
    };
    // Following is asked before anything else is made anew.
    let own = sample.mark();
    assert!(library.follow(&mut sample.project).unwrap());
    same(&mut sample, &mut library);
    edit(&mut sample.project, |edits| {
        let mut layer = edits.layer(own)?;
        layer.status = LayerStatus::Done;
        edits.update_layer(&layer)
    });
    assert!(library.follow(&mut sample.project).unwrap());
    let one = LibraryFilter {
        status: Some(LayerStatus::Done),
        ..LibraryFilter::default()
    };
    assert_eq!(sample.found(&mut library, &one), [0]);
    let removed = sample.documents[1];
    edit(&mut sample.project, |edits| {
        let mut document = edits.document(removed)?;
        document.removed_at = Some(NOW);
        edits.update_document(&document)
    });
    assert!(library.follow(&mut sample.project).unwrap());
    let all = LibraryFilter::default();
    assert_eq!(sample.found(&mut library, &all), [0, 2, 3]);
    sample.project.undo(NOW).unwrap();
    assert!(library.follow(&mut sample.project).unwrap());
    assert_eq!(sample.found(&mut library, &all), [0, 1, 2, 3]);
    same(&mut sample, &mut library);
    let entity = sample.project.entities().unwrap().remove(0);
    edit(&mut sample.project, |edits| {
        edits.update_entity(&postil_core::entity::Entity {
            name: "Zoë".to_owned(),
            ..entity
        })
    });
    assert!(library.follow(&mut sample.project).unwrap());
    let zoe = LibraryFilter {
        speaker: "zoe".to_owned(),
        ..LibraryFilter::default()
    };
    assert_eq!(sample.found(&mut library, &zoe), [0]);
    let more = vec![article("Delta", "Nothing new.")];
    let added = sample.project.add_documents("add", more, NOW + 9).unwrap();
    assert!(library.follow(&mut sample.project).unwrap());
    sample.documents.extend(added.added);
    assert_eq!(sample.found(&mut library, &all), [0, 1, 2, 3, 4]);
    assert!(library.is_whole());
}

#[test]
fn many_articles_that_change_at_once_are_followed_as_if_read_anew() {
    let mut sample = sample();
    sample.mark();
    for at in 0..150 {
        let more = vec![article(
            &format!("Number {at}"),
            &format!("Said {at} times."),
        )];
        let added = sample.project.add_documents("add", more, NOW + 10 + at);
        sample.documents.extend(added.unwrap().added);
    }
    let mut library = sample.library();
    assert_eq!(library.languages(), ["und", "en", "az"]);
    let (annotator, changed) = (sample.annotator, sample.documents[20..].to_vec());
    edit(&mut sample.project, |edits| {
        for document in changed {
            let mut done = layer(document, annotator);
            done.status = LayerStatus::Done;
            edits.insert_layer(done)?;
            let mut renamed = edits.document(document)?;
            renamed.title.push('!');
            edits.update_document(&renamed)?;
        }
        Ok(())
    });
    let order = LibraryOrder::default();
    let some = |part: &dyn Fn(&mut LibraryFilter)| {
        let mut filter = LibraryFilter::default();
        part(&mut filter);
        filter
    };
    let filters = [
        some(&|filter| filter.status = Some(LayerStatus::Done)),
        some(&|filter| filter.label = Some("claim".to_owned())),
    ];
    let found = |sample: &Sample, library: &mut Library| {
        let of = |filter| library.find(&sample.project, filter, &order).unwrap();
        filters.each_ref().map(of)
    };
    assert!(library.follow(&mut sample.project).unwrap());
    // What was read of the others is still known; the rest is read on.
    assert_eq!(library.reached(), 20);
    assert_eq!(sample.found(&mut library, &filters[1]), [0]);
    while !library.is_whole() {
        library.read_on(&sample.project, 7).unwrap();
    }
    assert_eq!(library.unfinished().count(), 20);
    let mut anew = sample.library();
    assert_eq!(found(&sample, &mut library), found(&sample, &mut anew));
    let all = LibraryFilter::default();
    let after = library
        .unfinished_after(&sample.project, &all, &order, sample.documents[18])
        .unwrap();
    assert_eq!(after[..2], [sample.documents[19], sample.documents[0]]);
    assert_eq!(after.len(), 19);
}

#[test]
fn a_snippet_says_where_the_words_stand() {
    let mut sample = sample();
    sample.mark();
    let viewer = sample.viewer();
    let snippet = |document: usize, query: &str| {
        let id = sample.documents[document];
        let snippet = sample.project.snippet(id, query, &viewer).unwrap()?;
        let shown = format!("{}[{}]{}", snippet.before, snippet.found, snippet.after);
        Some((snippet.place, shown))
    };
    let marked = SnippetPlace::Marked("claim".to_owned());
    let whole = "Patel said [talks] go on.".to_owned();
    assert_eq!(snippet(0, "TALKS"), Some((marked, whole)));
    let text = |shown: &str| Some((SnippetPlace::Text, shown.to_owned()));
    assert_eq!(snippet(0, "said"), text("Patel [said] talks go on."));
    assert_eq!(snippet(2, "自由"), text("北京说，[自由]很重要。"));
    assert_eq!(
        snippet(2, "emile"),
        Some((SnippetPlace::Title, "[Émile]".to_owned()))
    );
    assert_eq!(
        snippet(0, "gesprache"),
        Some((SnippetPlace::Note, "Which [Gespräche]?".to_owned()))
    );
    assert_eq!(snippet(1, "talks"), None);
}

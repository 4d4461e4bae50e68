//! The types that cross to the window, and nothing else: offsets are UTF-16
//! units, ids are row ids.

use postil_core::id::{AnnotatorId, DocumentId, EntityId, LayerId, LinkId, SpanId, ZoneId};
use postil_core::text::{Utf16, Utf16Extent};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Half-open, in UTF-16 units over the whole article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TextRange {
    /// First unit.
    #[ts(type = "number")]
    pub start: Utf16,
    /// One past the last unit.
    #[ts(type = "number")]
    pub end: Utf16,
}

impl From<Utf16Extent> for TextRange {
    fn from(extent: Utf16Extent) -> Self {
        Self {
            start: extent.start,
            end: extent.end,
        }
    }
}

impl From<TextRange> for Utf16Extent {
    fn from(range: TextRange) -> Self {
        Self {
            start: range.start,
            end: range.end,
        }
    }
}

/// A sentence for the status line: a key of `words/*.ftl` with its arguments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Message {
    /// Key.
    pub key: String,
    /// Arguments by name.
    pub arguments: BTreeMap<String, Argument>,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(untagged)]
pub enum Argument {
    /// A count, which chooses the plural form.
    Number(u32),
    /// A text.
    Text(String),
}

/// What the window needs when it opens.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartView {
    /// The annotator's name; `None` at the first start.
    pub annotator: Option<String>,
    /// The project that was open or given on the command line.
    pub project: Option<ProjectView>,
    /// Settings.
    pub settings: SettingsView,
    /// Projects opened before, the latest first.
    pub recent: Vec<RecentProject>,
    /// Version of the program.
    pub version: String,
    /// Something to say at the start, such as a project that did not open.
    pub problem: Option<crate::problem::Problem>,
}

/// A project opened before.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecentProject {
    /// File name without its ending.
    pub name: String,
    /// Path.
    pub path: String,
}

/// Settings of the window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct SettingsView {
    /// `system`, `light` or `dark`.
    pub theme: Theme,
    /// Text size of the article in CSS pixels, 12 to 32.
    pub text_size: u32,
    /// Keys bound by the person: action id to key.
    pub keys: BTreeMap<String, String>,
}

impl Default for SettingsView {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            text_size: 17,
            keys: BTreeMap::new(),
        }
    }
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// An open project.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProjectView {
    /// File name without its ending.
    pub name: String,
    /// Path.
    pub path: String,
    /// Nothing can be changed.
    pub read_only: bool,
    /// Whose layers are shown.
    pub annotator: AnnotatorView,
    /// The scheme.
    pub scheme: SchemeView,
    /// Articles that are not in the bin, in the order they were added.
    pub documents: Vec<DocumentRow>,
    /// What undo and redo would do.
    pub history: HistoryView,
    /// A word of warning, such as a folder that is synchronised.
    pub notice: Option<Message>,
}

/// An annotator.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AnnotatorView {
    /// Row id.
    #[ts(type = "number")]
    pub id: AnnotatorId,
    /// Name.
    pub name: String,
}

/// What undo and redo would do: message keys of the steps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct HistoryView {
    /// The step that undo takes back.
    pub undo: Option<String>,
    /// The step that redo does again.
    pub redo: Option<String>,
}

/// An article in the list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentRow {
    /// Row id.
    #[ts(type = "number")]
    pub id: DocumentId,
    /// Title.
    pub title: String,
    /// `new`, `started` or `done`, for the annotator whose layers are shown.
    #[ts(type = "'new' | 'started' | 'done'")]
    pub status: postil_core::layer::LayerStatus,
    /// BCP 47, or `und`.
    pub language: String,
    /// Claims marked by the annotator.
    pub claims: u32,
    /// An article for practice, which has a reference to compare with.
    pub practice: bool,
}

/// The scheme as the window needs it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SchemeView {
    /// Title.
    pub title: String,
    /// Labels.
    pub labels: Vec<LabelView>,
    /// Link kinds that are enabled.
    pub links: Vec<LinkKindView>,
    /// Types of entities.
    pub entity_types: Vec<String>,
}

/// A label.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LabelView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Its letter, upper case.
    pub key: Option<String>,
    /// `#rrggbb`.
    pub colour: String,
    /// How it is drawn.
    #[ts(type = "'tint' | 'solid' | 'dotted' | 'wavy' | 'zone'")]
    pub shape: postil_core::scheme::Shape,
    /// What it is for.
    #[ts(type = "'statement' | 'actor' | 'cue' | 'place' | 'zone' | 'other'")]
    pub role: postil_core::scheme::Role,
    /// May have several fragments.
    pub discontinuous: bool,
    /// The rule for annotators.
    pub help: String,
    /// Attributes that are enabled.
    pub attributes: Vec<AttributeView>,
}

/// An attribute.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttributeView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Kind.
    #[ts(type = "'choice' | 'choices' | 'yes-no' | 'number' | 'text' | 'vocabulary'")]
    pub kind: postil_core::scheme::ValueKind,
    /// Values of a choice.
    pub values: Vec<ChoiceView>,
    /// Shown always, or one step away.
    #[ts(type = "'always' | 'more'")]
    pub show: postil_core::scheme::Show,
    /// Filled by a rule until a person sets it.
    pub has_rule: bool,
    /// The rule for annotators.
    pub help: String,
}

/// A value of a choice.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChoiceView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// The rule for annotators.
    pub help: String,
}

/// A kind of link: a slot of a card.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkKindView {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Its letter, upper case.
    pub key: Option<String>,
    /// Labels it starts from.
    pub from: Vec<String>,
    /// Labels it points to, and `entity`.
    pub to: Vec<String>,
    /// One head may have several.
    pub many: bool,
    /// Special targets.
    #[ts(type = "('author' | 'not_given')[]")]
    pub special: Vec<postil_core::link::Special>,
    /// A rule may fill it.
    pub has_rule: bool,
    /// The rule for annotators.
    pub help: String,
}

/// What the paste box shows before an article is added.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArticleProposal {
    /// The first line, shortened.
    pub title: String,
    /// BCP 47, or `und`.
    pub language: String,
    /// The best guess where the detector abstains.
    pub guess: Option<String>,
    /// 0 to 1.
    pub confidence: f64,
    /// Code points after line ends are made one kind.
    pub length: u32,
    /// Paragraphs.
    pub paragraphs: u32,
    /// Right to left, by the first paragraph.
    pub right_to_left: bool,
    /// The article that has this text already.
    pub duplicate: Option<DuplicateView>,
}

/// An article with the same text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuplicateView {
    /// Row id.
    #[ts(type = "number")]
    pub id: DocumentId,
    /// Title.
    pub title: String,
    /// It lies in the bin.
    pub removed: bool,
}

/// An article was added, or was there already.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Added {
    /// The article.
    pub document: DocumentRow,
    /// Undo and redo now.
    pub history: HistoryView,
    /// What to say.
    pub message: Message,
}

/// An open article.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArticleView {
    /// Row id.
    #[ts(type = "number")]
    pub id: DocumentId,
    /// Title.
    pub title: String,
    /// The text; lines end in "\n" alone.
    pub text: String,
    /// Line numbers (from 0) that read from right to left.
    pub right_to_left_lines: Vec<u32>,
    /// Language of the article.
    pub language: LanguageView,
    /// Language of each paragraph, in text order.
    pub paragraphs: Vec<ParagraphView>,
    /// The annotator's layer.
    #[ts(type = "number | null")]
    pub layer: Option<LayerId>,
    /// `done` is read-only.
    #[ts(type = "'new' | 'started' | 'done'")]
    pub status: postil_core::layer::LayerStatus,
    /// Spans by start.
    pub spans: Vec<SpanView>,
    /// Links.
    pub links: Vec<LinkView>,
    /// Entities that spans or links name.
    pub entities: Vec<EntityView>,
    /// Zones.
    pub zones: Vec<ZoneView>,
    /// Outlet, author, published, url and others.
    pub metadata: BTreeMap<String, String>,
    /// Has a reference to compare with.
    pub practice: bool,
}

/// A detected or chosen language.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LanguageView {
    /// BCP 47, or `und` where the detector abstains.
    pub tag: String,
    /// The best guess then, shown in grey.
    pub guess: Option<String>,
    /// 0 to 1.
    pub confidence: f64,
    /// A person's choice.
    pub by_hand: bool,
}

/// The language of a paragraph.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ParagraphView {
    /// The paragraph.
    pub range: TextRange,
    /// Its language.
    pub language: LanguageView,
}

/// A span.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct SpanView {
    /// Row id.
    #[ts(type = "number")]
    pub id: SpanId,
    /// Label id.
    pub label: String,
    /// Sorted, disjoint, at least one.
    pub fragments: Vec<TextRange>,
    /// Values by attribute id.
    pub attributes: BTreeMap<String, ValueView>,
    /// Entity.
    #[ts(type = "number | null")]
    pub entity: Option<EntityId>,
    /// Free text.
    pub note: String,
    /// Flags.
    #[ts(type = "('unsure' | 'cuts_grapheme')[]")]
    pub flags: Vec<postil_core::span::Flag>,
}

/// A value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ValueView {
    /// The value.
    #[ts(type = "string | boolean | string[]")]
    pub value: postil_core::attribute::Value,
    /// Set by a rule, not yet confirmed.
    pub by_rule: bool,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkView {
    /// Row id.
    #[ts(type = "number")]
    pub id: LinkId,
    /// Link kind.
    pub kind: String,
    /// From.
    #[ts(type = "number")]
    pub head: SpanId,
    /// To.
    pub target: TargetView,
    /// Made by a rule, not yet confirmed.
    pub by_rule: bool,
}

/// The end of a link: a span (with its entity, if known), an entity, or a
/// special target.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct TargetView {
    /// Span.
    #[ts(type = "number | null")]
    pub span: Option<SpanId>,
    /// Entity.
    #[ts(type = "number | null")]
    pub entity: Option<EntityId>,
    /// Special.
    #[ts(type = "'author' | 'not_given' | null")]
    pub special: Option<postil_core::link::Special>,
}

/// An entity.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct EntityView {
    /// Row id.
    #[ts(type = "number")]
    pub id: EntityId,
    /// Type.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
}

/// A zone.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ZoneView {
    /// Row id.
    #[ts(type = "number")]
    pub id: ZoneId,
    /// Where it lies.
    pub range: TextRange,
    /// What it is.
    #[ts(type = "'skip' | 'headline' | 'subheading' | 'byline' | 'dateline' | 'caption'")]
    pub kind: postil_core::document::ZoneKind,
    /// Proposed or accepted; refused ones are not sent.
    #[ts(type = "'proposed' | 'accepted' | 'refused'")]
    pub state: postil_core::document::ZoneState,
    /// Why.
    pub reason: String,
}

/// What an edit did, for the article it was made in.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Edited {
    /// The article that changed.
    #[ts(type = "number")]
    pub document: DocumentId,
    /// What changed in it.
    pub patch: Patch,
    /// The current span now.
    #[ts(type = "number | null")]
    pub current: Option<SpanId>,
    /// The active claim now.
    #[ts(type = "number | null")]
    pub active: Option<SpanId>,
    /// Where the caret goes; `null` leaves it and the selection.
    #[ts(type = "number | null")]
    pub caret: Option<Utf16>,
    /// What to say.
    pub message: Message,
    /// Undo and redo now.
    pub history: HistoryView,
    /// Rows of the article list that changed.
    pub rows: Vec<DocumentRow>,
    /// Articles that left the list.
    #[ts(type = "number[]")]
    pub removed_rows: Vec<DocumentId>,
    /// The article to open next, after "done".
    #[ts(type = "number | null")]
    pub next: Option<DocumentId>,
}

/// Rows that changed: new and changed ones whole, deleted ones by id.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Patch {
    /// Spans made or changed.
    pub spans: Vec<SpanView>,
    /// Spans deleted.
    #[ts(type = "number[]")]
    pub removed_spans: Vec<SpanId>,
    /// Links made or changed.
    pub links: Vec<LinkView>,
    /// Links deleted.
    #[ts(type = "number[]")]
    pub removed_links: Vec<LinkId>,
    /// Entities made or changed.
    pub entities: Vec<EntityView>,
    /// Zones made or changed.
    pub zones: Vec<ZoneView>,
    /// Zones deleted.
    #[ts(type = "number[]")]
    pub removed_zones: Vec<ZoneId>,
    /// Title, if it changed.
    pub title: Option<String>,
    /// Status, if it changed.
    #[ts(type = "'new' | 'started' | 'done' | null")]
    pub status: Option<postil_core::layer::LayerStatus>,
    /// Languages, if they changed: the article's, then its paragraphs'.
    pub language: Option<LanguageView>,
    /// Paragraph languages, if they changed.
    pub paragraphs: Option<Vec<ParagraphView>>,
}

/// A place to go to, or to select.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct StopView {
    /// What to select; empty for a paragraph's start.
    pub range: TextRange,
    /// `span`, `quotation`, `name` or `paragraph`.
    #[ts(type = "'span' | 'quotation' | 'name' | 'paragraph'")]
    pub kind: StopKind,
    /// The span, when it is one.
    #[ts(type = "number | null")]
    pub span: Option<SpanId>,
}

/// Kinds of stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StopKind {
    /// A marked span.
    Span,
    /// A quotation not yet marked.
    Quotation,
    /// A known name not yet marked.
    Name,
    /// A paragraph.
    Paragraph,
}

/// Boundaries of one line, so that the window needs no segmenter.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LineBoundaries {
    /// Line number from 0.
    pub line: u32,
    /// Word boundaries over the whole article, the line's ends included.
    #[ts(type = "number[]")]
    pub words: Vec<Utf16>,
    /// For each piece between two word boundaries: whether it is a word.
    pub is_word: Vec<bool>,
    /// Graphemes of more than one unit; all others are one unit long.
    pub clusters: Vec<TextRange>,
}

/// A choice for a slot.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Candidate {
    /// What it would link to.
    pub target: TargetView,
    /// Name or quote.
    pub title: String,
    /// `sentence`, `paragraph`, `article`, `recent`, `register` or `special`.
    pub near: String,
    /// Type of the entity, if any.
    pub kind: Option<String>,
}

/// Articles that a search found, in list order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Found {
    /// Articles.
    #[ts(type = "number[]")]
    pub documents: Vec<DocumentId>,
}

/// What an export wrote or an import brought.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TransferReport {
    /// Files written, or read.
    pub files: Vec<String>,
    /// Articles.
    pub articles: u32,
    /// Spans.
    pub spans: u32,
    /// Links.
    pub links: u32,
    /// Sentences about what was lost or left out.
    pub notes: Vec<Message>,
    /// What to say.
    pub message: Message,
    /// The article list after an import.
    pub documents: Option<Vec<DocumentRow>>,
    /// Undo and redo now.
    pub history: HistoryView,
}

/// A difference between an annotator's layer and the reference.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// What to say.
    pub message: Message,
    /// Where.
    pub range: TextRange,
}

/// How a practice article compares with its reference.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Comparison {
    /// Spans and links that agree.
    pub right: u32,
    /// Spans and links of the reference.
    pub expected: u32,
    /// Differences in text order.
    pub differences: Vec<Difference>,
}

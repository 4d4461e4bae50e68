//! The types that cross to the window, and nothing else: offsets are UTF-16
//! units, ids are row ids.

mod article;
mod article_list;
mod check;
mod claims;
mod correct;
mod edit;
mod job;
mod language;
mod library;
mod listing;
mod message;
mod navigate;
mod near;
mod offer;
mod page;
mod program;
mod register;
mod rows;
mod scheme;
mod scheme_edit;
mod team;
mod text;
mod transfer;

pub use article::{
    ArticleView, EntityView, LinkView, SpanView, TargetView, ValueView, WordUsed, ZoneView,
};
pub use article_list::ArticleList;
pub use check::{FindingView, Findings};
pub use claims::{ClaimNameView, ClaimRowView, ClaimsPage};
pub use correct::{CarriedView, Corrected, CorrectionView};
pub use edit::{Comparison, Difference, Edited, Patch};
pub use job::{JobView, ProgramEvent, WorkUnit};
pub use language::{LanguageChoices, LanguageView, ParagraphView};
pub use library::{Added, ArticleProposal, DuplicateView, Found, TransferReport};
pub use listing::{BinRow, LibraryCountsView, LibraryPage, SnippetPlaceView, SnippetView};
pub use message::{Argument, Message};
pub use navigate::{Candidate, LineBoundaries, OccurrenceView, StopKind, StopView};
pub use near::{BesideView, LikeArticle, NearArticle, NearPage, NearPairView, NearTo, PieceView};
pub use offer::{
    AddedView, ColumnView, EncodingView, FileReport, FilesReport, LikeOffered, NotAddedView,
    OfferView, OfferedArticleView, OfferedFileView, OfferedRow,
};
pub use page::PageView;
pub use program::{
    AnnotatorView, DocumentRow, HistoryView, ProjectView, RecentProject, SettingsView, StartView,
    Theme,
};
pub use register::{
    ClashView, EntityCard, EntityLinkView, FieldValue, KindCount, MentionPage, MentionView,
    MergePreview, RegisterEdited, RegisterPage, RegisterRow,
};
pub use rows::{LinkRows, SpanRows};
pub use scheme::{AttributeView, ChoiceView, LabelView, LinkKindView, SchemeView};
pub use scheme_edit::{
    ContrastView, PartChoice, SchemeEffect, SchemeEffects, SchemeFault, SchemeTemplate,
    SchemeVerdict,
};
pub use team::{
    AnswerView, DecisionView, MarkedBefore, MarkedView, QuestionView, RulePart, RuleView,
};
pub use text::{Places, TextRange};
pub use transfer::{
    ExportChoices, ExportSurvey, FormatOptionView, FormatView, ImportOffer, ImportSurvey,
    NameFound, OurName, PreviewFileView, ValueFound,
};

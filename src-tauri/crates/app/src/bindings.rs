//! The TypeScript of the commands, generated from the list of commands.

use crate::commands::signatures;
use crate::problem::{Code, Problem};
use crate::wire;
use postil_core::scheme::{self, letter::GRAMMAR};
use std::fmt::Write;
use ts_rs::{Config, TS};

macro_rules! declarations {
    ($config:expr, $($type:ty),+ $(,)?) => {
        vec![$((<$type as TS>::decl($config), <$type as TS>::docs())),+]
    };
}

/// The text of `ui/src/host/bindings.ts`.
#[must_use]
pub fn typescript() -> String {
    let config = Config::default();
    let mut text = String::from(
        "// Generated from the commands of `postil-app`; a test fails when it drifts. Do not edit.\n",
    );
    let declarations = declarations!(
        &config,
        Problem,
        Code,
        crate::commands::Edge,
        crate::commands::Unit,
        crate::commands::SubjectOf,
        wire::TextRange,
        wire::Places,
        wire::Message,
        wire::Argument,
        wire::StartView,
        wire::RecentProject,
        wire::SettingsView,
        wire::Theme,
        wire::ProjectView,
        wire::AnnotatorView,
        wire::HistoryView,
        wire::DocumentRow,
        wire::ArticleList,
        wire::SchemeView,
        wire::SchemeTemplate,
        wire::SchemeVerdict,
        wire::SchemeFault,
        wire::ContrastView,
        wire::SchemeEffects,
        wire::SchemeEffect,
        wire::PartChoice,
        crate::commands::PartDecision,
        scheme::Part,
        scheme::Scheme,
        scheme::Options,
        scheme::Label,
        scheme::Shape,
        scheme::Role,
        scheme::AttributeKind,
        scheme::ValueKind,
        scheme::Show,
        scheme::AttributeRule,
        scheme::Choice,
        scheme::Decision,
        scheme::LinkKind,
        scheme::LinkRule,
        postil_core::link::Special,
        scheme::EntityKinds,
        scheme::EntityLinkKind,
        scheme::CheckKind,
        postil_core::check::Check,
        wire::LabelView,
        wire::AttributeView,
        wire::ChoiceView,
        wire::LinkKindView,
        wire::ArticleProposal,
        wire::DuplicateView,
        wire::Added,
        wire::ArticleView,
        wire::LanguageChoices,
        wire::LanguageView,
        wire::ParagraphView,
        wire::SpanRows,
        wire::LinkRows,
        wire::SpanView,
        wire::ValueView,
        wire::LinkView,
        wire::TargetView,
        wire::EntityView,
        wire::ZoneView,
        wire::PageView,
        wire::Edited,
        wire::Patch,
        wire::CarriedView,
        wire::CorrectionView,
        wire::Corrected,
        wire::Findings,
        wire::FindingView,
        wire::StopView,
        wire::LineBoundaries,
        wire::Candidate,
        wire::OccurrenceView,
        wire::Found,
        wire::RegisterPage,
        wire::KindCount,
        wire::RegisterRow,
        wire::EntityCard,
        wire::FieldValue,
        wire::EntityLinkView,
        wire::MentionPage,
        wire::MentionView,
        wire::MergePreview,
        wire::ClashView,
        wire::RegisterEdited,
        crate::commands::EntityChange,
        wire::TransferReport,
        crate::commands::ExportAsked,
        crate::commands::ExportScope,
        crate::commands::PartAsked,
        wire::ExportChoices,
        wire::FormatView,
        wire::FormatOptionView,
        wire::ExportSurvey,
        wire::PreviewFileView,
        crate::transfer::Becomes,
        crate::commands::ImportAsked,
        wire::ImportOffer,
        wire::ImportSurvey,
        wire::NameFound,
        wire::OurName,
        wire::ValueFound,
        wire::JobView,
        wire::WorkUnit,
        wire::ProgramEvent,
        wire::QuestionView,
        wire::AnswerView,
        wire::MarkedView,
        wire::MarkedBefore,
        wire::RuleView,
        wire::RulePart,
        wire::DecisionView,
        crate::commands::ClaimsFilter,
        crate::commands::NotedMark,
        crate::commands::ClaimsOrder,
        crate::commands::ClaimsColumn,
        wire::WordUsed,
        wire::ClaimsPage,
        wire::ClaimRowView,
        wire::ClaimNameView,
        wire::Difference,
        wire::Comparison,
        wire::NearPage,
        wire::NearPairView,
        wire::NearArticle,
        wire::NearTo,
        wire::LikeArticle,
        wire::LikeOffered,
        wire::BesideView,
        wire::PieceView,
        wire::OfferView,
        wire::OfferedRow,
        wire::OfferedFileView,
        wire::EncodingView,
        wire::ColumnView,
        wire::OfferedArticleView,
        wire::FilesReport,
        wire::FileReport,
        wire::AddedView,
        wire::NotAddedView,
        wire::LibraryPage,
        wire::LibraryCountsView,
        wire::SnippetView,
        wire::SnippetPlaceView,
        wire::BinRow,
        crate::commands::LibraryAsked,
        crate::commands::ListFilter,
        crate::commands::ListOrder,
        crate::commands::ListColumn,
    );
    for (declaration, documentation) in declarations {
        let _ = write!(
            text,
            "\n{}export {declaration}\n",
            documentation.unwrap_or_default()
        );
    }
    let _ = write!(
        text,
        "\n/** Letters that no label and no link may have: the key grammar needs them itself. */\n\
         export const GRAMMAR_LETTERS = '{GRAMMAR}';\n"
    );
    text.push_str("\n/** The commands by name. */\nexport interface Commands {\n");
    for signature in signatures(&config) {
        let _ = writeln!(
            text,
            "  /** {} */\n  {}: {{ request: {}; response: {} }};",
            signature.documentation, signature.name, signature.request, signature.response
        );
    }
    text.push_str("}\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `POSTIL_WRITE_BINDINGS=1 cargo test -p postil-app bindings` writes it.
    #[test]
    fn the_bindings_of_the_window_are_those_of_the_commands() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../ui/src/host/bindings.ts"
        );
        let generated = typescript();
        if std::env::var_os("POSTIL_WRITE_BINDINGS").is_some() {
            std::fs::write(path, &generated).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap();
        assert!(
            committed == generated,
            "ui/src/host/bindings.ts has drifted; write it with POSTIL_WRITE_BINDINGS=1 cargo test -p postil-app bindings"
        );
    }
}

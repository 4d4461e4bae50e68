//! The commands: what the window may ask for. This list is the only place
//! where they are declared; the dispatcher and the TypeScript both come from
//! it.

mod annotate;
mod article;
mod bin;
mod bulk;
mod check;
mod claims;
mod correct;
mod language;
mod library;
mod listing;
mod navigate;
mod near;
mod offer;
mod page;
mod project;
mod proposal;
mod register;
mod request;
mod scheme;
mod team;
mod transfer;
mod zone;

pub use correct::require_newest;
pub(crate) use listing::{first_to_open, take as take_library};
pub use offer::is_project;
pub use project::take_up_demo;
pub use request::*;

use crate::app::App;
use crate::problem::{Code, Problem};
use crate::wire::{
    Added, ArticleProposal, ArticleView, BesideView, BinRow, Candidate, ClaimsPage, Comparison,
    Corrected, CorrectionView, DocumentRow, Edited, EntityCard, ExportChoices, ExportSurvey,
    FilesReport, Findings, Found, ImportOffer, ImportSurvey, JobView, LanguageChoices, LibraryPage,
    LineBoundaries, MarkedBefore, MentionPage, MergePreview, Message, NearPage, NearTo,
    OccurrenceView, OfferView, OfferedFileView, PageView, Places, ProjectView, QuestionView,
    RegisterEdited, RegisterPage, RuleView, SchemeEffects, SchemeTemplate, SchemeVerdict,
    SettingsView, SnippetView, StartView, StopView, TextRange, WordUsed,
};
use postil_core::scheme::Scheme;

macro_rules! commands {
    ($($(#[doc = $doc:expr])* $name:ident($request:ty) -> $response:ty = $handler:path;)+) => {
        /// Runs a command by name; request and response are JSON texts.
        ///
        /// # Errors
        /// Whatever the command refuses; a command or request that does not
        /// exist is an internal problem.
        pub fn dispatch(app: &mut App, name: &str, request: &str) -> Result<String, Problem> {
            match name {
                $(stringify!($name) => {
                    let request: $request = serde_json::from_str(request).map_err(|error| {
                        Problem::new(Code::Internal, "problem-internal").cause(format!("{name}: {error}"))
                    })?;
                    let response: $response = $handler(app, request)?;
                    serde_json::to_string(&response)
                        .map_err(|error| Problem::new(Code::Internal, "problem-internal").cause(error))
                })+
                _ => Err(Problem::new(Code::Internal, "problem-internal").cause(format!("no command {name}"))),
            }
        }

        /// Names, documentation, request and response types, for the
        /// generated TypeScript.
        #[must_use]
        pub fn signatures(config: &ts_rs::Config) -> Vec<Signature> {
            vec![$(Signature {
                name: stringify!($name),
                documentation: concat!($($doc),*).trim(),
                request: <$request as ts_rs::TS>::inline(config),
                response: <$response as ts_rs::TS>::name(config),
            }),+]
        }
    };
}

/// A command as the generated TypeScript shows it.
pub struct Signature {
    /// Name.
    pub name: &'static str,
    /// What it does.
    pub documentation: &'static str,
    /// TypeScript of the request.
    pub request: String,
    /// TypeScript name of the response.
    pub response: String,
}

commands! {
    /// What the window needs when it opens.
    start(Nothing) -> StartView = project::start;
    /// Sets the annotator's name (first start) and answers as `start`.
    set_annotator(Named) -> StartView = project::set_annotator;
    /// Keeps settings.
    save_settings(SettingsView) -> SettingsView = project::save_settings;
    /// Asks for a file name and makes a project with a scheme; `null` when the person cancels.
    new_project(NewProject) -> Option<ProjectView> = project::new_project;
    /// Asks for a file and opens it; `null` when the person cancels.
    choose_project(Nothing) -> Option<ProjectView> = project::choose_project;
    /// Opens the project at a path.
    open_project(Named) -> ProjectView = project::open_project;
    /// Makes (once) and opens the demo project.
    open_demo(Nothing) -> ProjectView = project::open_demo;

    /// Tells that the window shows the start or an article, once.
    painted(Nothing) -> () = project::painted;

    /// What a pasted text would become.
    propose_article(Pasted) -> ArticleProposal = library::propose_article;
    /// Reads a pasted page into plain paragraphs and what it says of itself.
    read_page(PastedPage) -> PageView = page::read_page;
    /// Adds an article; with no project open it makes one.
    add_article(NewArticle) -> Added = library::add_article;
    /// Gives an article a title.
    rename_article(Rename) -> Edited = library::rename_article;
    /// Moves an article to the bin.
    remove_article(OfDocument) -> Edited = library::remove_article;
    /// What a correction of the text would do to the annotations; changes
    /// nothing.
    preview_correction(CorrectText) -> CorrectionView = correct::preview_correction;
    /// Puts a new version with this text in the place of an article.
    correct_text(CorrectText) -> Corrected = correct::correct_text;
    /// What the correction that made a version did to the annotations.
    correction(OfDocument) -> CorrectionView = correct::correction;
    /// Searches titles and texts.
    search(Search) -> Found = library::search;

    /// The articles that fit, in order, and how many there are of each kind.
    library(AskLibrary) -> LibraryPage = listing::library;
    /// The rows of some articles; what lies in the bin has none.
    article_rows(OfDocuments) -> Vec<DocumentRow> = listing::article_rows;
    /// Where in articles the words of a search stand; as many as take no long time.
    snippets(AskSnippets) -> Vec<SnippetView> = listing::snippets;
    /// Gives several articles a status, in one step.
    set_status(SetStatus) -> Edited = bulk::set_status;
    /// Moves several articles to the bin, in one step.
    remove_articles(OfDocuments) -> Edited = bulk::remove_articles;
    /// Takes articles out of the bin, in one step.
    restore_articles(OfDocuments) -> Edited = bulk::restore_articles;
    /// The articles in the bin, the latest first.
    bin(Nothing) -> Vec<BinRow> = bin::bin;
    /// Deletes the articles in the bin for good; cannot be undone.
    empty_bin(Nothing) -> Edited = bin::empty_bin;

    /// Near duplicates, the most alike first; grows with each question until it is whole.
    near_duplicates(AskNear) -> NearPage = near::near_duplicates;
    /// The articles that a pasted text has much in common with.
    near_to(Pasted) -> NearTo = near::near_to;
    /// Two articles line beside line.
    compare_articles(ComparePair) -> Vec<BesideView> = near::compare_articles;

    /// A part of the table of all claims.
    claims(AskClaims) -> ClaimsPage = claims::claims;
    /// Finds in the text of an article; case, accents and width do not matter.
    find_in_article(FindInArticle) -> Places = navigate::find_in_article;
    /// Opens an article.
    open_article(OfDocument) -> ArticleView = article::open_article;
    /// Chooses a language by hand.
    choose_language(ChooseLanguage) -> Edited = language::choose_language;
    /// The languages to choose from.
    language_choices(AskLanguages) -> LanguageChoices = language::language_choices;
    /// Marks an article done or open again; done names the next unfinished.
    set_done(SetDone) -> Edited = article::set_done;
    /// Answers a question about the article as a whole.
    set_answer(SetAnswer) -> Edited = article::set_answer;
    /// This paragraph is not the article; again: it is.
    toggle_zone(ToggleZone) -> Edited = zone::toggle_zone;
    /// Accepts or refuses a proposed zone.
    decide_zone(DecideZone) -> Edited = proposal::decide_zone;
    /// Accepts all zones that are proposed.
    accept_zones(OfDocument) -> Edited = proposal::accept_zones;
    /// Gives a zone other ends, or makes one.
    adjust_zone(AdjustZone) -> Edited = proposal::adjust_zone;
    /// What is unfinished in an article, by the checks of the scheme.
    checks(OfDocument) -> Findings = check::checks;
    /// Compares a practice article with its reference.
    compare_practice(OfDocument) -> Comparison = article::compare_practice;

    /// Marks text and fills a slot with it.
    mark(Mark) -> Edited = annotate::mark;
    /// Marks a place that stands for someone.
    mark_stand_in(MarkStandIn) -> Edited = annotate::mark_stand_in;
    /// Fills a slot without text.
    fill(Fill) -> Edited = annotate::fill;
    /// Said by whoever said the claim before.
    same_speaker(OfClaim) -> Edited = annotate::same_speaker;
    /// Choices for a slot.
    candidates(AskCandidates) -> Vec<Candidate> = annotate::candidates;
    /// Entities of the register.
    entities(AskEntities) -> Vec<Candidate> = annotate::entities;
    /// Adds a fragment, or takes one away.
    toggle_fragment(ToggleFragment) -> Edited = annotate::toggle_fragment;
    /// Moves an end of a span.
    resize(Resize) -> Edited = annotate::resize;
    /// Gives a fragment other ends.
    reshape(Reshape) -> Edited = annotate::reshape;
    /// Makes two spans of one, cut at the caret.
    split(Split) -> Edited = annotate::split;
    /// Makes one span of this and the next of its label.
    merge(OfSpan) -> Edited = annotate::merge;
    /// The other places where the words of a span stand unmarked.
    occurrences(OfSpan) -> Vec<OccurrenceView> = annotate::occurrences;
    /// Marks further occurrences of a span's words, in one step.
    mark_occurrences(MarkOccurrences) -> Edited = annotate::mark_occurrences;
    /// Sets, confirms or empties a value.
    set_value(SetValue) -> Edited = annotate::set_value;
    /// Gives a span another label.
    relabel(Relabel) -> Edited = annotate::relabel;
    /// Marks a span as unsure, or sure again.
    toggle_unsure(OfSpan) -> Edited = annotate::toggle_unsure;
    /// Sets a note.
    set_note(SetNote) -> Edited = annotate::set_note;
    /// Asks a question about a span; gives an open one other words, or
    /// withdraws it.
    ask_question(AskQuestion) -> Edited = team::ask_question;
    /// The questions of all articles: open ones first.
    questions(Nothing) -> Vec<QuestionView> = team::questions;
    /// Answers a question by a decision, which begins a version of the scheme.
    answer_question(AnswerQuestion) -> Edited = team::answer_question;
    /// What was marked before a decision and not checked since.
    marked_before(BeforeVersion) -> MarkedBefore = team::marked_before;
    /// Says that a span is right under the scheme as it is now.
    confirm_span(OfSpan) -> Edited = team::confirm_span;
    /// The rule of a label, to be read beside the article.
    rule(OfLabel) -> RuleView = team::rule;
    /// Joins a mention to an entity.
    set_entity(SetEntity) -> Edited = annotate::set_entity;
    /// How many other mentions of the same words in the article have no entity.
    same_without_entity(OfSpan) -> u32 = register::same_without_entity;
    /// Joins these to the entity of a mention, in one step.
    join_same(JoinSame) -> Edited = register::join_same;
    /// Deletes a span and its links.
    delete_span(OfSpan) -> Edited = annotate::delete_span;
    /// Sets, confirms or empties a value of a link.
    set_link_value(SetLinkValue) -> Edited = annotate::set_link_value;
    /// Sets the note of a link.
    set_link_note(SetLinkNote) -> Edited = annotate::set_link_note;
    /// Takes over what a rule filled.
    confirm_link(OfLink) -> Edited = annotate::confirm_link;
    /// The words of a growing vocabulary, those used most first.
    words(AskWords) -> Vec<WordUsed> = annotate::words;
    /// Deletes a link.
    delete_link(OfLink) -> Edited = annotate::delete_link;
    /// Takes the last step back.
    undo(Reverse) -> Edited = annotate::undo;
    /// Does the last step taken back again.
    redo(Reverse) -> Edited = annotate::redo;

    /// A stretch of the register of entities, filtered and sorted.
    register(AskRegister) -> RegisterPage = register::register;
    /// An entity with all that is known of it.
    entity_card(OfEntity) -> EntityCard = register::entity_card;
    /// Where an entity is mentioned, in all articles.
    mentions(AskMentions) -> MentionPage = register::mentions;
    /// Adds an entity to the register.
    add_entity(NewEntity) -> RegisterEdited = register::add_entity;
    /// Changes one thing about an entity.
    change_entity(ChangeEntity) -> RegisterEdited = register::change_entity;
    /// What a merge would do.
    merge_preview(MergeEntities) -> MergePreview = register::merge_preview;
    /// Merges an entity into another.
    merge_entities(MergeEntities) -> RegisterEdited = register::merge_entities;
    /// Gives mentions of an entity to a new one.
    split_entity(SplitEntity) -> RegisterEdited = register::split_entity;
    /// Deletes an entity.
    delete_entity(DeleteEntity) -> RegisterEdited = register::delete_entity;

    /// The next or previous stop; `null` at the end.
    stop(AskStop) -> Option<StopView> = navigate::stop;
    /// The next larger unit around a selection; `null` when there is none.
    grow(Grow) -> Option<TextRange> = navigate::grow;
    /// The quotation around the caret.
    quotation(AtCaret) -> Option<TextRange> = navigate::quotation;
    /// Word and grapheme boundaries of lines.
    boundaries(AskBoundaries) -> Vec<LineBoundaries> = navigate::boundaries;

    /// The scheme file of the project.
    scheme_file(Nothing) -> Scheme = scheme::scheme_file;
    /// The schemes that come with the program.
    scheme_templates(Nothing) -> Vec<SchemeTemplate> = scheme::scheme_templates;
    /// A scheme that comes with the program, by its id.
    scheme_template(Named) -> Scheme = scheme::scheme_template;
    /// What is wrong with a draft of a scheme, and how its colours do.
    judge_scheme(DraftScheme) -> SchemeVerdict = scheme::judge_scheme;
    /// What taking a draft would do to annotations; changes nothing.
    preview_scheme(ChangeScheme) -> SchemeEffects = scheme::preview_scheme;
    /// Takes a draft as the scheme, with the relabelling it causes, in one
    /// step.
    change_scheme(ChangeScheme) -> Edited = scheme::change_scheme;
    /// Asks for a place and writes a draft there; `null` when the person
    /// cancels.
    export_scheme(DraftScheme) -> Option<Message> = scheme::export_scheme;
    /// Asks for a scheme file and answers it as a draft; `null` when the
    /// person cancels.
    import_scheme(Nothing) -> Option<Scheme> = scheme::import_scheme;

    /// What an export can be asked for, and what the last one was.
    export_choices(Nothing) -> ExportChoices = transfer::export_choices;
    /// What an export would write, as far as it is known; some more articles
    /// are looked at with each question.
    survey_export(SurveyExport) -> ExportSurvey = transfer::survey_export;
    /// Asks for a place and begins to write articles there; `null` when the
    /// person cancels.
    export(ExportAsked) -> Option<JobView> = transfer::export;
    /// Shows where a file lies, in the system's own window.
    show_file(OfFile) -> () = transfer::show_file;
    /// Asks which files to import; `null` when the person cancels.
    choose_import(ChooseImport) -> Option<ImportOffer> = transfer::choose_import;
    /// What an import would bring, as far as the files are read.
    survey_import(SurveyImport) -> ImportSurvey = transfer::survey_import;
    /// Begins to read files; `null` when the person is asked for them and
    /// cancels.
    import(ImportAsked) -> Option<JobView> = transfer::import;
    /// Asks for files, or a folder of them, to take articles from, and puts
    /// them on offer; `null` when the person cancels.
    choose_article_files(ChooseArticleFiles) -> Option<OfferView> = offer::choose_article_files;
    /// A stretch of the files on offer; `null` where there is no offer.
    offer(AskOffer) -> Option<OfferView> = offer::offer;
    /// All that is known of a file on offer.
    offered_file(OfOffered) -> OfferedFileView = offer::offered_file;
    /// Says whether files on offer are to be added.
    want_offered(WantOffered) -> () = offer::want_offered;
    /// Reads a file on offer as another encoding.
    read_offered_as(ReadOfferedAs) -> () = offer::read_offered_as;
    /// Gives a column of a table on offer another meaning.
    take_offered_column(TakeOfferedColumn) -> () = offer::take_offered_column;
    /// Begins to add the files that are wanted; with no project open it makes
    /// one.
    add_offered(Nothing) -> JobView = offer::add_offered;
    /// Leaves the files on offer where they are.
    leave_offer(Nothing) -> () = offer::leave_offer;
    /// What became of the files that were added last, once; `null` where
    /// nothing was.
    files_report(Nothing) -> Option<FilesReport> = offer::files_report;
    /// Asks for a place and writes a report there; `null` when the person
    /// cancels.
    save_report(SaveReport) -> Option<Message> = offer::save_report;

    /// Stops a job: nothing of it stays.
    stop_job(OfJob) -> () = transfer::stop_job;
}

// Generated from the commands of `postil-app`; a test fails when it drifts. Do not edit.

/**
 * A refusal. Codes exist only where the window or a script acts on them.
 */
export type Problem = { 
/**
 * Code.
 */
code: Code, 
/**
 * Key of `words/*.ftl`.
 */
key: string, 
/**
 * Arguments by name.
 */
arguments: { [key in string]: Argument }, 
/**
 * Key of what to do, if there is something.
 */
hint: string | null, 
/**
 * What lay below, for a report to the makers; not shown by itself.
 */
cause: string | null, };

/**
 * Codes of refusals.
 */
export type Code = "Invalid" | "NotFound" | "Duplicate" | "Stale" | "ReadOnly" | "FileTooNew" | "FileNotOurs" | "FileDamaged" | "FileBusy" | "DiskFull" | "TooLarge" | "Unreadable" | "Unsupported" | "Stopped" | "Internal";

/**
 * An end of a span.
 */
export type Edge = "start" | "end";

/**
 * How far an end moves.
 */
export type Unit = "word" | "grapheme";

/**
 * A label or a link kind, an attribute of it, or a value of that.
 */
export type SubjectOf = { 
/**
 * Label id; of a link kind, a label that it starts from.
 */
label: string, 
/**
 * Link kind id.
 */
link?: string, 
/**
 * Attribute id.
 */
attribute: string | null, 
/**
 * Value id.
 */
value: string | null, };

/**
 * Half-open, in UTF-16 units over the whole article.
 */
export type TextRange = { 
/**
 * First unit.
 */
start: number, 
/**
 * One past the last unit.
 */
end: number, };

/**
 * Where something stands in an article.
 */
export type Places = { 
/**
 * The first 5,000, in text order.
 */
ranges: Array<TextRange>, 
/**
 * How many there are.
 */
total: number, };

/**
 * A sentence for the status line: a key of `words/*.ftl` with its arguments.
 */
export type Message = { 
/**
 * Key.
 */
key: string, 
/**
 * Arguments by name.
 */
arguments: { [key in string]: Argument }, };

/**
 * An argument of a message.
 */
export type Argument = number | string;

/**
 * What the window needs when it opens.
 */
export type StartView = { 
/**
 * The annotator's name; `None` at the first start.
 */
annotator: string | null, 
/**
 * The project that was open or given on the command line.
 */
project: ProjectView | null, 
/**
 * Settings.
 */
settings: SettingsView, 
/**
 * Projects opened before, the latest first.
 */
recent: Array<RecentProject>, 
/**
 * Version of the program.
 */
version: string, 
/**
 * Something to say at the start, such as a project that did not open.
 */
problem: Problem | null, };

/**
 * A project opened before.
 */
export type RecentProject = { 
/**
 * File name without its ending.
 */
name: string, 
/**
 * Path.
 */
path: string, };

/**
 * Settings of the window.
 */
export type SettingsView = { 
/**
 * Colours.
 */
theme: Theme, 
/**
 * Font of the article: `serif`, `sans`, `monospace`, `system` or the name
 * of an installed one; empty for the program's own choice.
 */
font: string, 
/**
 * Text size of the article in CSS pixels, 12 to 32.
 */
textSize: number, 
/**
 * How large the whole window is shown, in percent, 50 to 300.
 */
zoom: number, 
/**
 * Height of a line of the article in percent of its text size, 120 to 260.
 */
lineHeight: number, 
/**
 * Width of the article's column in units of its text size, 24 to 90.
 */
columnWidth: number, 
/**
 * What is not the article is shown in grey.
 */
dimZones: boolean, 
/**
 * What is not the article is folded when an article is opened.
 */
foldZones: boolean, 
/**
 * A strip beside the article shows where claims are in the whole of it.
 */
showOverview: boolean, 
/**
 * Keys bound by the person: action id to key.
 */
keys: { [key in string]: string }, };

/**
 * Colours of the window.
 */
export type Theme = "system" | "light" | "dark" | "high_contrast" | "high_contrast_dark";

/**
 * An open project.
 */
export type ProjectView = { 
/**
 * File name without its ending.
 */
name: string, 
/**
 * Path.
 */
path: string, 
/**
 * Nothing can be changed.
 */
readOnly: boolean, 
/**
 * Whose layers are shown.
 */
annotator: AnnotatorView, 
/**
 * The scheme.
 */
scheme: SchemeView, 
/**
 * Articles that are not in the bin.
 */
documents: ArticleList, 
/**
 * What undo and redo would do.
 */
history: HistoryView, 
/**
 * A word of warning, such as a folder that is synchronised.
 */
notice: Message | null, };

/**
 * An annotator.
 */
export type AnnotatorView = { 
/**
 * Row id.
 */
id: number, 
/**
 * Name.
 */
name: string, };

/**
 * What undo and redo would do: message keys of the steps.
 */
export type HistoryView = { 
/**
 * The step that undo takes back.
 */
undo: string | null, 
/**
 * The step that redo does again.
 */
redo: string | null, };

/**
 * An article in the list.
 */
export type DocumentRow = { 
/**
 * Row id.
 */
id: number, 
/**
 * Title.
 */
title: string, 
/**
 * `new`, `started` or `done`, for the annotator whose layers are shown.
 */
status: 'new' | 'started' | 'done', 
/**
 * BCP 47, or `und`.
 */
language: string, 
/**
 * Claims marked by the annotator.
 */
claims: number, 
/**
 * An article for practice, which has a reference to compare with.
 */
practice: boolean, 
/**
 * Where it was published, or empty.
 */
outlet: string, 
/**
 * ISO 8601 as far as known, or empty.
 */
published: string, };

/**
 * The articles that are not in the bin. Rows are sent as they are looked at:
 * there may be ten thousand.
 */
export type ArticleList = { 
/**
 * All, in the order in which they were added.
 */
articles: number[], 
/**
 * The rows of the first of them.
 */
rows: Array<DocumentRow>, 
/**
 * How many the annotator has done.
 */
done: number, 
/**
 * Tags of their languages, the most frequent first; `und` for none known.
 */
languages: Array<string>, 
/**
 * The one to open with the project: the first unfinished one as the list
 * was left; `null` if there is none, or where no project is opened.
 */
first: number | null, };

/**
 * The scheme as the window needs it.
 */
export type SchemeView = { 
/**
 * Title.
 */
title: string, 
/**
 * Labels.
 */
labels: Array<LabelView>, 
/**
 * Link kinds that are enabled, and retired ones.
 */
links: Array<LinkKindView>, 
/**
 * Questions about the whole article that are enabled, and retired ones.
 */
questions: Array<AttributeView>, 
/**
 * Types of entities.
 */
entityTypes: Array<string>, };

/**
 * A scheme file that comes with the program.
 */
export type SchemeTemplate = { 
/**
 * Its uid.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * What it is for.
 */
help: string, };

/**
 * What is wrong with a draft, and how its colours do.
 */
export type SchemeVerdict = { 
/**
 * What is wrong, in the order of the file.
 */
faults: Array<SchemeFault>, 
/**
 * The contrast of each label in each theme, in the order of the labels.
 */
contrasts: Array<Array<ContrastView>>, };

/**
 * Something wrong with a draft.
 */
export type SchemeFault = { 
/**
 * JSON pointer into the file, such as `/labels/0/key`.
 */
pointer: string, 
/**
 * What to say.
 */
message: Message, 
/**
 * Whether the draft is refused; else it is a warning.
 */
refuses: boolean, };

/**
 * How a colour does in a theme.
 */
export type ContrastView = { 
/**
 * Name of the theme.
 */
theme: string, 
/**
 * From 1 to 21, as WCAG 2 computes it.
 */
ratio: number, 
/**
 * What is needed there.
 */
needed: number, };

/**
 * What taking a draft would do to annotations.
 */
export type SchemeEffects = { 
/**
 * One for each part in use that is gone from the draft.
 */
effects: Array<SchemeEffect>, 
/**
 * Whether every one of them is decided.
 */
decided: boolean, };

/**
 * What becomes of a part that is in use and gone from the draft.
 */
export type SchemeEffect = { 
/**
 * The part.
 */
part: Part, 
/**
 * The titles on the way to it, such as "Claim › form › direct".
 */
title: string, 
/**
 * What takes its place; `null` keeps it as retired.
 */
instead: string | null, 
/**
 * Whether a person decided.
 */
decided: boolean, 
/**
 * Spans that have it.
 */
spans: number, 
/**
 * Links that are of it.
 */
links: number, 
/**
 * Values that are of it, or are it.
 */
values: number, 
/**
 * Articles in which it is used, those in the bin too.
 */
articles: number, 
/**
 * Values that find no place under what takes its place.
 */
lostValues: number, 
/**
 * Links that the scheme does not allow there.
 */
lostLinks: number, 
/**
 * What could take its place.
 */
choices: Array<PartChoice>, };

/**
 * What could take the place of a part.
 */
export type PartChoice = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, };

/**
 * What becomes of a part that is in use and gone from the draft.
 */
export type PartDecision = { 
/**
 * The part.
 */
part: Part, 
/**
 * The id of what takes its place in the same list; `null` keeps it as
 * retired.
 */
instead: string | null, };

/**
 * A part of a scheme that annotations refer to by its id.
 */
export type Part = { "part": "label", 
/**
 * Its id.
 */
label: string, } | { "part": "link", 
/**
 * Its id.
 */
link: string, } | { "part": "attribute", 
/**
 * The label that has it; `None` for a link's and for a question about
 * the article.
 */
label: string | null, 
/**
 * The link kind that has it.
 */
link?: string, 
/**
 * Its id.
 */
attribute: string, } | { "part": "value", 
/**
 * The label whose attribute it is; `None` for a link's and for a
 * question about the article.
 */
label: string | null, 
/**
 * The link kind whose attribute it is.
 */
link?: string, 
/**
 * The attribute.
 */
attribute: string, 
/**
 * Its id.
 */
value: string, };

/**
 * A scheme, read.
 */
export type Scheme = { 
/**
 * Always [`FORMAT`].
 */
format: string, 
/**
 * Uid.
 */
uid: string, 
/**
 * Version.
 */
version: number, 
/**
 * Title.
 */
title: string, 
/**
 * What it is for.
 */
help: string, 
/**
 * Choices that change what a mark takes in.
 */
options: Options, 
/**
 * Questions about the whole article.
 */
document_attributes: Array<AttributeKind>, 
/**
 * Labels.
 */
labels: Array<Label>, 
/**
 * Link kinds.
 */
links: Array<LinkKind>, 
/**
 * What the entity register holds.
 */
entities: EntityKinds, 
/**
 * Checks, by rule id.
 */
checks: Array<CheckKind>, };

/**
 * Choices that change what a mark takes in.
 */
export type Options = { 
/**
 * A quoted claim includes its quotation marks.
 */
quotation_marks_inside: boolean, 
/**
 * A claim made from a sentence includes the final stop.
 */
final_stop_inside: boolean, };

/**
 * A label that spans carry.
 */
export type Label = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * The letter that marks it; `None` for zones and labels without a key.
 */
key: string | null, 
/**
 * `#rrggbb`.
 */
colour: string, 
/**
 * How it is drawn.
 */
shape: Shape, 
/**
 * Whether a span may have several fragments.
 */
discontinuous: boolean, 
/**
 * The rule for annotators.
 */
help: string, 
/**
 * Values that a span may have.
 */
attributes: Array<AttributeKind>, 
/**
 * A zone of the article, not a span.
 */
zone: boolean, 
/**
 * What the label is for, so that keys and rules know it by role and
 * never by name.
 */
role: Role, 
/**
 * Examples, each a text with the marked words in it.
 */
examples: Array<string>, 
/**
 * What is not meant.
 */
counter_examples: Array<string>, 
/**
 * What was decided since, the oldest first.
 */
decisions: Array<Decision>, 
/**
 * Kept for what was marked with it, and offered no more.
 */
retired: boolean, };

/**
 * How a label is drawn.
 */
export type Shape = "tint" | "solid" | "dotted" | "wavy" | "zone";

/**
 * What a label is for.
 */
export type Role = "statement" | "actor" | "cue" | "place" | "zone" | "other";

/**
 * An attribute of a label or of the article.
 */
export type AttributeKind = { 
/**
 * Id.
 */
id: string, 
/**
 * Title; the id if empty.
 */
title: string, 
/**
 * What its value may be.
 */
kind: ValueKind, 
/**
 * The values of a choice.
 */
values: Array<Choice>, 
/**
 * What a new span has; an article has none.
 */
default: string | boolean | string[] | null, 
/**
 * Whether an empty one is reported as unfinished.
 */
required: boolean, 
/**
 * When the card shows it.
 */
show: Show, 
/**
 * Off until switched on in the scheme.
 */
enabled: boolean, 
/**
 * The rule that fills it.
 */
rule: AttributeRule | null, 
/**
 * The rule for annotators.
 */
help: string, 
/**
 * Examples, each a text with the marked words in it.
 */
examples: Array<string>, 
/**
 * What is not meant.
 */
counter_examples: Array<string>, 
/**
 * What was decided since, the oldest first.
 */
decisions: Array<Decision>, 
/**
 * Kept for what was marked with it, and offered no more.
 */
retired: boolean, };

/**
 * What an attribute's value may be.
 */
export type ValueKind = "choice" | "choices" | "yes-no" | "number" | "text" | "vocabulary";

/**
 * When a card shows a field.
 */
export type Show = "always" | "more";

/**
 * The rules that fill attributes: a closed list.
 */
export type AttributeRule = "quotation-marks" | "surface-form";

/**
 * A value of a choice.
 */
export type Choice = { 
/**
 * Id.
 */
id: string, 
/**
 * Title; the id if empty.
 */
title: string, 
/**
 * The rule for annotators.
 */
help: string, 
/**
 * Examples, each a text with the marked words in it.
 */
examples: Array<string>, 
/**
 * What is not meant.
 */
counter_examples: Array<string>, 
/**
 * What was decided since, the oldest first.
 */
decisions: Array<Decision>, 
/**
 * Kept for what was marked with it, and offered no more.
 */
retired: boolean, };

/**
 * What was decided about a rule, and when.
 */
export type Decision = { 
/**
 * The day, ISO 8601 (`2026-01-14`); empty if not known.
 */
date: string, 
/**
 * What was decided.
 */
text: string, 
/**
 * The version of the scheme that began with it; 0 if not known.
 */
version: number, };

/**
 * A kind of link.
 */
export type LinkKind = { 
/**
 * Id.
 */
id: string, 
/**
 * Title; the id if empty.
 */
title: string, 
/**
 * Labels that it may start from.
 */
from: Array<string>, 
/**
 * Labels that it may point to; `entity` stands for the register.
 */
to: Array<string>, 
/**
 * Whether one head may have several.
 */
many: boolean, 
/**
 * The letter that fills it from the text.
 */
key: string | null, 
/**
 * Targets that are no span and no entity.
 */
special: Array<Special>, 
/**
 * The rule that fills it.
 */
rule: LinkRule | null, 
/**
 * Off until switched on in the scheme.
 */
enabled: boolean, 
/**
 * The rule for annotators.
 */
help: string, 
/**
 * Examples, each a text with the marked words in it.
 */
examples: Array<string>, 
/**
 * What is not meant.
 */
counter_examples: Array<string>, 
/**
 * What was decided since, the oldest first.
 */
decisions: Array<Decision>, 
/**
 * Kept for what was marked with it, and offered no more.
 */
retired: boolean, 
/**
 * Values that a link may have.
 */
attributes: Array<AttributeKind>, };

/**
 * The rules that fill links: a closed list.
 */
export type LinkRule = "place-inside-claim-not-inside-actor" | "claim-inside-claim-without-own-speaker";

/**
 * Sources that are no mention and no entity.
 */
export type Special = "author" | "not_given";

/**
 * What the entity register holds.
 */
export type EntityKinds = { 
/**
 * Types, such as `person`.
 */
types: Array<string>, 
/**
 * Attribute ids by type; `*` for all.
 */
attributes: { [key in string]: Array<string> }, 
/**
 * Link kinds between entities.
 */
links: Array<EntityLinkKind>, };

/**
 * A kind of link between entities.
 */
export type EntityLinkKind = { 
/**
 * Id.
 */
id: string, };

/**
 * A check, by rule id.
 */
export type CheckKind = { 
/**
 * Which.
 */
id: Check, };

/**
 * The checks that a scheme may name: a closed list, as its rules are.
 */
export type Check = "claim-without-source-decision" | "cue-without-claim" | "metonymic-place-without-stands-for" | "unbalanced-quotation-in-direct-claim" | "edge-white-space" | "same-string-unmarked-elsewhere" | "entity-with-conflicting-ids" | "mention-without-entity" | "open-question" | "required-value" | "part-of-itself" | "text-changed";

/**
 * A label.
 */
export type LabelView = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Its letter, upper case.
 */
key: string | null, 
/**
 * `#rrggbb`.
 */
colour: string, 
/**
 * How it is drawn.
 */
shape: 'tint' | 'solid' | 'dotted' | 'wavy' | 'zone', 
/**
 * What it is for.
 */
role: 'statement' | 'actor' | 'cue' | 'place' | 'zone' | 'other', 
/**
 * Kept for what was marked with it, and offered no more.
 */
retired: boolean, 
/**
 * May have several fragments.
 */
discontinuous: boolean, 
/**
 * The rule for annotators.
 */
help: string, 
/**
 * Attributes that are enabled, and retired ones.
 */
attributes: Array<AttributeView>, };

/**
 * An attribute.
 */
export type AttributeView = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Kind.
 */
kind: 'choice' | 'choices' | 'yes-no' | 'number' | 'text' | 'vocabulary', 
/**
 * Values of a choice.
 */
values: Array<ChoiceView>, 
/**
 * Shown always, or one step away.
 */
show: 'always' | 'more', 
/**
 * Shown only where it has a value, and offered no more.
 */
retired: boolean, 
/**
 * Filled by a rule until a person sets it.
 */
hasRule: boolean, 
/**
 * An empty one is reported as unfinished.
 */
required: boolean, 
/**
 * The rule for annotators.
 */
help: string, };

/**
 * A value of a choice.
 */
export type ChoiceView = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * The rule for annotators.
 */
help: string, 
/**
 * Shown only where it is chosen, and offered no more.
 */
retired: boolean, };

/**
 * A kind of link: a slot of a card.
 */
export type LinkKindView = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Its letter, upper case.
 */
key: string | null, 
/**
 * Labels it starts from.
 */
from: Array<string>, 
/**
 * Labels it points to, and `entity`.
 */
to: Array<string>, 
/**
 * Shown only where it is filled, and offered no more.
 */
retired: boolean, 
/**
 * One head may have several.
 */
many: boolean, 
/**
 * Special targets.
 */
special: ('author' | 'not_given')[], 
/**
 * Attributes that are enabled, and retired ones.
 */
attributes: Array<AttributeView>, 
/**
 * A rule may fill it.
 */
hasRule: boolean, 
/**
 * The rule for annotators.
 */
help: string, };

/**
 * What the paste box shows before an article is added.
 */
export type ArticleProposal = { 
/**
 * The first line, shortened.
 */
title: string, 
/**
 * BCP 47, or `und`.
 */
language: string, 
/**
 * The best guess where the detector abstains.
 */
guess: string | null, 
/**
 * 0 to 1.
 */
confidence: number, 
/**
 * Code points after line ends are made one kind.
 */
length: number, 
/**
 * Paragraphs.
 */
paragraphs: number, 
/**
 * Right to left, by the first paragraph.
 */
rightToLeft: boolean, 
/**
 * Author and published, as far as its lines say them.
 */
metadata: { [key in string]: string }, 
/**
 * The article that has this text already.
 */
duplicate: DuplicateView | null, };

/**
 * An article with the same text.
 */
export type DuplicateView = { 
/**
 * Row id.
 */
id: number, 
/**
 * Title.
 */
title: string, 
/**
 * It lies in the bin.
 */
removed: boolean, };

/**
 * An article was added, or was there already.
 */
export type Added = { 
/**
 * The article.
 */
document: DocumentRow, 
/**
 * Undo and redo now.
 */
history: HistoryView, 
/**
 * What to say.
 */
message: Message, };

/**
 * An open article.
 */
export type ArticleView = { 
/**
 * Row id.
 */
id: number, 
/**
 * Title.
 */
title: string, 
/**
 * The text; lines end in "\n" alone.
 */
text: string, 
/**
 * Line numbers (from 0) that read from right to left.
 */
rightToLeftLines: Array<number>, 
/**
 * Language of the article.
 */
language: LanguageView, 
/**
 * Language of each paragraph, in text order.
 */
paragraphs: Array<ParagraphView>, 
/**
 * The annotator's layer.
 */
layer: number | null, 
/**
 * `done` is read-only.
 */
status: 'new' | 'started' | 'done', 
/**
 * What the annotator answered about the article as a whole, by attribute
 * id.
 */
answers: { [key in string]: ValueView }, 
/**
 * Spans.
 */
spans: SpanRows, 
/**
 * Links.
 */
links: LinkRows, 
/**
 * Entities that spans or links name.
 */
entities: Array<EntityView>, 
/**
 * Zones.
 */
zones: Array<ZoneView>, 
/**
 * Outlet, author, published, url and others.
 */
metadata: { [key in string]: string }, 
/**
 * Has a reference to compare with.
 */
practice: boolean, 
/**
 * The version that this one corrects.
 */
earlier: number | null, 
/**
 * The version that took its place: this one is read-only then.
 */
newer: number | null, };

/**
 * The languages to choose from, as BCP 47.
 */
export type LanguageChoices = { 
/**
 * Those the text may well be in, the likeliest first.
 */
close: Array<string>, 
/**
 * Every language that is ever detected, in alphabetical order.
 */
known: Array<string>, };

/**
 * A detected or chosen language.
 */
export type LanguageView = { 
/**
 * BCP 47, or `und` where the detector abstains.
 */
tag: string, 
/**
 * The best guess then, shown in grey.
 */
guess: string | null, 
/**
 * Languages that are hard to tell from that guess.
 */
siblings: Array<string>, 
/**
 * 0 to 1.
 */
confidence: number, 
/**
 * A person's choice.
 */
byHand: boolean, };

/**
 * The language of a paragraph.
 */
export type ParagraphView = { 
/**
 * The paragraph.
 */
range: TextRange, 
/**
 * Its language.
 */
language: LanguageView, };

/**
 * The spans of an article.
 */
export type SpanRows = { 
/**
 * The labels of plain spans; each once.
 */
labels: Array<string>, 
/**
 * Five numbers for each span of one fragment with no values, note or
 * flags: id, place in `labels` from 0, start and end in UTF-16 units,
 * and entity or 0. In text order: by start, the longer first, by id.
 */
plain: Array<number>, 
/**
 * All others, in text order.
 */
others: Array<SpanView>, };

/**
 * The links of an article.
 */
export type LinkRows = { 
/**
 * The kinds of plain links; each once.
 */
kinds: Array<string>, 
/**
 * Five numbers for each link to a span that has no values or note and
 * was made by a person: id, place in `kinds` from 0, head, the span it
 * points to, and entity or 0. By head, then by id.
 */
plain: Array<number>, 
/**
 * All others, by id.
 */
others: Array<LinkView>, };

/**
 * A span.
 */
export type SpanView = { 
/**
 * Row id.
 */
id: number, 
/**
 * Label id.
 */
label: string, 
/**
 * Sorted, disjoint, at least one.
 */
fragments: Array<TextRange>, 
/**
 * Values by attribute id.
 */
attributes: { [key in string]: ValueView }, 
/**
 * Entity.
 */
entity: number | null, 
/**
 * Free text.
 */
note: string, 
/**
 * Flags.
 */
flags: ('unsure' | 'question' | 'cuts_grapheme' | 'text_changed')[], 
/**
 * The question for the team that is open; empty if there is none.
 */
question: string, };

/**
 * A value.
 */
export type ValueView = { 
/**
 * The value.
 */
value: string | boolean | string[], 
/**
 * Set by a rule, not yet confirmed.
 */
byRule: boolean, };

/**
 * A link.
 */
export type LinkView = { 
/**
 * Row id.
 */
id: number, 
/**
 * Link kind.
 */
kind: string, 
/**
 * From.
 */
head: number, 
/**
 * To.
 */
target: TargetView, 
/**
 * Values by attribute id.
 */
attributes: { [key in string]: ValueView }, 
/**
 * Free text.
 */
note: string, 
/**
 * Made by a rule, not yet confirmed.
 */
byRule: boolean, };

/**
 * The end of a link: a span (with its entity, if known), an entity, or a
 * special target.
 */
export type TargetView = { 
/**
 * Span.
 */
span: number | null, 
/**
 * Entity.
 */
entity: number | null, 
/**
 * Special.
 */
special: 'author' | 'not_given' | null, };

/**
 * An entity, with the type and the names of the one that it stands for.
 */
export type EntityView = { 
/**
 * Row id.
 */
id: number, 
/**
 * The entity that it was merged into, else itself.
 */
standing: number, 
/**
 * Type.
 */
kind: string, 
/**
 * Name.
 */
name: string, 
/**
 * Other names.
 */
aliases: Array<string>, };

/**
 * A zone.
 */
export type ZoneView = { 
/**
 * Row id.
 */
id: number, 
/**
 * Where it lies.
 */
range: TextRange, 
/**
 * What it is.
 */
kind: 'skip' | 'headline' | 'subheading' | 'byline' | 'dateline' | 'caption', 
/**
 * Proposed or accepted; refused ones are not sent.
 */
state: 'proposed' | 'accepted' | 'refused', 
/**
 * Why.
 */
reason: string, };

/**
 * A page without its markup.
 */
export type PageView = { 
/**
 * Its paragraphs; empty for a page that shows no text.
 */
text: string, 
/**
 * What it calls itself.
 */
title: string | null, 
/**
 * Outlet, author, published and url, as far as it says them.
 */
metadata: { [key in string]: string }, };

/**
 * What an edit did, for the article it was made in.
 */
export type Edited = { 
/**
 * The article that changed.
 */
document: number, 
/**
 * What changed in it.
 */
patch: Patch, 
/**
 * The current span now.
 */
current: number | null, 
/**
 * The active claim now.
 */
active: number | null, 
/**
 * Where the caret goes; `null` leaves it and the selection.
 */
caret: number | null, 
/**
 * What to say.
 */
message: Message, 
/**
 * Undo and redo now.
 */
history: HistoryView, 
/**
 * Rows of the article list that changed.
 */
rows: Array<DocumentRow>, 
/**
 * All articles, in place of rows, where many changed.
 */
list: ArticleList | null, 
/**
 * Articles that left the list.
 */
removedRows: number[], 
/**
 * The article to open next, after "done".
 */
next: number | null, 
/**
 * The scheme, if it changed: the article is read anew then, for it may
 * look different all over.
 */
scheme: SchemeView | null, };

/**
 * Rows that changed: new and changed ones whole, deleted ones by id.
 */
export type Patch = { 
/**
 * Spans made or changed.
 */
spans: Array<SpanView>, 
/**
 * Spans deleted.
 */
removedSpans: number[], 
/**
 * Links made or changed.
 */
links: Array<LinkView>, 
/**
 * Links deleted.
 */
removedLinks: number[], 
/**
 * Entities made or changed.
 */
entities: Array<EntityView>, 
/**
 * Zones made or changed.
 */
zones: Array<ZoneView>, 
/**
 * Zones deleted.
 */
removedZones: number[], 
/**
 * Title, if it changed.
 */
title: string | null, 
/**
 * Status, if it changed.
 */
status: 'new' | 'started' | 'done' | null, 
/**
 * All answers about the article, if they may have changed.
 */
answers: { [key in string]: ValueView } | null, 
/**
 * Languages, if they changed: the article's, then its paragraphs'.
 */
language: LanguageView | null, 
/**
 * Paragraph languages, if they changed.
 */
paragraphs: Array<ParagraphView> | null, };

/**
 * A span that changed or is lost.
 */
export type CarriedView = { 
/**
 * Label id.
 */
label: string, 
/**
 * Whose it is.
 */
annotator: string, 
/**
 * What it said.
 */
before: string, 
/**
 * What it says now; `null` if it is lost.
 */
after: string | null, 
/**
 * Where, in the new text; empty, and where it stood, if it is lost.
 */
range: TextRange, 
/**
 * The span in the annotator's own layer of the new version; `null` if it
 * is lost, deleted or another's, and in a preview.
 */
span: number | null, 
/**
 * Nobody has looked since.
 */
open: boolean, };

/**
 * What a correction does to the annotations of all annotators.
 */
export type CorrectionView = { 
/**
 * Spans whose text is the same.
 */
same: number, 
/**
 * Spans whose text changed: they are flagged until somebody looks.
 */
changed: number, 
/**
 * Spans that cannot be carried: they stay in the earlier version.
 */
lost: number, 
/**
 * Links lost with a span.
 */
linksLost: number, 
/**
 * Links whose mention is lost and whose entity is kept.
 */
linksToEntity: number, 
/**
 * Questions lost with their span.
 */
questionsLost: number, 
/**
 * Zones lost.
 */
zonesLost: number, 
/**
 * Layers that were done and are open again.
 */
reopened: number, 
/**
 * The first 500 spans that changed or are lost, in text order.
 */
items: Array<CarriedView>, };

/**
 * A new version took the place of an article.
 */
export type Corrected = { 
/**
 * The new version.
 */
document: DocumentRow, 
/**
 * The old version, which left the list.
 */
replaced: number, 
/**
 * What it did.
 */
correction: CorrectionView, 
/**
 * Undo and redo now.
 */
history: HistoryView, 
/**
 * What to say.
 */
message: Message, };

/**
 * What the checks find in an article.
 */
export type Findings = { 
/**
 * How many an article that is done should not have.
 */
open: number, 
/**
 * How many are worth a look and no more.
 */
hints: number, 
/**
 * The first 500 of both in text order.
 */
findings: Array<FindingView>, };

/**
 * Something that a check found.
 */
export type FindingView = { 
/**
 * What is the matter.
 */
message: Message, 
/**
 * Where.
 */
range: TextRange, 
/**
 * The span it is about; `null` for a question about the article.
 */
span: number | null, 
/**
 * Worth a look and no more.
 */
hint: boolean, };

/**
 * A place to go to, or to select.
 */
export type StopView = { 
/**
 * What to select; empty for a paragraph's start and a word of saying.
 */
range: TextRange, 
/**
 * `span`, `quotation`, `name`, `saying` or `paragraph`.
 */
kind: 'span' | 'quotation' | 'name' | 'saying' | 'paragraph', 
/**
 * The span, when it is one.
 */
span: number | null, };

/**
 * Boundaries of one line, so that the window needs no segmenter.
 */
export type LineBoundaries = { 
/**
 * Line number from 0.
 */
line: number, 
/**
 * Word boundaries over the whole article, the line's ends included.
 */
words: number[], 
/**
 * For each piece between two word boundaries: whether it is a word.
 */
isWord: Array<boolean>, 
/**
 * Graphemes of more than one unit; all others are one unit long.
 */
clusters: Array<TextRange>, };

/**
 * A choice for a slot.
 */
export type Candidate = { 
/**
 * What it would link to.
 */
target: TargetView, 
/**
 * Name or quote.
 */
title: string, 
/**
 * Where it was found: `same` words, `sentence`, `paragraph`, `article`,
 * `register`; `new` for one to be made, which has no target.
 */
near: string, 
/**
 * Type of the entity, if any.
 */
kind: string | null, 
/**
 * What a person is called for what they do; may be empty.
 */
role: string, 
/**
 * How often the entity is mentioned, if it is one.
 */
mentions: number | null, };

/**
 * Another place where the words of a span stand.
 */
export type OccurrenceView = { 
/**
 * Where.
 */
range: TextRange, 
/**
 * What stands before it in its paragraph, at most 38 code points.
 */
before: string, 
/**
 * What stands after it, at most as much.
 */
after: string, };

/**
 * Articles that a search found, in list order.
 */
export type Found = { 
/**
 * Articles.
 */
documents: number[], };

/**
 * A stretch of the register.
 */
export type RegisterPage = { 
/**
 * How many the filter finds.
 */
total: number, 
/**
 * How many it would find of each type, in the scheme's order.
 */
kinds: Array<KindCount>, 
/**
 * Those asked for.
 */
rows: Array<RegisterRow>, 
/**
 * The place, from 0, of the one whose place is wanted, if it is listed.
 */
found: number | null, };

/**
 * How many entities are of a type.
 */
export type KindCount = { 
/**
 * Type.
 */
kind: string, 
/**
 * How many.
 */
count: number, };

/**
 * An entity in the list.
 */
export type RegisterRow = { 
/**
 * Row id.
 */
id: number, 
/**
 * Type.
 */
kind: string, 
/**
 * Name.
 */
name: string, 
/**
 * What a person is called for what they do; may be empty.
 */
role: string, 
/**
 * How often it is mentioned.
 */
mentions: number, };

/**
 * An entity with all that is known of it.
 */
export type EntityCard = { 
/**
 * Row id: of the entity that it was merged into, if it was.
 */
id: number, 
/**
 * Type.
 */
kind: string, 
/**
 * Name.
 */
name: string, 
/**
 * Other names.
 */
aliases: Array<string>, 
/**
 * Free text.
 */
note: string, 
/**
 * The fields that the scheme has for its type, then others that it has a
 * value for.
 */
fields: Array<FieldValue>, 
/**
 * Kinds of links that the scheme has between entities.
 */
linkKinds: Array<string>, 
/**
 * Links to and from other entities.
 */
links: Array<EntityLinkView>, 
/**
 * What was merged into it.
 */
merged: Array<RegisterRow>, 
/**
 * Mentions of it.
 */
mentions: number, 
/**
 * Links that point to it or to its mentions.
 */
pointing: number, 
/**
 * Articles that these lie in.
 */
articles: number, };

/**
 * A field and its value; empty where there is none.
 */
export type FieldValue = { 
/**
 * Id of the field.
 */
field: string, 
/**
 * Value as one line.
 */
value: string, };

/**
 * A link between an entity and another.
 */
export type EntityLinkView = { 
/**
 * Row id.
 */
id: number, 
/**
 * Kind.
 */
kind: string, 
/**
 * It starts at the entity shown, else it ends there.
 */
outgoing: boolean, 
/**
 * The other one.
 */
entity: number, 
/**
 * Its name.
 */
name: string, };

/**
 * Where an entity is mentioned.
 */
export type MentionPage = { 
/**
 * How many mentions there are.
 */
total: number, 
/**
 * Those asked for, by article and in text order.
 */
rows: Array<MentionView>, };

/**
 * A mention with the sentence around it.
 */
export type MentionView = { 
/**
 * The span.
 */
span: number, 
/**
 * The article.
 */
document: number, 
/**
 * Its title.
 */
title: string, 
/**
 * From the first to the last of the marked words.
 */
range: TextRange, 
/**
 * The sentence before the mention.
 */
before: string, 
/**
 * The marked words.
 */
quote: string, 
/**
 * The sentence after the mention.
 */
after: string, 
/**
 * It lies in the layer of the person at this computer.
 */
own: boolean, 
/**
 * Whose layer it lies in.
 */
annotator: string, };

/**
 * What a merge would do.
 */
export type MergePreview = { 
/**
 * The one that goes.
 */
from: RegisterRow, 
/**
 * The one that stays.
 */
into: RegisterRow, 
/**
 * Mentions that will stand for the one that stays.
 */
mentions: number, 
/**
 * Links that will point to it.
 */
links: number, 
/**
 * Articles that these lie in.
 */
articles: number, 
/**
 * Names that it takes over.
 */
aliases: Array<string>, 
/**
 * Fields that it had empty and takes over.
 */
filled: Array<FieldValue>, 
/**
 * Fields in which the two differ.
 */
clashes: Array<ClashView>, };

/**
 * A field of which both have a value.
 */
export type ClashView = { 
/**
 * Id of the field.
 */
field: string, 
/**
 * The value that stays.
 */
kept: string, 
/**
 * The value that is no longer shown.
 */
dropped: string, };

/**
 * The register was changed.
 */
export type RegisterEdited = { 
/**
 * What it did to the article on screen.
 */
edited: Edited, 
/**
 * The entity to show next.
 */
entity: number | null, };

/**
 * One thing about an entity.
 */
export type EntityChange = { "what": "name", 
/**
 * The new one.
 */
name: string, 
/**
 * The old one stays as another name.
 */
keep: boolean, } | { "what": "kind", 
/**
 * A type of the scheme.
 */
kind: string, } | { "what": "add_alias", 
/**
 * The name.
 */
name: string, } | { "what": "remove_alias", 
/**
 * The name.
 */
name: string, } | { "what": "value", 
/**
 * Its id in the scheme.
 */
field: string, 
/**
 * The value; empty takes it away.
 */
value: string, } | { "what": "coordinates", 
/**
 * As pasted; empty takes both away.
 */
text: string, } | { "what": "note", 
/**
 * Text.
 */
note: string, } | { "what": "link", 
/**
 * A kind of the scheme.
 */
kind: string, 
/**
 * To whom.
 */
to: number, } | { "what": "unlink", 
/**
 * The link.
 */
link: number, } | { "what": "separate", 
/**
 * The entity that was merged into it.
 */
merged: number, };

/**
 * What an export wrote or an import brought.
 */
export type TransferReport = { 
/**
 * Files written, or read.
 */
files: Array<string>, 
/**
 * Articles.
 */
articles: number, 
/**
 * Spans.
 */
spans: number, 
/**
 * Links.
 */
links: number, 
/**
 * Sentences about what was lost or left out.
 */
notes: Array<Message>, 
/**
 * What to say.
 */
message: Message, 
/**
 * The article list after an import.
 */
documents: ArticleList | null, 
/**
 * Undo and redo after an import.
 */
history: HistoryView | null, };

/**
 * An export: what goes out, and how. What is left away is as by default.
 */
export type ExportAsked = { 
/**
 * The id of a format.
 */
format: string, 
/**
 * What was chosen of each format: by its id, then by the option's.
 */
options: { [key in string]: { [key in string]: string } }, 
/**
 * Which articles, by how far they are.
 */
scope: ExportScope, 
/**
 * The layers of one annotator only.
 */
annotator: number | null, 
/**
 * Spans with these labels only.
 */
labels: Array<string>, 
/**
 * Articles in these languages only; `und` for none known.
 */
languages: Array<string>, 
/**
 * Spans with one of these flags only.
 */
withFlags: Array<'unsure' | 'question' | 'cuts_grapheme' | 'text_changed'>, 
/**
 * Spans with none of these flags.
 */
withoutFlags: Array<'unsure' | 'question' | 'cuts_grapheme' | 'text_changed'>, 
/**
 * Articles published then or later: 2026, 2026-01 or 2026-01-14.
 */
from: string, 
/**
 * Articles published then or earlier.
 */
to: string, 
/**
 * Leaves out what is marked where the article is not.
 */
withoutSkipped: boolean, 
/**
 * Calls annotators A1, A2 and so on.
 */
anonymous: boolean, 
/**
 * Annotators who agreed to be named.
 */
named: number[], 
/**
 * Leaves the texts out, where the format can.
 */
withoutText: boolean, 
/**
 * Quotes of at most this many code points stay without the texts.
 */
quotes: number, 
/**
 * Parts with their shares; none for one whole.
 */
parts: Array<PartAsked>, 
/**
 * Decides which article goes into which part.
 */
seed: string, 
/**
 * Languages are spread evenly over the parts.
 */
stratifyLanguage: boolean, 
/**
 * Labels are.
 */
stratifyLabel: boolean, };

/**
 * Which articles go out, by how far they are.
 */
export type ExportScope = "finished" | "begun" | "all";

/**
 * A part of an export.
 */
export type PartAsked = { 
/**
 * What its files are called after.
 */
name: string, 
/**
 * Its share, any number above 0.
 */
share: number, };

/**
 * What an export can be asked for.
 */
export type ExportChoices = { 
/**
 * What the last export of this project was asked for.
 */
asked: ExportAsked, 
/**
 * The formats, in the order in which they are offered.
 */
formats: Array<FormatView>, 
/**
 * Everybody who annotated here.
 */
annotators: Array<AnnotatorView>, };

/**
 * What an export or import can be asked for.
 */
export type FormatView = { 
/**
 * Id.
 */
id: string, 
/**
 * What it is called.
 */
title: string, 
/**
 * What can be chosen.
 */
options: Array<FormatOptionView>, 
/**
 * It fills a folder.
 */
folder: boolean, 
/**
 * Texts can be left out of it.
 */
withholds: boolean, 
/**
 * It can be read.
 */
readable: boolean, };

/**
 * A choice that a format offers.
 */
export type FormatOptionView = { 
/**
 * Id.
 */
id: string, 
/**
 * Its values, the default first; `yes` and `no` for a switch.
 */
values: Array<string>, };

/**
 * What an export would write, as far as it is known.
 */
export type ExportSurvey = { 
/**
 * All articles were looked at.
 */
whole: boolean, 
/**
 * Articles looked at.
 */
read: number, 
/**
 * Articles of the project.
 */
all: number, 
/**
 * Articles that go out.
 */
articles: number, 
/**
 * Spans that do.
 */
spans: number, 
/**
 * Links that do.
 */
links: number, 
/**
 * What the format does not hold.
 */
losses: Array<Message>, 
/**
 * Articles of each part, once all were looked at.
 */
parts: Array<number>, 
/**
 * Articles that stay in one part with others that are nearly the same.
 */
together: number, 
/**
 * The titles of some of these, group by group.
 */
groups: Array<Array<string>>, 
/**
 * The first lines of what would be written.
 */
files: Array<PreviewFileView>, 
/**
 * Why it would be refused.
 */
problem: Problem | null, };

/**
 * The beginning of a file.
 */
export type PreviewFileView = { 
/**
 * The end of its name, or its path in the folder.
 */
name: string, 
/**
 * Its first lines.
 */
lines: Array<string>, 
/**
 * Whether it is text.
 */
text: boolean, };

/**
 * What becomes of a name that files have.
 */
export type Becomes = "same" | { "ours": string } | "new" | "nothing";

/**
 * An import: which files, and how.
 */
export type ImportAsked = { 
/**
 * Files and folders; where there are none, they are asked for.
 */
paths: Array<string>, 
/**
 * The id of a format; found out where it is empty.
 */
format: string, 
/**
 * What was chosen of it.
 */
options: { [key in string]: string }, 
/**
 * Offsets may be repaired.
 */
repair: boolean, 
/**
 * A project without articles takes the scheme of the files.
 */
takeScheme: boolean, 
/**
 * The name in the files whose layers become those of the annotator;
 * empty for none, `null` for what is most likely.
 */
own: string | null, 
/**
 * What becomes of labels.
 */
labels: { [name in string]: Becomes }, 
/**
 * What becomes of kinds of links.
 */
links: { [name in string]: Becomes }, 
/**
 * What becomes of attributes, by the id that the survey gives them.
 */
attributes: { [id in string]: Becomes }, 
/**
 * What becomes of values, by the id that the survey gives them.
 */
values: { [id in string]: Becomes }, };

/**
 * Files that were chosen for an import.
 */
export type ImportOffer = { 
/**
 * The import, with the format that the files are most likely in.
 */
asked: ImportAsked, 
/**
 * The formats.
 */
formats: Array<FormatView>, };

/**
 * What an import would bring, as far as it is known.
 */
export type ImportSurvey = { 
/**
 * All files were read.
 */
whole: boolean, 
/**
 * Articles that the project does not have.
 */
articles: number, 
/**
 * Articles that it has.
 */
duplicates: number, 
/**
 * Spans of the new articles.
 */
spans: number, 
/**
 * Links of them.
 */
links: number, 
/**
 * Whose layers the files hold, by name.
 */
annotators: Array<string>, 
/**
 * Whose of these become the annotator's own; empty for nobody's.
 */
own: string, 
/**
 * The labels of spans, and what becomes of them.
 */
labels: Array<NameFound>, 
/**
 * The kinds of links.
 */
links_found: Array<NameFound>, 
/**
 * Attributes that the scheme does not have.
 */
attributes_found: Array<ValueFound>, 
/**
 * Values that attributes of the scheme do not have.
 */
values_found: Array<ValueFound>, 
/**
 * What cannot be read, with file and line: the first 20.
 */
problems: Array<Problem>, 
/**
 * What would be read past.
 */
losses: Array<Message>, 
/**
 * Offsets that would have to be repaired.
 */
repairs: Array<Message>, 
/**
 * The titles of the schemes that the files bring.
 */
schemes: Array<string>, 
/**
 * The project has no article yet, so that it can take such a scheme.
 */
takes: boolean, 
/**
 * Why nothing can be read at all.
 */
problem: Problem | null, };

/**
 * A label or a kind of links that files have.
 */
export type NameFound = { 
/**
 * Its name there.
 */
name: string, 
/**
 * How many have it.
 */
count: number, 
/**
 * The scheme has it too.
 */
known: boolean, 
/**
 * What becomes of it: as was chosen, or else as is most likely.
 */
becomes: Becomes, };

/**
 * An attribute or a value of the scheme.
 */
export type OurName = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its title.
 */
title: string, };

/**
 * An attribute that files have, or a value of one.
 */
export type ValueFound = { 
/**
 * What [`ImportAsked`](crate::commands::request::ImportAsked) calls it.
 */
id: string, 
/**
 * What has it: the label or link, and a value's attribute.
 */
of: Array<string>, 
/**
 * Its name there.
 */
name: string, 
/**
 * How many have it.
 */
count: number, 
/**
 * The scheme can take it as a new one.
 */
adds: boolean, 
/**
 * What it may become, as the scheme has it.
 */
ours: Array<OurName>, 
/**
 * What becomes of it: as was chosen, or else as is most likely.
 */
becomes: Becomes, };

/**
 * A job that began.
 */
export type JobView = { 
/**
 * Which one.
 */
job: number, 
/**
 * Key of what it does.
 */
title: string, };

/**
 * What progress counts.
 */
export type WorkUnit = "articles" | "kilobytes" | "files";

/**
 * An event.
 */
export type ProgramEvent = { "kind": "progress", 
/**
 * Which one.
 */
job: number, 
/**
 * How much is done.
 */
done: number, 
/**
 * Of how much.
 */
total: number, 
/**
 * Of what.
 */
unit: WorkUnit, } | { "kind": "ended", 
/**
 * Which one.
 */
job: number, 
/**
 * What it brought or wrote.
 */
report: TransferReport | null, 
/**
 * Why it did nothing.
 */
problem: Problem | null, } | { "kind": "offered", } | { "kind": "dragged", 
/**
 * They are over it.
 */
over: boolean, } | { "kind": "given", 
/**
 * One was a project, which is open now.
 */
project: boolean, 
/**
 * Some are on offer.
 */
files: boolean, 
/**
 * Why something was not taken.
 */
problem: Problem | null, };

/**
 * A question for the team.
 */
export type QuestionView = { 
/**
 * Row id.
 */
id: number, 
/**
 * What it is about.
 */
marked: MarkedView, 
/**
 * What is asked.
 */
text: string, 
/**
 * Who asks.
 */
askedBy: string, 
/**
 * The day, such as `2026-01-14`.
 */
askedOn: string, 
/**
 * What was decided; `null` while it is open.
 */
answer: AnswerView | null, };

/**
 * What was decided about a question.
 */
export type AnswerView = { 
/**
 * The decision.
 */
text: string, 
/**
 * Who wrote it down.
 */
by: string, 
/**
 * The day.
 */
on: string, 
/**
 * The label that it is a rule for, or that has the value that it is one
 * for.
 */
label: string, 
/**
 * Titles of what it is a rule for, from the label down.
 */
subject: Array<string>, 
/**
 * The version of the scheme that began with it.
 */
version: number, 
/**
 * How many spans of the label this annotator marked before it and has
 * not checked since.
 */
before: number, };

/**
 * A marked span of any article.
 */
export type MarkedView = { 
/**
 * Span.
 */
span: number, 
/**
 * Article.
 */
document: number, 
/**
 * Its title.
 */
title: string, 
/**
 * Label id.
 */
label: string, 
/**
 * Where it begins and ends.
 */
range: TextRange, 
/**
 * Its words, fragments joined by an ellipsis.
 */
quote: string, 
/**
 * What stands before it in its paragraph, at most 38 code points.
 */
before: string, 
/**
 * What stands after it, at most as much.
 */
after: string, 
/**
 * Whether it is marked by the person at this computer.
 */
own: boolean, };

/**
 * What was marked before a decision and not checked since.
 */
export type MarkedBefore = { 
/**
 * All of them.
 */
total: number, 
/**
 * The first 200.
 */
spans: Array<MarkedView>, };

/**
 * The rule of a label, with what belongs to it.
 */
export type RuleView = { 
/**
 * The label; its fields are its parts, their values the parts of those.
 */
label: RulePart, 
/**
 * The links that start from it.
 */
links: Array<RulePart>, };

/**
 * The rule of a label, a field, a value or a link.
 */
export type RulePart = { 
/**
 * Id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * The letter that marks it.
 */
key: string | null, 
/**
 * The rule.
 */
help: string, 
/**
 * Examples; what is meant stands in square brackets.
 */
examples: Array<string>, 
/**
 * What is not meant, and why.
 */
counterExamples: Array<string>, 
/**
 * What was decided since, the latest first.
 */
decisions: Array<DecisionView>, 
/**
 * What it is made of.
 */
parts: Array<RulePart>, };

/**
 * A decision about a rule.
 */
export type DecisionView = { 
/**
 * The day; empty if not known.
 */
date: string, 
/**
 * What was decided.
 */
text: string, };

/**
 * Which claims; what is `null` or empty lets all pass.
 */
export type ClaimsFilter = { 
/**
 * Label id; `null` for all labels that are statements.
 */
label: string | null, 
/**
 * A part of a speaker's name, as typed.
 */
speaker: string, 
/**
 * Attribute id.
 */
attribute: string | null, 
/**
 * A value of the attribute; `null` for none.
 */
value: string | null, 
/**
 * Something noted of it.
 */
mark: NotedMark | null, 
/**
 * Status of the article.
 */
status: 'new' | 'started' | 'done' | null, 
/**
 * Language tag of the article.
 */
language: string | null, 
/**
 * Words in its own, in its note, or in the title of its article.
 */
words: string, };

/**
 * Something noted of a claim.
 */
export type NotedMark = "unsure" | "question" | "note" | "no_source" | "author" | "not_given";

/**
 * In which order; what is empty in the column stands last.
 */
export type ClaimsOrder = { 
/**
 * The column.
 */
column: ClaimsColumn, 
/**
 * Attribute id, for the column of its values.
 */
attribute: string | null, 
/**
 * The last first.
 */
descending: boolean, };

/**
 * What claims are ordered by.
 */
export type ClaimsColumn = "place" | "words" | "speaker" | "cue" | "places" | "value" | "flags" | "title" | "status" | "language" | "published";

/**
 * A word of a growing vocabulary.
 */
export type WordUsed = { 
/**
 * The word, or several.
 */
word: string, 
/**
 * How often it was used.
 */
count: number, };

/**
 * A part of the table of claims.
 */
export type ClaimsPage = { 
/**
 * Claims that fit, among those that are read.
 */
total: number, 
/**
 * All articles are read; until then the table grows with each question.
 */
whole: boolean, 
/**
 * Articles read.
 */
articles: number, 
/**
 * The row asked for first, from 0.
 */
first: number, 
/**
 * Rows.
 */
rows: Array<ClaimRowView>, 
/**
 * The row of the span asked for, from 0.
 */
found: number | null, };

/**
 * A claim in the table.
 */
export type ClaimRowView = { 
/**
 * Row id of the claim.
 */
span: number, 
/**
 * Its article.
 */
document: number, 
/**
 * Its number in its article, from 1.
 */
number: number, 
/**
 * Label id.
 */
label: string, 
/**
 * Its words, at most 400 code points.
 */
words: string, 
/**
 * Who says it; for a span that is no statement, whom or what it mentions.
 */
speakers: Array<ClaimNameView>, 
/**
 * What signals it.
 */
cues: Array<ClaimNameView>, 
/**
 * Places it is linked to.
 */
places: Array<ClaimNameView>, 
/**
 * Values by attribute id.
 */
attributes: { [key in string]: ValueView }, 
/**
 * Flags.
 */
flags: Array<string>, 
/**
 * It has a note.
 */
noted: boolean, 
/**
 * Title of the article.
 */
title: string, 
/**
 * Status of the article.
 */
status: 'new' | 'started' | 'done', 
/**
 * BCP 47, or `und`.
 */
language: string, 
/**
 * ISO 8601 as far as known, or empty.
 */
published: string, };

/**
 * Whom or what a claim is linked to.
 */
export type ClaimNameView = { 
/**
 * Its name, or the words of the mention; empty for a special one.
 */
name: string, 
/**
 * The author, or nobody.
 */
special: 'author' | 'not_given' | null, };

/**
 * A difference between an annotator's layer and the reference.
 */
export type Difference = { 
/**
 * What to say.
 */
message: Message, 
/**
 * Where.
 */
range: TextRange, };

/**
 * How a practice article compares with its reference.
 */
export type Comparison = { 
/**
 * Spans and links that agree.
 */
right: number, 
/**
 * Spans and links of the reference.
 */
expected: number, 
/**
 * Differences in text order.
 */
differences: Array<Difference>, };

/**
 * Near duplicates of the project.
 */
export type NearPage = { 
/**
 * All articles are read; until then ask again.
 */
whole: boolean, 
/**
 * Articles read.
 */
read: number, 
/**
 * Pairs found.
 */
total: number, 
/**
 * The pairs most alike, at most 500.
 */
pairs: Array<NearPairView>, };

/**
 * Two articles that have much in common.
 */
export type NearPairView = { 
/**
 * The article that was added first.
 */
first: NearArticle, 
/**
 * The other.
 */
second: NearArticle, 
/**
 * How much of the shorter one stands in the other, 50 to 100.
 */
percent: number, };

/**
 * One of them.
 */
export type NearArticle = { 
/**
 * Row id.
 */
id: number, 
/**
 * Title.
 */
title: string, 
/**
 * Where it was published, or empty.
 */
outlet: string, 
/**
 * ISO 8601 as far as known, or empty.
 */
published: string, };

/**
 * What a text is like.
 */
export type NearTo = { 
/**
 * All articles are read; until then ask again.
 */
whole: boolean, 
/**
 * The articles most alike.
 */
near: Array<LikeArticle>, };

/**
 * An article that a text is like.
 */
export type LikeArticle = { 
/**
 * The article.
 */
article: NearArticle, 
/**
 * How much of the shorter one stands in the other, 50 to 100.
 */
percent: number, };

/**
 * An article on offer that has much in common with another.
 */
export type LikeOffered = { 
/**
 * The name of its file.
 */
name: string, 
/**
 * Its title.
 */
title: string, 
/**
 * How much of the shorter text is the same, in percent, at least 50.
 */
percent: number, };

/**
 * Lines that stand beside each other.
 */
export type BesideView = { 
/**
 * The line of the first article.
 */
first: Array<PieceView> | null, 
/**
 * The line of the second article.
 */
second: Array<PieceView> | null, };

/**
 * A piece of a line.
 */
export type PieceView = { 
/**
 * Its characters.
 */
text: string, 
/**
 * Whether the other article has something else here.
 */
differs: boolean, };

/**
 * A stretch of the files on offer.
 */
export type OfferView = { 
/**
 * Folders are still looked through.
 */
looking: boolean, 
/**
 * They are compared with all articles of the project; until then ask again.
 */
compared: boolean, 
/**
 * Files.
 */
files: number, 
/**
 * Files that were read, or refused.
 */
read: number, 
/**
 * Files that cannot be added.
 */
refused: number, 
/**
 * Files that are wanted and can be added.
 */
wanted: number, 
/**
 * Articles that would come in.
 */
articles: number, 
/**
 * Files in folders of no kind that gives articles.
 */
passedOver: number, 
/**
 * What could not be looked through.
 */
problems: Array<Problem>, 
/**
 * The place of the first row.
 */
first: number, 
/**
 * The files asked for.
 */
rows: Array<OfferedRow>, };

/**
 * A file on offer.
 */
export type OfferedRow = { 
/**
 * Its name without folders.
 */
name: string, 
/**
 * Its kind; `null` before it is read, or where it is refused.
 */
kind: string | null, 
/**
 * It was read, or refused.
 */
read: boolean, 
/**
 * It is to be added.
 */
wanted: boolean, 
/**
 * The title of its first article.
 */
title: string, 
/**
 * Its articles.
 */
articles: number, 
/**
 * Those whose text is here already.
 */
duplicates: number, 
/**
 * How much its first article has in common with one of the project or another one on offer,
 * in percent of the shorter one; `null` below 50.
 */
near: number | null, 
/**
 * It was read by a guess, or some of it was left out.
 */
noted: boolean, 
/**
 * Why it cannot be added.
 */
problem: Problem | null, };

/**
 * All that a person is shown of a file on offer.
 */
export type OfferedFileView = { 
/**
 * Its place.
 */
file: number, 
/**
 * Where it lies.
 */
path: string, 
/**
 * It was read, or refused.
 */
read: boolean, 
/**
 * It is to be added.
 */
wanted: boolean, 
/**
 * Its kind.
 */
kind: string | null, 
/**
 * How its bytes were read, where they are a text.
 */
encoding: EncodingView | null, 
/**
 * The encodings that it can be read as, the most common first.
 */
encodings: Array<string>, 
/**
 * Its columns, where it is a table.
 */
columns: Array<ColumnView> | null, 
/**
 * How many rows the table has.
 */
rows: number, 
/**
 * How many articles it has.
 */
total: number, 
/**
 * The first of them.
 */
articles: Array<OfferedArticleView>, 
/**
 * What was left out, and what else is to be looked at.
 */
notes: Array<Message>, 
/**
 * Why it cannot be added, or some of its articles cannot.
 */
problems: Array<Problem>, };

/**
 * How bytes became a text.
 */
export type EncodingView = { 
/**
 * Its name in the Encoding Standard.
 */
name: string, 
/**
 * How it was found.
 */
foundBy: 'choice' | 'mark' | 'bytes' | 'declaration' | 'guess', };

/**
 * A column of a table.
 */
export type ColumnView = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its first values, shortened.
 */
samples: Array<string>, 
/**
 * What it gives an article; `null`: it is kept beside it under its name.
 */
field: 'text' | 'title' | 'outlet' | 'author' | 'published' | 'url' | 'language' | null, };

/**
 * An article that would come in.
 */
export type OfferedArticleView = { 
/**
 * Its row in the file, from 1; 0 where the file is one article.
 */
row: number, 
/**
 * Its title.
 */
title: string, 
/**
 * How it begins.
 */
beginning: string, 
/**
 * That is not all of it.
 */
goesOn: boolean, 
/**
 * Code points.
 */
length: number, 
/**
 * BCP 47, or `und`.
 */
language: string, 
/**
 * Right to left, by its first paragraph.
 */
rightToLeft: boolean, 
/**
 * What is stated of it.
 */
metadata: { [key in string]: string }, 
/**
 * The article of the project that has this text.
 */
duplicate: DuplicateView | null, 
/**
 * The name of the other file on offer that has this text.
 */
twin: string | null, 
/**
 * Articles of the project that have much in common with it, the most first.
 */
near: Array<LikeArticle>, 
/**
 * The same among the other articles on offer.
 */
nearOffered: Array<LikeOffered>, };

/**
 * What became of files.
 */
export type FilesReport = { 
/**
 * Articles that came in.
 */
articles: number, 
/**
 * Files of which nothing came in.
 */
without: number, 
/**
 * The files, in their order.
 */
files: Array<FileReport>, };

/**
 * What became of a file.
 */
export type FileReport = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * Articles that came in.
 */
added: Array<AddedView>, 
/**
 * Articles whose text was there.
 */
duplicates: Array<NotAddedView>, 
/**
 * Why the file, or an article of it, was refused.
 */
refused: Array<Problem>, 
/**
 * What else is to be looked at.
 */
notes: Array<Message>, };

/**
 * An article that came in.
 */
export type AddedView = { 
/**
 * Row id.
 */
id: number, 
/**
 * Title.
 */
title: string, };

/**
 * An article whose text was there.
 */
export type NotAddedView = { 
/**
 * Its title.
 */
title: string, 
/**
 * Its row in the file, from 1; 0 where the file is one article.
 */
row: number, 
/**
 * The article that has the text.
 */
same: DuplicateView, };

/**
 * The articles that fit.
 */
export type LibraryPage = { 
/**
 * What was asked, or how the project was left.
 */
asked: LibraryAsked, 
/**
 * All that fit, in order.
 */
articles: number[], 
/**
 * Everything that was asked for is read; until then ask again.
 */
whole: boolean, 
/**
 * How many of all articles are done.
 */
done: number, 
/**
 * Articles whose spans are read.
 */
read: number, 
/**
 * How many there are of each kind.
 */
counts: LibraryCountsView, };

/**
 * How many articles would be listed if this part of the filter were so and
 * the rest as it is.
 */
export type LibraryCountsView = { 
/**
 * New, started, done.
 */
statuses: [number, number, number], 
/**
 * By language tag; `und` where it is not known.
 */
languages: { [key in string]: number }, 
/**
 * By outlet; empty where it is not known.
 */
outlets: { [key in string]: number }, 
/**
 * By label id.
 */
labels: { [key in string]: number }, 
/**
 * By flag; `note` for a note.
 */
flags: { [key in string]: number }, };

/**
 * Where in an article the words of a search stand.
 */
export type SnippetView = { 
/**
 * The article.
 */
document: number, 
/**
 * Where; `null` if it is found nowhere as it was typed.
 */
place: SnippetPlaceView | null, 
/**
 * The label of the span whose quote holds it.
 */
label: string | null, 
/**
 * What stands before it.
 */
before: string, 
/**
 * What was found.
 */
found: string, 
/**
 * What stands after it.
 */
after: string, };

/**
 * Where words stand.
 */
export type SnippetPlaceView = "text" | "marked" | "title" | "note";

/**
 * An article in the bin.
 */
export type BinRow = { 
/**
 * Row id.
 */
id: number, 
/**
 * Title.
 */
title: string, 
/**
 * BCP 47, or `und`.
 */
language: string, 
/**
 * Claims marked by the annotator.
 */
claims: number, };

/**
 * Which articles, and in which order.
 */
export type LibraryAsked = { 
/**
 * Which.
 */
filter: ListFilter, 
/**
 * In which order.
 */
order: ListOrder, };

/**
 * Which articles; what is `null` or empty lets all pass.
 */
export type ListFilter = { 
/**
 * How far the annotator is.
 */
status: 'new' | 'started' | 'done' | null, 
/**
 * Language tag; `und` for none known.
 */
language: string | null, 
/**
 * Outlet; empty for none known.
 */
outlet: string | null, 
/**
 * Published then or later, as far as it matters.
 */
from: string, 
/**
 * Published then or earlier.
 */
to: string, 
/**
 * Label id that a span of it has.
 */
label: string | null, 
/**
 * A part of the name of one who says something in it.
 */
speaker: string, 
/**
 * A flag that a span of it has; `note` for a note.
 */
flag: string | null, 
/**
 * Words in its title, its text or the notes on it.
 */
words: string, };

/**
 * In which order; what is not known stands last.
 */
export type ListOrder = { 
/**
 * By what.
 */
column: ListColumn, 
/**
 * The last first.
 */
descending: boolean, };

/**
 * What articles are sorted by.
 */
export type ListColumn = "added" | "published" | "title" | "outlet" | "status" | "claims" | "language";

/** Letters that no label and no link may have: the key grammar needs them itself. */
export const GRAMMAR_LETTERS = 'ABDEFGHIJKLMNQRUWXY';

/** The commands by name. */
export interface Commands {
  /** What the window needs when it opens. */
  start: { request: Record<symbol, never>; response: StartView };
  /** Sets the annotator's name (first start) and answers as `start`. */
  set_annotator: { request: { 
/**
 * Name.
 */
name: string, }; response: StartView };
  /** Keeps settings. */
  save_settings: { request: { 
/**
 * Colours.
 */
theme: Theme, 
/**
 * Font of the article: `serif`, `sans`, `monospace`, `system` or the name
 * of an installed one; empty for the program's own choice.
 */
font: string, 
/**
 * Text size of the article in CSS pixels, 12 to 32.
 */
textSize: number, 
/**
 * How large the whole window is shown, in percent, 50 to 300.
 */
zoom: number, 
/**
 * Height of a line of the article in percent of its text size, 120 to 260.
 */
lineHeight: number, 
/**
 * Width of the article's column in units of its text size, 24 to 90.
 */
columnWidth: number, 
/**
 * What is not the article is shown in grey.
 */
dimZones: boolean, 
/**
 * What is not the article is folded when an article is opened.
 */
foldZones: boolean, 
/**
 * A strip beside the article shows where claims are in the whole of it.
 */
showOverview: boolean, 
/**
 * Keys bound by the person: action id to key.
 */
keys: { [key in string]: string }, }; response: SettingsView };
  /** Asks for a file name and makes a project with a scheme; `null` when the person cancels. */
  new_project: { request: { 
/**
 * The id of the scheme that it begins with, one of those that come with
 * the program.
 */
template: string, }; response: ProjectView | null };
  /** Asks for a file and opens it; `null` when the person cancels. */
  choose_project: { request: Record<symbol, never>; response: ProjectView | null };
  /** Opens the project at a path. */
  open_project: { request: { 
/**
 * Name.
 */
name: string, }; response: ProjectView };
  /** Makes (once) and opens the demo project. */
  open_demo: { request: Record<symbol, never>; response: ProjectView };
  /** Tells that the window shows the start or an article, once. */
  painted: { request: Record<symbol, never>; response: null };
  /** What a pasted text would become. */
  propose_article: { request: { 
/**
 * Text.
 */
text: string, }; response: ArticleProposal };
  /** Reads a pasted page into plain paragraphs and what it says of itself. */
  read_page: { request: { 
/**
 * HTML.
 */
html: string, }; response: PageView };
  /** Adds an article; with no project open it makes one. */
  add_article: { request: { 
/**
 * Text.
 */
text: string, 
/**
 * Title; the first line if empty.
 */
title: string, 
/**
 * A chosen language (BCP 47); detected if absent.
 */
language: string | null, 
/**
 * Outlet, author, published, url.
 */
metadata: { [key in string]: string }, }; response: Added };
  /** Gives an article a title. */
  rename_article: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Title.
 */
title: string, }; response: Edited };
  /** Moves an article to the bin. */
  remove_article: { request: { 
/**
 * Row id.
 */
document: number, }; response: Edited };
  /** What a correction of the text would do to the annotations; changes nothing. */
  preview_correction: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * The whole text.
 */
text: string, }; response: CorrectionView };
  /** Puts a new version with this text in the place of an article. */
  correct_text: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * The whole text.
 */
text: string, }; response: Corrected };
  /** What the correction that made a version did to the annotations. */
  correction: { request: { 
/**
 * Row id.
 */
document: number, }; response: CorrectionView };
  /** Searches titles and texts. */
  search: { request: { 
/**
 * Words.
 */
query: string, }; response: Found };
  /** The articles that fit, in order, and how many there are of each kind. */
  library: { request: { 
/**
 * Which articles in which order; `null`: as the project was left.
 */
asked: LibraryAsked | null, 
/**
 * How many have which label and flag is wanted as well.
 */
countSpans: boolean, }; response: LibraryPage };
  /** The rows of some articles; what lies in the bin has none. */
  article_rows: { request: { 
/**
 * The articles.
 */
documents: number[], }; response: Array<DocumentRow> };
  /** Where in articles the words of a search stand; as many as take no long time. */
  snippets: { request: { 
/**
 * The articles.
 */
documents: number[], 
/**
 * The words, as they were searched for.
 */
words: string, }; response: Array<SnippetView> };
  /** Gives several articles a status, in one step. */
  set_status: { request: { 
/**
 * The articles.
 */
documents: number[], 
/**
 * The status.
 */
status: 'new' | 'started' | 'done', }; response: Edited };
  /** Moves several articles to the bin, in one step. */
  remove_articles: { request: { 
/**
 * The articles.
 */
documents: number[], }; response: Edited };
  /** Takes articles out of the bin, in one step. */
  restore_articles: { request: { 
/**
 * The articles.
 */
documents: number[], }; response: Edited };
  /** The articles in the bin, the latest first. */
  bin: { request: Record<symbol, never>; response: Array<BinRow> };
  /** Deletes the articles in the bin for good; cannot be undone. */
  empty_bin: { request: Record<symbol, never>; response: Edited };
  /** Near duplicates, the most alike first; grows with each question until it is whole. */
  near_duplicates: { request: { 
/**
 * Only pairs with one of these; `null` for all.
 */
among: number[] | null, }; response: NearPage };
  /** The articles that a pasted text has much in common with. */
  near_to: { request: { 
/**
 * Text.
 */
text: string, }; response: NearTo };
  /** Two articles line beside line. */
  compare_articles: { request: { 
/**
 * One.
 */
first: number, 
/**
 * The other.
 */
second: number, }; response: Array<BesideView> };
  /** A part of the table of all claims. */
  claims: { request: { 
/**
 * Which claims.
 */
filter: ClaimsFilter, 
/**
 * In which order.
 */
order: ClaimsOrder, 
/**
 * Row from 0.
 */
first: number, 
/**
 * Rows, at most 400.
 */
count: number, 
/**
 * A span whose place among the rows is asked for.
 */
find: number | null, }; response: ClaimsPage };
  /** Finds in the text of an article; case, accents and width do not matter. */
  find_in_article: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * What to find, as typed.
 */
query: string, }; response: Places };
  /** Opens an article. */
  open_article: { request: { 
/**
 * Row id.
 */
document: number, }; response: ArticleView };
  /** Chooses a language by hand. */
  choose_language: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Anywhere in the paragraph, or `null` for the whole article.
 */
caret: number | null, 
/**
 * BCP 47; `null` gives the choice back to the detector.
 */
tag: string | null, }; response: Edited };
  /** The languages to choose from. */
  language_choices: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Anywhere in the paragraph, or `null` for the whole article.
 */
caret: number | null, }; response: LanguageChoices };
  /** Marks an article done or open again; done names the next unfinished. */
  set_done: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Done.
 */
done: boolean, 
/**
 * Done although the checks find it unfinished: the person was told.
 */
anyway: boolean, }; response: Edited };
  /** Answers a question about the article as a whole. */
  set_answer: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Attribute id, of those of the article.
 */
attribute: string, 
/**
 * The value; `null` takes the answer back.
 */
value: string | boolean | string[] | null, }; response: Edited };
  /** This paragraph is not the article; again: it is. */
  toggle_zone: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * All paragraphs that it touches; `null` for the one at the caret.
 */
selection: TextRange | null, 
/**
 * The caret.
 */
caret: number, }; response: Edited };
  /** Accepts or refuses a proposed zone. */
  decide_zone: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Zone.
 */
zone: number, 
/**
 * Whether it is right.
 */
accept: boolean, }; response: Edited };
  /** Accepts all zones that are proposed. */
  accept_zones: { request: { 
/**
 * Row id.
 */
document: number, }; response: Edited };
  /** Gives a zone other ends, or makes one. */
  adjust_zone: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Zone; `null` makes a skip zone.
 */
zone: number | null, 
/**
 * Where it lies now.
 */
range: TextRange, }; response: Edited };
  /** What is unfinished in an article, by the checks of the scheme. */
  checks: { request: { 
/**
 * Row id.
 */
document: number, }; response: Findings };
  /** Compares a practice article with its reference. */
  compare_practice: { request: { 
/**
 * Row id.
 */
document: number, }; response: Comparison };
  /** Marks text and fills a slot with it. */
  mark: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Label id. For a slot that takes several labels: the one to use when
 * no span is there yet.
 */
label: string, 
/**
 * The selected text; `null` when there is only a caret.
 */
selection: TextRange | null, 
/**
 * The caret.
 */
caret: number, 
/**
 * The claim whose slot is filled, if one is active.
 */
claim: number | null, 
/**
 * The link kind to fill; `null` only marks.
 */
slot: string | null, 
/**
 * Values for a new span, by attribute id: a person has chosen them for
 * all that the label in hand marks.
 */
values?: { [attribute in string]: string | boolean | string[] }, }; response: Edited };
  /** Marks a place that stands for someone. */
  mark_stand_in: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * The selected text.
 */
selection: TextRange | null, 
/**
 * The caret.
 */
caret: number, 
/**
 * Whom it stands for: an entity of the register.
 */
entity: number | null, 
/**
 * Or a new entity of this name.
 */
name: string | null, 
/**
 * Type of the new entity; a government if absent.
 */
kind?: string, }; response: Edited };
  /** Fills a slot without text. */
  fill: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Claim.
 */
claim: number, 
/**
 * Link kind.
 */
slot: string, 
/**
 * What to link to.
 */
target: TargetView, 
/**
 * A new entity of this name instead of the target.
 */
name: string | null, 
/**
 * Type of the new entity; a person if absent.
 */
kind?: string, 
/**
 * Keep what is in the slot and add this.
 */
further: boolean, }; response: Edited };
  /** Said by whoever said the claim before. */
  same_speaker: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Claim.
 */
claim: number, }; response: Edited };
  /** Choices for a slot. */
  candidates: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Claim.
 */
claim: number, 
/**
 * Link kind.
 */
slot: string, 
/**
 * What was typed so far.
 */
query: string, }; response: Array<Candidate> };
  /** Entities of the register. */
  entities: { request: { 
/**
 * What was typed so far.
 */
query: string, 
/**
 * Types to choose from; all if empty.
 */
kinds: Array<string>, 
/**
 * The mention that is to be named, in the article on screen: what its
 * words propose comes first.
 */
span: number | null, }; response: Array<Candidate> };
  /** Adds a fragment, or takes one away. */
  toggle_fragment: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, 
/**
 * The selected text.
 */
selection: TextRange | null, 
/**
 * The caret.
 */
caret: number, }; response: Edited };
  /** Moves an end of a span. */
  resize: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, 
/**
 * Which end of the fragment nearest to the caret.
 */
edge: Edge, 
/**
 * How far.
 */
unit: Unit, 
/**
 * Later in the text, whatever the direction of the script.
 */
forward: boolean, 
/**
 * The caret.
 */
caret: number, }; response: Edited };
  /** Gives a fragment other ends. */
  reshape: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, 
/**
 * Number of the fragment in text order, from 0.
 */
fragment: number, 
/**
 * What the fragment takes now.
 */
range: TextRange, }; response: Edited };
  /** Makes two spans of one, cut at the caret. */
  split: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, 
/**
 * Where it is cut.
 */
caret: number, 
/**
 * The active claim, cut when the caret is not inside the span.
 */
claim: number | null, }; response: Edited };
  /** Makes one span of this and the next of its label. */
  merge: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, }; response: Edited };
  /** The other places where the words of a span stand unmarked. */
  occurrences: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, }; response: Array<OccurrenceView> };
  /** Marks further occurrences of a span's words, in one step. */
  mark_occurrences: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * The span whose words they are.
 */
span: number, 
/**
 * Those to mark, out of what `occurrences` answered.
 */
ranges: Array<TextRange>, }; response: Edited };
  /** Sets, confirms or empties a value. */
  set_value: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, 
/**
 * Attribute id.
 */
attribute: string, 
/**
 * The value; `null` empties the field.
 */
value: string | boolean | string[] | null, }; response: Edited };
  /** Gives a span another label. */
  relabel: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, 
/**
 * Label id.
 */
label: string, }; response: Edited };
  /** Marks a span as unsure, or sure again. */
  toggle_unsure: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, }; response: Edited };
  /** Sets a note. */
  set_note: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, 
/**
 * Text; empty takes the note away.
 */
note: string, }; response: Edited };
  /** Asks a question about a span; gives an open one other words, or withdraws it. */
  ask_question: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, 
/**
 * What is asked; empty withdraws the question that is open.
 */
text: string, }; response: Edited };
  /** The questions of all articles: open ones first. */
  questions: { request: Record<symbol, never>; response: Array<QuestionView> };
  /** Answers a question by a decision, which begins a version of the scheme. */
  answer_question: { request: { 
/**
 * Question.
 */
question: number, 
/**
 * The decision.
 */
text: string, 
/**
 * What it is a rule for.
 */
subject: SubjectOf, }; response: Edited };
  /** What was marked before a decision and not checked since. */
  marked_before: { request: { 
/**
 * Label id.
 */
label: string, 
/**
 * The version that began with the decision.
 */
version: number, }; response: MarkedBefore };
  /** Says that a span is right under the scheme as it is now. */
  confirm_span: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, }; response: Edited };
  /** The rule of a label, to be read beside the article. */
  rule: { request: { 
/**
 * Label id.
 */
label: string, }; response: RuleView };
  /** Joins a mention to an entity. */
  set_entity: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, 
/**
 * Entity; `null` with no name takes it away.
 */
entity: number | null, 
/**
 * Or a new entity of this name.
 */
name: string | null, 
/**
 * Type of the new entity; by the label of the mention if absent.
 */
kind?: string, }; response: Edited };
  /** How many other mentions of the same words in the article have no entity. */
  same_without_entity: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, }; response: number };
  /** Joins these to the entity of a mention, in one step. */
  join_same: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * The mention whose entity they get.
 */
span: number, }; response: Edited };
  /** Deletes a span and its links. */
  delete_span: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Span.
 */
span: number, }; response: Edited };
  /** Sets, confirms or empties a value of a link. */
  set_link_value: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Link.
 */
link: number, 
/**
 * Attribute id.
 */
attribute: string, 
/**
 * The value; `null` empties the field.
 */
value: string | boolean | string[] | null, }; response: Edited };
  /** Sets the note of a link. */
  set_link_note: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Link.
 */
link: number, 
/**
 * Text; empty takes the note away.
 */
note: string, }; response: Edited };
  /** Takes over what a rule filled. */
  confirm_link: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Link.
 */
link: number, }; response: Edited };
  /** The words of a growing vocabulary, those used most first. */
  words: { request: { 
/**
 * Label id, or the id of a link kind.
 */
of: string, 
/**
 * Attribute id.
 */
attribute: string, 
/**
 * Of links, not of spans.
 */
links: boolean, }; response: Array<WordUsed> };
  /** Deletes a link. */
  delete_link: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * Link.
 */
link: number, }; response: Edited };
  /** Takes the last step back. */
  undo: { request: { 
/**
 * The article on screen. A step made in another article is not reversed:
 * the answer says where to go first.
 */
document: number | null, 
/**
 * Where the caret is: it stays where what is reversed stands in its paragraph.
 */
caret?: number, }; response: Edited };
  /** Does the last step taken back again. */
  redo: { request: { 
/**
 * The article on screen. A step made in another article is not reversed:
 * the answer says where to go first.
 */
document: number | null, 
/**
 * Where the caret is: it stays where what is reversed stands in its paragraph.
 */
caret?: number, }; response: Edited };
  /** A stretch of the register of entities, filtered and sorted. */
  register: { request: { 
/**
 * Words of a name or an identifier, as typed.
 */
query: string, 
/**
 * A type; `null` for all.
 */
kind: string | null, 
/**
 * The order.
 */
order: 'name' | 'mentions' | 'recent', 
/**
 * How many to pass over.
 */
offset: number, 
/**
 * At most this many, up to 200.
 */
limit: number, 
/**
 * Whose place in the list is wanted.
 */
find?: number | null, }; response: RegisterPage };
  /** An entity with all that is known of it. */
  entity_card: { request: { 
/**
 * Row id.
 */
entity: number, }; response: EntityCard };
  /** Where an entity is mentioned, in all articles. */
  mentions: { request: { 
/**
 * Entity.
 */
entity: number, 
/**
 * How many to pass over.
 */
offset: number, 
/**
 * At most this many, up to 50.
 */
limit: number, }; response: MentionPage };
  /** Adds an entity to the register. */
  add_entity: { request: { 
/**
 * Type.
 */
kind: string, 
/**
 * Name.
 */
name: string, }; response: RegisterEdited };
  /** Changes one thing about an entity. */
  change_entity: { request: { 
/**
 * Entity.
 */
entity: number, 
/**
 * What.
 */
change: EntityChange, }; response: RegisterEdited };
  /** What a merge would do. */
  merge_preview: { request: { 
/**
 * The one that goes.
 */
from: number, 
/**
 * The one that stays.
 */
into: number, }; response: MergePreview };
  /** Merges an entity into another. */
  merge_entities: { request: { 
/**
 * The one that goes.
 */
from: number, 
/**
 * The one that stays.
 */
into: number, }; response: RegisterEdited };
  /** Gives mentions of an entity to a new one. */
  split_entity: { request: { 
/**
 * Whose mentions they are now.
 */
entity: number, 
/**
 * Those that go to the new entity.
 */
spans: number[], 
/**
 * Type of the new entity.
 */
kind: string, 
/**
 * Its name.
 */
name: string, }; response: RegisterEdited };
  /** Deletes an entity. */
  delete_entity: { request: { 
/**
 * Entity.
 */
entity: number, 
/**
 * Also when it is in use: the person was told by what.
 */
anyway: boolean, }; response: RegisterEdited };
  /** The next or previous stop; `null` at the end. */
  stop: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * What is selected now; empty for a caret.
 */
from: TextRange, 
/**
 * Towards the start.
 */
backward: boolean, 
/**
 * The active claim: it and what it is linked to are no stops.
 */
claim: number | null, }; response: StopView | null };
  /** The next larger unit around a selection; `null` when there is none. */
  grow: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * What is selected now; empty for a caret.
 */
selection: TextRange, }; response: TextRange | null };
  /** The quotation around the caret. */
  quotation: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * The caret.
 */
caret: number, }; response: TextRange | null };
  /** Word and grapheme boundaries of lines. */
  boundaries: { request: { 
/**
 * Article.
 */
document: number, 
/**
 * First line from 0.
 */
first: number, 
/**
 * Last line, included.
 */
last: number, }; response: Array<LineBoundaries> };
  /** The scheme file of the project. */
  scheme_file: { request: Record<symbol, never>; response: Scheme };
  /** The schemes that come with the program. */
  scheme_templates: { request: Record<symbol, never>; response: Array<SchemeTemplate> };
  /** A scheme that comes with the program, by its id. */
  scheme_template: { request: { 
/**
 * Name.
 */
name: string, }; response: Scheme };
  /** What is wrong with a draft of a scheme, and how its colours do. */
  judge_scheme: { request: { 
/**
 * The scheme file.
 */
scheme: Scheme, }; response: SchemeVerdict };
  /** What taking a draft would do to annotations; changes nothing. */
  preview_scheme: { request: { 
/**
 * The scheme file; its version is given by the program.
 */
scheme: Scheme, 
/**
 * What becomes of parts that are in use and gone from the draft.
 */
decisions: Array<PartDecision>, 
/**
 * The article on screen.
 */
document: number | null, }; response: SchemeEffects };
  /** Takes a draft as the scheme, with the relabelling it causes, in one step. */
  change_scheme: { request: { 
/**
 * The scheme file; its version is given by the program.
 */
scheme: Scheme, 
/**
 * What becomes of parts that are in use and gone from the draft.
 */
decisions: Array<PartDecision>, 
/**
 * The article on screen.
 */
document: number | null, }; response: Edited };
  /** Asks for a place and writes a draft there; `null` when the person cancels. */
  export_scheme: { request: { 
/**
 * The scheme file.
 */
scheme: Scheme, }; response: Message | null };
  /** Asks for a scheme file and answers it as a draft; `null` when the person cancels. */
  import_scheme: { request: Record<symbol, never>; response: Scheme | null };
  /** What an export can be asked for, and what the last one was. */
  export_choices: { request: Record<symbol, never>; response: ExportChoices };
  /** What an export would write, as far as it is known; some more articles are looked at with each question. */
  survey_export: { request: { 
/**
 * The export.
 */
asked: ExportAsked, 
/**
 * The project may have changed: what was found is found again.
 */
anew: boolean, }; response: ExportSurvey };
  /** Asks for a place and begins to write articles there; `null` when the person cancels. */
  export: { request: { 
/**
 * The id of a format.
 */
format: string, 
/**
 * What was chosen of each format: by its id, then by the option's.
 */
options: { [key in string]: { [key in string]: string } }, 
/**
 * Which articles, by how far they are.
 */
scope: ExportScope, 
/**
 * The layers of one annotator only.
 */
annotator: number | null, 
/**
 * Spans with these labels only.
 */
labels: Array<string>, 
/**
 * Articles in these languages only; `und` for none known.
 */
languages: Array<string>, 
/**
 * Spans with one of these flags only.
 */
withFlags: Array<'unsure' | 'question' | 'cuts_grapheme' | 'text_changed'>, 
/**
 * Spans with none of these flags.
 */
withoutFlags: Array<'unsure' | 'question' | 'cuts_grapheme' | 'text_changed'>, 
/**
 * Articles published then or later: 2026, 2026-01 or 2026-01-14.
 */
from: string, 
/**
 * Articles published then or earlier.
 */
to: string, 
/**
 * Leaves out what is marked where the article is not.
 */
withoutSkipped: boolean, 
/**
 * Calls annotators A1, A2 and so on.
 */
anonymous: boolean, 
/**
 * Annotators who agreed to be named.
 */
named: number[], 
/**
 * Leaves the texts out, where the format can.
 */
withoutText: boolean, 
/**
 * Quotes of at most this many code points stay without the texts.
 */
quotes: number, 
/**
 * Parts with their shares; none for one whole.
 */
parts: Array<PartAsked>, 
/**
 * Decides which article goes into which part.
 */
seed: string, 
/**
 * Languages are spread evenly over the parts.
 */
stratifyLanguage: boolean, 
/**
 * Labels are.
 */
stratifyLabel: boolean, }; response: JobView | null };
  /** Shows where a file lies, in the system's own window. */
  show_file: { request: { 
/**
 * Where it lies.
 */
path: string, }; response: null };
  /** Asks which files to import; `null` when the person cancels. */
  choose_import: { request: { 
/**
 * A folder, or else files.
 */
folder: boolean, }; response: ImportOffer | null };
  /** What an import would bring, as far as the files are read. */
  survey_import: { request: { 
/**
 * The import.
 */
asked: ImportAsked, 
/**
 * The files may have changed: they are read again.
 */
anew: boolean, }; response: ImportSurvey };
  /** Begins to read files; `null` when the person is asked for them and cancels. */
  import: { request: { 
/**
 * Files and folders; where there are none, they are asked for.
 */
paths: Array<string>, 
/**
 * The id of a format; found out where it is empty.
 */
format: string, 
/**
 * What was chosen of it.
 */
options: { [key in string]: string }, 
/**
 * Offsets may be repaired.
 */
repair: boolean, 
/**
 * A project without articles takes the scheme of the files.
 */
takeScheme: boolean, 
/**
 * The name in the files whose layers become those of the annotator;
 * empty for none, `null` for what is most likely.
 */
own: string | null, 
/**
 * What becomes of labels.
 */
labels: { [name in string]: Becomes }, 
/**
 * What becomes of kinds of links.
 */
links: { [name in string]: Becomes }, 
/**
 * What becomes of attributes, by the id that the survey gives them.
 */
attributes: { [id in string]: Becomes }, 
/**
 * What becomes of values, by the id that the survey gives them.
 */
values: { [id in string]: Becomes }, }; response: JobView | null };
  /** Asks for files, or a folder of them, to take articles from, and puts them on offer; `null` when the person cancels. */
  choose_article_files: { request: { 
/**
 * All files of a folder.
 */
folder: boolean, }; response: OfferView | null };
  /** A stretch of the files on offer; `null` where there is no offer. */
  offer: { request: { 
/**
 * The place of the first file, from 0.
 */
first: number, 
/**
 * How many, up to 200.
 */
count: number, }; response: OfferView | null };
  /** All that is known of a file on offer. */
  offered_file: { request: { 
/**
 * Its place, from 0.
 */
file: number, }; response: OfferedFileView };
  /** Says whether files on offer are to be added. */
  want_offered: { request: { 
/**
 * A place; `null`: all.
 */
file: number | null, 
/**
 * They are.
 */
wanted: boolean, }; response: null };
  /** Reads a file on offer as another encoding. */
  read_offered_as: { request: { 
/**
 * The file's place.
 */
file: number, 
/**
 * Its name in the Encoding Standard; `null`: it is found out.
 */
encoding: string | null, }; response: null };
  /** Gives a column of a table on offer another meaning. */
  take_offered_column: { request: { 
/**
 * The file's place.
 */
file: number, 
/**
 * The column's place, from 0.
 */
column: number, 
/**
 * What it gives an article; `null`: it is kept beside it.
 */
field: 'text' | 'title' | 'outlet' | 'author' | 'published' | 'url' | 'language' | null, }; response: null };
  /** Begins to add the files that are wanted; with no project open it makes one. */
  add_offered: { request: Record<symbol, never>; response: JobView };
  /** Leaves the files on offer where they are. */
  leave_offer: { request: Record<symbol, never>; response: null };
  /** What became of the files that were added last, once; `null` where nothing was. */
  files_report: { request: Record<symbol, never>; response: FilesReport | null };
  /** Asks for a place and writes a report there; `null` when the person cancels. */
  save_report: { request: { 
/**
 * The text.
 */
text: string, }; response: Message | null };
  /** Stops a job: nothing of it stays. */
  stop_job: { request: { 
/**
 * Which one.
 */
job: number, }; response: null };
}

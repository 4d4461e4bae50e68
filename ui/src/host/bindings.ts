/* Made from the commands in src-tauri/crates/app. */

export type Argument = number | string;
export type Theme = 'system' | 'light' | 'dark';
export type Edge = 'start' | 'end';
export type Unit = 'word' | 'grapheme';
export type Code =
  | 'Invalid'
  | 'NotFound'
  | 'Duplicate'
  | 'Stale'
  | 'ReadOnly'
  | 'FileTooNew'
  | 'FileNotOurs'
  | 'FileDamaged'
  | 'FileBusy'
  | 'DiskFull'
  | 'TooLarge'
  | 'Unreadable'
  | 'Unsupported'
  | 'Stopped'
  | 'Internal';
export type TextRange = { start: number; end: number };
export type Message = { key: string; arguments: { [key in string]?: Argument } };
export type Problem = {
  code: Code;
  key: string;
  arguments: { [key in string]?: Argument };
  hint: string | null;
  cause: string | null;
};
export type RecentProject = { name: string; path: string };
export type SettingsView = { theme: Theme; textSize: number; keys: { [key in string]?: string } };
export type StartView = {
  annotator: string | null;
  project: ProjectView | null;
  settings: SettingsView;
  recent: Array<RecentProject>;
  version: string;
  problem: Problem | null;
};
export type AnnotatorView = { id: number; name: string };
export type HistoryView = { undo: string | null; redo: string | null };
export type DocumentRow = {
  id: number;
  title: string;
  status: 'new' | 'started' | 'done';
  language: string;
  claims: number;
  practice: boolean;
};
export type ChoiceView = { id: string; title: string; help: string };
export type AttributeView = {
  id: string;
  title: string;
  kind: 'choice' | 'choices' | 'yes-no' | 'number' | 'text' | 'vocabulary';
  values: Array<ChoiceView>;
  show: 'always' | 'more';
  hasRule: boolean;
  help: string;
};
export type LabelView = {
  id: string;
  title: string;
  key: string | null;
  colour: string;
  shape: 'tint' | 'solid' | 'dotted' | 'wavy' | 'zone';
  role: 'statement' | 'actor' | 'cue' | 'place' | 'zone' | 'other';
  discontinuous: boolean;
  help: string;
  attributes: Array<AttributeView>;
};
export type LinkKindView = {
  id: string;
  title: string;
  key: string | null;
  from: Array<string>;
  to: Array<string>;
  many: boolean;
  special: ('author' | 'not_given')[];
  hasRule: boolean;
  help: string;
};
export type SchemeView = {
  title: string;
  labels: Array<LabelView>;
  links: Array<LinkKindView>;
  entityTypes: Array<string>;
};
export type ProjectView = {
  name: string;
  path: string;
  readOnly: boolean;
  annotator: AnnotatorView;
  scheme: SchemeView;
  documents: Array<DocumentRow>;
  history: HistoryView;
  notice: Message | null;
};
export type DuplicateView = { id: number; title: string; removed: boolean };
export type ArticleProposal = {
  title: string;
  language: string;
  guess: string | null;
  confidence: number;
  length: number;
  paragraphs: number;
  rightToLeft: boolean;
  duplicate: DuplicateView | null;
};
export type Added = { document: DocumentRow; history: HistoryView; message: Message };
export type LanguageView = { tag: string; guess: string | null; confidence: number; byHand: boolean };
export type ParagraphView = { range: TextRange; language: LanguageView };
export type ValueView = { value: string | boolean | string[]; byRule: boolean };
export type SpanView = {
  id: number;
  label: string;
  fragments: Array<TextRange>;
  attributes: { [key in string]?: ValueView };
  entity: number | null;
  note: string;
  flags: ('unsure' | 'cuts_grapheme')[];
};
export type TargetView = {
  span: number | null;
  entity: number | null;
  special: 'author' | 'not_given' | null;
};
export type LinkView = { id: number; kind: string; head: number; target: TargetView; byRule: boolean };
export type EntityView = { id: number; kind: string; name: string; aliases: Array<string> };
export type ZoneView = {
  id: number;
  range: TextRange;
  kind: 'skip' | 'headline' | 'subheading' | 'byline' | 'dateline' | 'caption';
  state: 'proposed' | 'accepted' | 'refused';
  reason: string;
};
export type ArticleView = {
  id: number;
  title: string;
  text: string;
  rightToLeftLines: Array<number>;
  language: LanguageView;
  paragraphs: Array<ParagraphView>;
  layer: number | null;
  status: 'new' | 'started' | 'done';
  spans: Array<SpanView>;
  links: Array<LinkView>;
  entities: Array<EntityView>;
  zones: Array<ZoneView>;
  metadata: { [key in string]?: string };
  practice: boolean;
};
export type Patch = {
  spans: Array<SpanView>;
  removedSpans: number[];
  links: Array<LinkView>;
  removedLinks: number[];
  entities: Array<EntityView>;
  zones: Array<ZoneView>;
  removedZones: number[];
  title: string | null;
  status: 'new' | 'started' | 'done' | null;
  language: LanguageView | null;
  paragraphs: Array<ParagraphView> | null;
};
export type Edited = {
  document: number;
  patch: Patch;
  current: number | null;
  active: number | null;
  caret: number | null;
  message: Message;
  history: HistoryView;
  rows: Array<DocumentRow>;
  removedRows: number[];
  next: number | null;
};
export type StopView = {
  range: TextRange;
  kind: 'span' | 'quotation' | 'name' | 'paragraph';
  span: number | null;
};
export type LineBoundaries = {
  line: number;
  words: number[];
  isWord: Array<boolean>;
  clusters: Array<TextRange>;
};
export type Candidate = { target: TargetView; title: string; near: string; kind: string | null };
export type Found = { documents: number[] };
export type TransferReport = {
  files: Array<string>;
  articles: number;
  spans: number;
  links: number;
  notes: Array<Message>;
  message: Message;
  documents: Array<DocumentRow> | null;
  history: HistoryView;
};
export type Difference = { message: Message; range: TextRange };
export type Comparison = { right: number; expected: number; differences: Array<Difference> };

type Value = string | boolean | string[];

export interface Commands {
  start: { request: Record<string, never>; response: StartView };
  set_annotator: { request: { name: string }; response: StartView };
  save_settings: { request: SettingsView; response: SettingsView };
  new_project: { request: Record<string, never>; response: ProjectView | null };
  choose_project: { request: Record<string, never>; response: ProjectView | null };
  open_project: { request: { name: string }; response: ProjectView };
  open_demo: { request: Record<string, never>; response: ProjectView };
  propose_article: { request: { text: string }; response: ArticleProposal };
  add_article: {
    request: {
      text: string;
      title: string;
      language: string | null;
      metadata: { [key in string]?: string };
    };
    response: Added;
  };
  rename_article: { request: { document: number; title: string }; response: Edited };
  remove_article: { request: { document: number }; response: Edited };
  search: { request: { query: string }; response: Found };
  open_article: { request: { document: number }; response: ArticleView };
  choose_language: {
    request: { document: number; paragraph: number | null; tag: string | null };
    response: Edited;
  };
  set_done: { request: { document: number; done: boolean }; response: Edited };
  toggle_zone: { request: { document: number; caret: number }; response: Edited };
  compare_practice: { request: { document: number }; response: Comparison };
  mark: {
    request: {
      document: number;
      label: string;
      selection: TextRange | null;
      caret: number;
      claim: number | null;
      slot: string | null;
    };
    response: Edited;
  };
  mark_stand_in: {
    request: {
      document: number;
      selection: TextRange | null;
      caret: number;
      entity: number | null;
      name: string | null;
    };
    response: Edited;
  };
  fill: {
    request: {
      document: number;
      claim: number;
      slot: string;
      target: TargetView;
      name: string | null;
      further: boolean;
    };
    response: Edited;
  };
  same_speaker: { request: { document: number; claim: number }; response: Edited };
  candidates: {
    request: { document: number; claim: number; slot: string; query: string };
    response: Array<Candidate>;
  };
  toggle_fragment: {
    request: { document: number; span: number; selection: TextRange | null; caret: number };
    response: Edited;
  };
  resize: {
    request: {
      document: number;
      span: number;
      edge: Edge;
      unit: Unit;
      forward: boolean;
      caret: number;
    };
    response: Edited;
  };
  set_value: {
    request: { document: number; span: number; attribute: string; value: Value | null };
    response: Edited;
  };
  relabel: { request: { document: number; span: number; label: string }; response: Edited };
  toggle_unsure: { request: { document: number; span: number }; response: Edited };
  set_note: { request: { document: number; span: number; note: string }; response: Edited };
  set_entity: {
    request: { document: number; span: number; entity: number | null; name: string | null };
    response: Edited;
  };
  delete_span: { request: { document: number; span: number }; response: Edited };
  delete_link: { request: { document: number; link: number }; response: Edited };
  undo: { request: { document: number | null }; response: Edited };
  redo: { request: { document: number | null }; response: Edited };
  stop: { request: { document: number; from: TextRange; backward: boolean }; response: StopView | null };
  grow: { request: { document: number; selection: TextRange }; response: TextRange | null };
  quotation: { request: { document: number; caret: number }; response: TextRange | null };
  boundaries: {
    request: { document: number; first: number; last: number };
    response: Array<LineBoundaries>;
  };
  export: { request: { format: string }; response: TransferReport | null };
  import: { request: Record<string, never>; response: TransferReport | null };
}

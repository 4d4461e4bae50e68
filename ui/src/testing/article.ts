// A small article as the program sends it, and answers to edits of it.

import type {
  ArticleList,
  ArticleView,
  DocumentRow,
  Edited,
  LinkView,
  Patch,
  ProjectView,
  SpanView,
  StartView,
} from '../host/bindings';
import { SETTINGS } from '../state/reading';
import { linkRows, spanRows } from './rows';
import { scheme } from './scheme';

export const text = '“It will rain,” Amal said. Baku waits. “We stay,” he added.\nشمس غدا\n';

export const span = (id: number, label: string, start: number, end: number): SpanView => ({
  id,
  label,
  fragments: [{ start, end }],
  attributes: {},
  entity: null,
  note: '',
  flags: [],
  question: '',
});

export const link = (id: number, kind: string, head: number, tail: number): LinkView => ({
  id,
  kind,
  head,
  target: { span: tail, entity: null, special: null },
  attributes: {},
  note: '',
  byRule: false,
});

type Changes = Partial<Omit<ArticleView, 'spans' | 'links'>> & { spans?: SpanView[]; links?: LinkView[] };

export const article = ({ spans, links, ...changes }: Changes = {}): ArticleView => ({
  id: 1,
  title: 'Rain',
  text,
  rightToLeftLines: [1],
  language: { tag: 'en', guess: null, siblings: [], confidence: 0.9, byHand: false },
  paragraphs: [],
  layer: 1,
  status: 'started',
  answers: {},
  spans: spanRows(spans ?? [span(1, 'claim', 0, 15), { ...span(2, 'speaker', 16, 20), entity: 1 }]),
  links: linkRows(links ?? [link(1, 'said_by', 1, 2)]),
  entities: [{ id: 1, standing: 1, kind: 'person', name: 'Amal Aziz', aliases: ['Amal'] }],
  zones: [],
  metadata: {},
  practice: false,
  earlier: null,
  newer: null,
  ...changes,
});

export const row = (id: number, changes: Partial<DocumentRow> = {}): DocumentRow => ({
  id,
  title: `Article ${id}`,
  status: 'new',
  language: 'en',
  claims: 0,
  practice: false,
  outlet: '',
  published: '',
  ...changes,
});

/** A list of articles with the rows of the first `fetched` of them. */
export const list = (rows: readonly DocumentRow[], fetched = rows.length): ArticleList => ({
  articles: rows.map(({ id }) => id),
  rows: rows.slice(0, fetched),
  done: rows.filter(({ status }) => status === 'done').length,
  languages: [...new Set(rows.map(({ language }) => language))],
  first: (rows.find(({ status }) => status !== 'done') ?? rows[0])?.id ?? null,
});

export const project = (changes: Partial<ProjectView> = {}): ProjectView => ({
  name: 'Weather',
  path: '/weather.postil',
  readOnly: false,
  annotator: { id: 1, name: 'Leyla' },
  scheme,
  documents: list([row(1, { title: 'Rain', status: 'started', claims: 1 }), row(2)]),
  history: { undo: null, redo: null },
  notice: null,
  ...changes,
});

export const start = (changes: Partial<StartView> = {}): StartView => ({
  annotator: 'Leyla',
  project: project(),
  settings: { ...SETTINGS, theme: 'light' },
  recent: [],
  version: '0.1.0',
  problem: null,
  ...changes,
});

export const patch = (changes: Partial<Patch> = {}): Patch => ({
  spans: [],
  removedSpans: [],
  links: [],
  removedLinks: [],
  entities: [],
  zones: [],
  removedZones: [],
  title: null,
  status: null,
  answers: null,
  language: null,
  paragraphs: null,
  ...changes,
});

export const edited = (changes: Partial<Patch> = {}, rest: Partial<Edited> = {}): Edited => ({
  document: 1,
  patch: patch(changes),
  current: null,
  active: null,
  caret: null,
  message: { key: 'hint-done', arguments: {} },
  history: { undo: 'step-mark', redo: null },
  rows: [],
  list: null,
  removedRows: [],
  next: null,
  scheme: null,
  ...rest,
});

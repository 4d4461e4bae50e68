// Formats and surveys as the program answers with them.

import type {
  ExportAsked,
  ExportChoices,
  ExportSurvey,
  FormatView,
  ImportAsked,
  ImportSurvey,
} from '../host/bindings';

export const formats: FormatView[] = [
  { id: 'jsonl', title: 'Postil JSONL', options: [], folder: false, withholds: true, readable: true },
  {
    id: 'csv',
    title: 'CSV, one row for each claim',
    options: [
      { id: 'tables', values: ['claims', 'all'] },
      { id: 'neutralise', values: ['yes', 'no'] },
    ],
    folder: false,
    withholds: false,
    readable: true,
  },
  {
    id: 'brat',
    title: 'brat',
    options: [{ id: 'attributions', values: ['no', 'yes'] }],
    folder: true,
    withholds: false,
    readable: true,
  },
];

export const exportAsked = (changes: Partial<ExportAsked> = {}): ExportAsked => ({
  format: 'jsonl',
  options: {},
  scope: 'finished',
  annotator: null,
  labels: [],
  languages: [],
  withFlags: [],
  withoutFlags: [],
  from: '',
  to: '',
  withoutSkipped: false,
  anonymous: true,
  named: [],
  withoutText: false,
  quotes: 0,
  parts: [],
  seed: '1',
  stratifyLanguage: false,
  stratifyLabel: false,
  ...changes,
});

export const exportChoices = (changes: Partial<ExportChoices> = {}): ExportChoices => ({
  asked: exportAsked(),
  formats,
  annotators: [
    { id: 1, name: 'Nur' },
    { id: 2, name: 'Bela' },
  ],
  ...changes,
});

export const exportSurvey = (changes: Partial<ExportSurvey> = {}): ExportSurvey => ({
  whole: true,
  read: 2,
  all: 2,
  articles: 2,
  spans: 5,
  links: 3,
  losses: [],
  parts: [],
  together: 0,
  groups: [],
  files: [{ name: '.jsonl', lines: ['{"format":"postil/1"}'], text: true }],
  problem: null,
  ...changes,
});

export const importAsked = (changes: Partial<ImportAsked> = {}): ImportAsked => ({
  paths: ['/data/brat'],
  format: 'brat',
  options: {},
  repair: false,
  takeScheme: true,
  own: null,
  labels: {},
  links: {},
  attributes: {},
  values: {},
  ...changes,
});

export const importSurvey = (changes: Partial<ImportSurvey> = {}): ImportSurvey => ({
  whole: true,
  articles: 1,
  duplicates: 0,
  annotators: ['brat'],
  own: 'brat',
  spans: 3,
  links: 2,
  labels: [{ name: 'Assertion', count: 3, known: false, becomes: 'new' }],
  links_found: [{ name: 'utteredBy', count: 2, known: false, becomes: { ours: 'said_by' } }],
  attributes_found: [],
  values_found: [],
  problems: [],
  losses: [],
  repairs: [],
  schemes: [],
  takes: false,
  problem: null,
  ...changes,
});

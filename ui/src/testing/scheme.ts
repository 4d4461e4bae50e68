// The built-in scheme as the window gets it.

import type { AttributeView, LabelView, LinkKindView, SchemeView } from '../host/bindings';

const choice = (id: string, values: string[], rest: Partial<AttributeView> = {}): AttributeView => ({
  id,
  title: id,
  kind: 'choice',
  values: values.map((value) => ({ id: value, title: value, help: '', retired: false })),
  show: 'always',
  retired: false,
  hasRule: false,
  required: false,
  help: '',
  ...rest,
});

const label = (rest: Partial<LabelView> & Pick<LabelView, 'id' | 'title'>): LabelView => ({
  key: null,
  colour: '#888888',
  shape: 'solid',
  role: 'other',
  retired: false,
  discontinuous: true,
  help: '',
  attributes: [],
  ...rest,
});

const link = (rest: Partial<LinkKindView> & Pick<LinkKindView, 'id' | 'title' | 'to'>): LinkKindView => ({
  key: null,
  from: ['claim'],
  retired: false,
  many: false,
  special: [],
  attributes: [],
  hasRule: false,
  help: '',
  ...rest,
});

export const scheme: SchemeView = {
  title: 'Claims, speakers and places',
  labels: [
    label({
      id: 'claim',
      title: 'Claim',
      key: 'C',
      colour: '#d9a514',
      shape: 'tint',
      role: 'statement',
      help: 'Mark what is claimed, with its quotation marks and without the words that report it.',
      attributes: [
        choice('form', ['direct', 'indirect', 'mixed', 'free indirect', 'reported'], { hasRule: true }),
        choice('statement', ['fact', 'prediction', 'opinion', 'plan', 'demand', 'question']),
        choice('medium', ['speech', 'writing', 'thought', 'unspecified'], { show: 'more' }),
      ],
    }),
    label({
      id: 'speaker',
      title: 'Speaker or actor',
      key: 'S',
      colour: '#1f6fb2',
      shape: 'solid',
      role: 'actor',
      attributes: [
        choice('mention', ['name', 'title', 'nominal', 'pronoun', 'metonym', 'relative'], {
          show: 'more',
          hasRule: true,
        }),
      ],
    }),
    label({
      id: 'cue',
      title: 'Cue',
      key: 'V',
      colour: '#6b6b6b',
      shape: 'wavy',
      role: 'cue',
      attributes: [choice('type', ['verb', 'noun', 'preposition'], { show: 'more' })],
    }),
    label({
      id: 'place',
      title: 'Place',
      key: 'P',
      colour: '#2f8f5b',
      shape: 'dotted',
      role: 'place',
      attributes: [choice('sense', ['literal', 'metonymic', 'mixed', 'associative', 'not a place'])],
    }),
    label({ id: 'skip', title: 'Not the article', shape: 'zone', role: 'zone' }),
  ],
  links: [
    link({
      id: 'said_by',
      title: 'said by',
      to: ['speaker', 'entity'],
      many: true,
      key: 'S',
      special: ['author', 'not_given'],
    }),
    link({ id: 'cued_by', title: 'cue', to: ['cue'], key: 'V' }),
    link({ id: 'addressed_to', title: 'told to', to: ['speaker', 'entity'], many: true, key: 'T' }),
    link({
      id: 'about',
      title: 'about',
      to: ['place', 'speaker', 'entity'],
      many: true,
      key: 'O',
      hasRule: true,
    }),
    link({ id: 'part_of', title: 'part of', to: ['claim'], hasRule: true }),
    link({ id: 'stands_for', title: 'stands for', from: ['place'], to: ['entity'] }),
  ],
  questions: [
    choice('relevant', [], { kind: 'yes-no', show: 'more' }),
    choice('genre', ['news', 'opinion'], { show: 'more' }),
  ],
  entityTypes: ['person', 'organisation', 'government', 'group', 'document', 'place', 'unnamed'],
};

// Every action, its keys, and what it needs. Letters of labels and slots are
// not here: the scheme brings them.

export type Need = 'claim' | 'current' | 'project' | 'article';
export type Where = 'text' | 'window' | 'list' | 'preview';
export type Group = 'mark' | 'claim' | 'span' | 'move' | 'article' | 'window';

export interface Action {
  readonly id: string;
  readonly keys: readonly string[];
  /** Where the focus must be: in the article, or anywhere but in a field. */
  readonly where: Where;
  readonly group: Group;
  /** What must be there, else the status line says what is missing. */
  readonly need?: Need;
  /** Changes annotations, so refused on an article that is done. */
  readonly changes?: true;
  /** Goes on while the key is held. */
  readonly repeats?: true;
  /** Works from a field too. */
  readonly everywhere?: true;
  /** The browser does it or the surface does; shown, never resolved. */
  readonly shownOnly?: true;
}

const digits = (action: string, where: Where, rest: Partial<Action>): Action[] =>
  [...'1234567890'].map((digit) => ({
    id: `${action}-${digit}`,
    keys: [digit],
    where,
    group: 'claim',
    ...rest,
  }));

/** Keys of a list while it is open: its own line says them. */
export const ofOpenList = (action: Action): boolean => action.where === 'list' || action.where === 'preview';

export const ACTIONS: readonly Action[] = [
  { id: 'mention', keys: ['M'], where: 'text', group: 'mark', changes: true },
  { id: 'stand-in', keys: ['G'], where: 'text', group: 'mark', changes: true },
  { id: 'fragment', keys: ['F'], where: 'text', group: 'mark', need: 'claim', changes: true },
  {
    id: 'fragment-current',
    keys: ['Shift+F'],
    where: 'text',
    group: 'mark',
    need: 'current',
    changes: true,
  },

  { id: 'same-speaker', keys: ['R'], where: 'text', group: 'claim', need: 'claim', changes: true },
  { id: 'author', keys: ['A'], where: 'text', group: 'claim', need: 'claim', changes: true },
  { id: 'not-given', keys: ['N'], where: 'text', group: 'claim', need: 'claim', changes: true },
  ...digits('value', 'text', { need: 'current', changes: true }),

  { id: 'enter', keys: ['Enter'], where: 'text', group: 'span', need: 'current' },
  { id: 'join-same', keys: ['Shift+Enter'], where: 'text', group: 'span', need: 'current', changes: true },
  { id: 'details', keys: ['Shift+I'], where: 'text', group: 'span', need: 'current' },
  { id: 'relabel', keys: ['L'], where: 'text', group: 'span', need: 'current', changes: true },
  { id: 'elsewhere', keys: ['W'], where: 'text', group: 'span', need: 'current', changes: true },
  { id: 'split', keys: ['Y'], where: 'text', group: 'span', need: 'current', changes: true },
  { id: 'merge', keys: ['Shift+Y'], where: 'text', group: 'span', need: 'current', changes: true },
  { id: 'unsure', keys: ['H'], where: 'text', group: 'span', need: 'current', changes: true },
  { id: 'question', keys: ['Shift+H'], where: 'text', group: 'span', need: 'current', changes: true },
  { id: 'note', keys: ['E'], where: 'text', group: 'span', need: 'current', changes: true },
  {
    id: 'delete',
    keys: ['Backspace', 'Delete'],
    where: 'text',
    group: 'span',
    need: 'current',
    changes: true,
  },
  ...(['left', 'right'] as const).flatMap((side): Action[] => {
    const arrow = side === 'left' ? 'ArrowLeft' : 'ArrowRight';
    const point = side === 'left' ? ',' : '.';
    const resize = { where: 'text', group: 'span', need: 'current', changes: true, repeats: true } as const;
    return [
      { id: `end-word-${side}`, keys: [`Alt+${arrow}`], ...resize },
      { id: `start-word-${side}`, keys: [`Alt+Shift+${arrow}`], ...resize },
      { id: `end-letter-${side}`, keys: [`Alt+${point}`], ...resize },
      { id: `start-letter-${side}`, keys: [`Alt+Shift+${point}`], ...resize },
    ];
  }),

  { id: 'next-stop', keys: ['Space'], where: 'text', group: 'move', repeats: true },
  { id: 'previous-stop', keys: ['Shift+Space'], where: 'text', group: 'move', repeats: true },
  { id: 'grow', keys: ['X'], where: 'text', group: 'move' },
  { id: 'shrink', keys: ['Shift+X'], where: 'text', group: 'move' },
  { id: 'quotation', keys: ['Q'], where: 'text', group: 'move' },
  { id: 'next-claim', keys: ['J'], where: 'text', group: 'move', repeats: true },
  { id: 'previous-claim', keys: ['K'], where: 'text', group: 'move', repeats: true },
  { id: 'next-here', keys: ['I'], where: 'text', group: 'move' },
  { id: 'move', keys: ['Arrows'], where: 'text', group: 'move', shownOnly: true },
  { id: 'back', keys: ['Escape'], where: 'window', group: 'move', everywhere: true },
  { id: 'card', keys: ['Tab'], where: 'text', group: 'move' },
  { id: 'next-pane', keys: ['F6'], where: 'window', group: 'move', everywhere: true },
  { id: 'previous-pane', keys: ['Shift+F6'], where: 'window', group: 'move', everywhere: true },

  { id: 'zone', keys: ['B'], where: 'text', group: 'article', changes: true },
  { id: 'accept-zone', keys: ['Shift+B'], where: 'text', group: 'article', changes: true },
  { id: 'refuse-zone', keys: ['Alt+B'], where: 'text', group: 'article', changes: true },
  { id: 'adjust-zone', keys: ['Ctrl+Shift+B'], where: 'text', group: 'article', changes: true },
  { id: 'accept-zones', keys: ['Ctrl+B'], where: 'window', group: 'article', need: 'article', changes: true },
  { id: 'fold', keys: ['F8'], where: 'text', group: 'article' },
  { id: 'fold-all', keys: ['Shift+F8'], where: 'text', group: 'article' },
  { id: 'language-paragraph', keys: ['Shift+L'], where: 'text', group: 'article', changes: true },
  {
    id: 'language-article',
    keys: ['Ctrl+L'],
    where: 'window',
    group: 'article',
    need: 'article',
    changes: true,
  },
  { id: 'correct-text', keys: ['F7'], where: 'window', group: 'article', need: 'article' },
  { id: 'correction', keys: ['Shift+F7'], where: 'window', group: 'article', need: 'article' },
  { id: 'done', keys: ['D'], where: 'text', group: 'article' },
  { id: 'answers', keys: ['Shift+A'], where: 'text', group: 'article', need: 'article' },
  { id: 'findings', keys: ['Shift+D'], where: 'text', group: 'article' },
  {
    id: 'next-article',
    keys: ['Ctrl+PageDown'],
    where: 'window',
    group: 'article',
    need: 'project',
    everywhere: true,
  },
  {
    id: 'previous-article',
    keys: ['Ctrl+PageUp'],
    where: 'window',
    group: 'article',
    need: 'project',
    everywhere: true,
  },
  { id: 'paste', keys: ['Ctrl+V'], where: 'window', group: 'article', shownOnly: true },
  { id: 'add-files', keys: ['Ctrl+O'], where: 'window', group: 'article', need: 'project', everywhere: true },
  {
    id: 'add-folder',
    keys: ['Ctrl+Shift+O'],
    where: 'window',
    group: 'article',
    need: 'project',
    everywhere: true,
  },

  { id: 'undo', keys: ['Ctrl+Z'], where: 'window', group: 'window' },
  { id: 'undo-here', keys: ['U'], where: 'text', group: 'window' },
  { id: 'redo', keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], where: 'window', group: 'window' },
  { id: 'redo-here', keys: ['Shift+U'], where: 'text', group: 'window' },
  {
    id: 'find',
    keys: ['Ctrl+F'],
    where: 'window',
    group: 'window',
    need: 'article',
    everywhere: true,
  },
  {
    id: 'register',
    keys: ['Ctrl+E'],
    where: 'window',
    group: 'window',
    need: 'project',
    everywhere: true,
  },
  {
    id: 'library',
    keys: ['Ctrl+Shift+F'],
    where: 'window',
    group: 'window',
    need: 'project',
    everywhere: true,
  },
  { id: 'near', keys: ['Ctrl+D'], where: 'window', group: 'window', need: 'project' },
  {
    id: 'import',
    keys: ['Ctrl+I'],
    where: 'window',
    group: 'window',
    need: 'project',
    everywhere: true,
  },
  {
    id: 'export',
    keys: ['Ctrl+Shift+S'],
    where: 'window',
    group: 'window',
    need: 'project',
    everywhere: true,
  },
  { id: 'bin', keys: ['Ctrl+Delete'], where: 'window', group: 'window', need: 'project' },
  { id: 'claims', keys: ['Shift+J'], where: 'text', group: 'window', need: 'project' },
  { id: 'questions', keys: ['Shift+Q'], where: 'text', group: 'window', need: 'project' },
  ...(
    [
      ['larger', 'Ctrl+Plus'],
      ['smaller', 'Ctrl+Minus'],
      ['as-it-is', 'Ctrl+0'],
    ] as const
  ).map(([size, key]): Action => ({
    id: `zoom-${size}`,
    keys: [key],
    where: 'window',
    group: 'window',
    everywhere: true,
  })),
  { id: 'reading', keys: ['F9'], where: 'window', group: 'window', need: 'article', everywhere: true },
  { id: 'scheme', keys: ['Ctrl+Shift+E'], where: 'window', group: 'window', need: 'project' },
  { id: 'stop-job', keys: ['Shift+Escape'], where: 'window', group: 'window', everywhere: true },
  { id: 'palette', keys: ['Ctrl+K'], where: 'window', group: 'window', everywhere: true },
  { id: 'keys', keys: ['F1'], where: 'window', group: 'window', everywhere: true },
  { id: 'keys-here', keys: ['?'], where: 'text', group: 'window' },

  ...digits('choose', 'list', {}),
  { id: 'accept', keys: ['Enter'], where: 'list', group: 'claim' },
  { id: 'choice-down', keys: ['ArrowDown'], where: 'list', group: 'claim', repeats: true },
  { id: 'choice-up', keys: ['ArrowUp'], where: 'list', group: 'claim', repeats: true },
  { id: 'close', keys: ['Escape'], where: 'list', group: 'claim' },

  ...digits('toggle', 'preview', { changes: true }),
  { id: 'toggle-here', keys: ['Space'], where: 'preview', group: 'span', changes: true },
  { id: 'mark-all', keys: ['Enter'], where: 'preview', group: 'span', changes: true },
  { id: 'place-down', keys: ['ArrowDown', 'J'], where: 'preview', group: 'span', repeats: true },
  { id: 'place-up', keys: ['ArrowUp', 'K'], where: 'preview', group: 'span', repeats: true },
  { id: 'leave-places', keys: ['Escape'], where: 'preview', group: 'span' },
];

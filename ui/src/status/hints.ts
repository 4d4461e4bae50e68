// What the next keys do, for the status line.

import type { LinkKindView, LinkView, SpanView } from '../host/bindings';
import { claimNumber, quote, type OpenArticle } from '../state/article';
import { chosen } from '../state/elsewhere';
import { choicesOf, isChosen, mainField } from '../state/fields';
import type { Panel, Program } from '../state/program.svelte';
import { linksOf, targetName } from '../state/target';
import { entityWord, say } from '../words/words';

export interface Hint {
  readonly key: string;
  readonly text: string;
  /** What it names is text of the article or a name. */
  readonly quoted?: string;
  readonly on?: boolean;
}

/** What is being worked on, in a few words. */
export interface Subject {
  readonly text: string;
  readonly quoted: string;
  readonly rest: string;
}

export const nameOf = (article: OpenArticle, slot: LinkKindView | undefined, claim: number): string =>
  slot
    ? linksOf(article, claim, slot.id)
        .map(({ target }) => {
          const { special, text } = targetName(article, target);
          return special ? say(`special-${special}`) : text;
        })
        .join(', ')
    : '';

/** Its first words, and that there are more. */
function beginning(article: OpenArticle, span: SpanView, longest: number): string {
  const words = quote(article, span, longest);
  return words.length < quote(article, span, 2 * longest).length ? `${words}…` : words;
}

export function subject(program: Program): Subject | null {
  const { article, active, current, hand } = program;
  if (!article || over(program)) return null;
  if (hand) {
    const label = program.label(hand.label);
    const chosen = Object.entries(hand.values).map(([id, value]) => {
      const field = label?.attributes.find((known) => known.id === id);
      return field?.values.find((known) => known.id === value)?.title || String(value);
    });
    return {
      text: say('hand-holds', { label: label?.title ?? hand.label }),
      quoted: '',
      rest: chosen.join(', '),
    };
  }
  if (active !== null) {
    const slot = program.project?.scheme.links.find((link) => link.special.length > 0);
    const number = claimNumber(article, active);
    const name = nameOf(article, slot, active);
    return {
      text: say('claim-number', { number }),
      quoted: '',
      rest: slot ? `${slot.title || slot.id} ${name || '—'}` : '',
    };
  }
  const span = current === null ? undefined : article.spans.get(current);
  if (!span) return null;
  return {
    text: program.label(span.label)?.title ?? span.label,
    quoted: beginning(article, span, 40),
    rest: span.question,
  };
}

function claimHints(program: Program, article: OpenArticle, active: number): Hint[] {
  const scheme = program.project?.scheme;
  if (!scheme) return [];
  const head = article.spans.get(active)?.label ?? '';
  const slots = scheme.links.filter((link) => link.key !== null && link.from.includes(head));
  const source = scheme.links.find((link) => link.special.length > 0);
  const hints: Hint[] = slots.map((slot) => ({ key: slot.key ?? '', text: slotVerb(program, slot) }));
  if (source?.special.includes('author')) hints.push({ key: 'A', text: say('special-author') });
  if (source?.special.includes('not_given')) hints.push({ key: 'N', text: say('special-not_given') });
  const before = article.claims[claimNumber(article, active) - 2];
  const again = before === undefined ? '' : nameOf(article, source, before);
  if (again) hints.push({ key: 'R', text: say('hint-again'), quoted: again });
  hints.push({ key: 'F', text: say('hint-fragment') });
  return hints;
}

/** What the keys do with a chip that has the focus. */
function linkHints(program: Program, link: LinkView | undefined): Hint[] {
  const kind = program.project?.scheme.links.find((known) => known.id === link?.kind);
  const field = mainField(kind);
  if (!link || !kind) return [];
  const go = { key: 'Enter', text: say('hint-show-link') };
  if (program.readOnly) return [go];
  return [
    go,
    ...(field ? [{ key: '1–9', text: field.title || field.id }] : []),
    { key: 'E', text: say('hint-link-note') },
    ...(link.byRule ? [{ key: 'Space', text: say('hint-take-over') }] : []),
    { key: '⌫', text: say('hint-take-away') },
  ];
}

/** The label its letter marks, where they share the letter: "S speaker". */
function slotVerb(program: Program, slot: LinkKindView): string {
  const label = program.project?.scheme.labels.find((known) => known.key === slot.key);
  return (label?.title ?? (slot.title || slot.id)).toLocaleLowerCase();
}

/** The numbered line: whose values the digits choose. */
export function numbered(program: Program): { title: string; hints: Hint[] } | null {
  const { article, current } = program;
  const span: SpanView | undefined = current === null ? undefined : article?.spans.get(current);
  if (!span || program.readOnly || over(program)) return null;
  // The digits are the values of what has the focus: it shows them itself.
  if (program.panel === 'answers' || program.linkAt !== null) return null;
  const field = mainField(program.label(span.label));
  if (!field) return null;
  const hints = choicesOf(field)
    .slice(0, 9)
    .map((value, index) => ({
      key: String(index + 1),
      text: value.title || value.id,
      on: isChosen(span, field.id, value.id),
    }));
  return { title: field.title || field.id, hints };
}

/** Panes over the article that tell their keys themselves. */
const TELLS: ReadonlySet<Panel> = new Set(['offer', 'export', 'import', 'correct']);

/** A pane lies over the article. */
const over = ({ editor, panel }: Program): boolean =>
  editor !== null ||
  panel === 'claims' ||
  panel === 'register' ||
  panel === 'near' ||
  panel === 'added' ||
  TELLS.has(panel);

function nearHints({ near, project }: Program): Hint[] {
  const back = { key: 'Esc', text: say('hint-close') };
  if (!near.pair) return [back];
  return [
    { key: 'Enter', text: say('near-open-second') },
    { key: '⇧Enter', text: say('near-open-first') },
    ...(project?.readOnly ? [] : [{ key: 'Del', text: say('near-remove-second') }]),
    back,
  ];
}

function registerHints({ register }: Program): Hint[] {
  if (register.task.kind !== 'card') {
    return [
      { key: 'Enter', text: say('hint-accept') },
      { key: 'Esc', text: say('hint-close') },
    ];
  }
  if (register.ready && register.total === 0) {
    return [
      { key: 'N', text: say('register-new') },
      { key: '/', text: say('hint-filter') },
      { key: 'Esc', text: say('hint-close') },
    ];
  }
  return [
    { key: 'Enter', text: say('hint-edit') },
    ...(register.card?.linkKinds ?? []).slice(0, 3).map((kind, place) => ({
      key: String(place + 1),
      text: entityWord('relation', kind),
    })),
    { key: 'M', text: say('register-merge') },
    { key: 'N', text: say('register-new') },
    { key: '⌫', text: say('register-delete') },
    { key: '/', text: say('hint-filter') },
    { key: 'Esc', text: say('hint-close') },
  ];
}

export function hints(program: Program): Hint[] {
  const { article, active, project } = program;
  if (!project) return [];
  if (program.editor || TELLS.has(program.panel)) return [];
  if (program.panel === 'near') return nearHints(program);
  if (program.panel === 'added') return [{ key: 'Esc', text: say('hint-close') }];
  if (program.panel === 'claims') {
    return [
      { key: 'Enter', text: say('hint-go-there') },
      { key: 'Space', text: say('hint-sort') },
      { key: '/', text: say('hint-filter') },
      { key: 'Esc', text: say('hint-close') },
    ];
  }
  if (program.panel === 'register') return registerHints(program);
  if (!article) return [{ key: 'Ctrl+V', text: say('hint-paste') }];
  if (program.panel === 'answers') {
    return [
      { key: '1–9', text: say('hint-choose') },
      { key: 'Tab', text: say('hint-next-question') },
      { key: 'Esc', text: say('hint-close') },
    ];
  }
  if (program.linkAt !== null) return linkHints(program, article.links.get(program.linkAt));
  if (program.list) {
    return [
      { key: '1–9', text: say('hint-choose') },
      { key: 'Enter', text: say('hint-accept') },
      { key: 'Esc', text: say('hint-close') },
    ];
  }
  if (program.elsewhere) {
    return [
      { key: 'Space', text: say('hint-toggle') },
      { key: 'Enter', text: say('hint-mark-places', { count: chosen(program.elsewhere).length }) },
      { key: 'Esc', text: say('hint-close') },
    ];
  }
  if (program.awaitsLabel) {
    const labels = project.scheme.labels.flatMap((label) =>
      label.key ? [{ key: label.key, text: label.title }] : [],
    );
    return [...labels, { key: 'Esc', text: say('hint-close') }];
  }
  if (article.status === 'done') {
    return [
      { key: 'D', text: say('hint-reopen') },
      { key: 'J', text: say('hint-next-claim') },
    ];
  }
  if (program.hand) {
    return [
      { key: 'Space', text: say('hint-stop') },
      ...(program.selection ? [{ key: 'Enter', text: say('hint-mark') }] : []),
      { key: 'Esc', text: say('hint-lay-down') },
    ];
  }
  if (active !== null) return claimHints(program, article, active);
  const labels = project.scheme.labels.flatMap((label) =>
    label.key ? [{ key: label.key, text: label.title.toLocaleLowerCase() }] : [],
  );
  return [
    ...labels,
    { key: 'Space', text: say('hint-stop') },
    { key: 'J', text: say('hint-next-claim') },
    { key: 'D', text: say('hint-done') },
    { key: '?', text: say('hint-keys') },
  ];
}

import { describe, expect, it } from 'vitest';
import type { MarkedView, QuestionView, RulePart } from './host/bindings';
import { article, edited, span } from './testing/article';
import { scheme } from './testing/scheme';
import { asked, eachInItsOwnWindow, open, press, program, settled } from './testing/window';

eachInItsOwnWindow();

const marked = (id: number, changes: Partial<MarkedView> = {}): MarkedView => ({
  span: id,
  document: 1,
  title: 'Rain',
  label: 'claim',
  range: { start: 0, end: 15 },
  quote: '“It will rain,”',
  before: '',
  after: ' Amal said.',
  own: true,
  ...changes,
});

const question = (id: number, changes: Partial<QuestionView> = {}): QuestionView => ({
  id,
  marked: marked(1),
  text: 'Both quotation marks?',
  askedBy: 'Leyla',
  askedOn: '2026-01-14',
  answer: null,
  ...changes,
});

const answer = {
  text: 'Yes.',
  by: 'Leyla',
  on: '2026-01-15',
  label: 'claim',
  subject: ['Claim'],
  version: 2,
  before: 2,
};

const part = (id: string, changes: Partial<RulePart> = {}): RulePart => ({
  id,
  title: id,
  key: null,
  help: `What ${id} is.`,
  examples: [],
  counterExamples: [],
  decisions: [],
  parts: [],
  ...changes,
});

const type = (selector: string, words: string) => {
  const field = document.querySelector<HTMLTextAreaElement>(selector);
  if (!field) throw new Error(`no ${selector}`);
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

const inText = () => document.activeElement?.classList.contains('cm-content') ?? false;

describe('asking the team', () => {
  it('asks with Shift+H, shows what is asked, and withdraws what is emptied', async () => {
    let words = '';
    await open({
      ask_question: ({ text }) => {
        words = text;
        return edited({ spans: [{ ...span(1, 'claim', 0, 15), question: text }] }, { current: 1, active: 1 });
      },
    });
    await press('j');
    await press('H', { shiftKey: true });
    type('#question', 'Both quotation marks?');
    await press('Enter');
    expect(words).toBe('Both quotation marks?');
    expect(inText()).toBe(true);
    expect(document.querySelector('.card.open .asked')?.textContent).toContain('Both quotation marks?');
    // Escape leaves it as it was.
    await press('H', { shiftKey: true });
    type('#question', 'Something else');
    await press('Escape');
    expect(asked('ask_question')).toHaveLength(1);
    await press('H', { shiftKey: true });
    type('#question', '');
    await press('Enter');
    expect(asked('ask_question').at(-1)).toEqual({ document: 1, span: 1, text: '' });
    expect(document.querySelector('.card.open .asked')).toBeNull();
  });
});

describe('the questions of all articles', () => {
  const rows = () => [...document.querySelectorAll('.beside .row')];

  it('stand in one list, and Enter goes to the text of another article', async () => {
    const elsewhere = marked(5, { document: 2, title: 'Article 2', quote: '“We stay,”' });
    await open({
      open_article: ({ document }) =>
        article({ id: document, spans: [span(document === 2 ? 5 : 1, 'claim', 39, 49)] }),
      questions: () => [question(1), question(2, { marked: elsewhere, text: 'Whose?' })],
    });
    await press('Q', { shiftKey: true });
    expect(rows().map((row) => row.querySelector('.asked')?.textContent)).toEqual([
      'Both quotation marks?',
      'Whose?',
    ]);
    expect(document.activeElement).toBe(rows()[0]);
    await press('ArrowDown');
    expect(document.activeElement).toBe(rows()[1]);
    (document.activeElement as HTMLElement).click();
    await settled();
    expect(asked('open_article').at(-1)).toEqual({ document: 2 });
    expect([program.current, program.active, program.caret]).toEqual([5, 5, 49]);
    expect(inText()).toBe(true);
    expect(rows()).toHaveLength(2);
  });

  it('are answered by a decision, and what was marked before is gone through', async () => {
    let state = question(1);
    let left = [marked(1), marked(2, { quote: '“We stay,”', range: { start: 39, end: 49 } })];
    await open({
      open_article: () => article({ spans: [span(1, 'claim', 0, 15), span(2, 'claim', 39, 49)] }),
      questions: () => [state],
      answer_question: ({ text, subject }) => {
        expect([text, subject]).toEqual(['Yes.', { label: 'claim', attribute: 'form', value: 'direct' }]);
        state = { ...state, answer };
        return edited({}, { scheme });
      },
      marked_before: ({ label, version }) => {
        expect([label, version]).toEqual(['claim', 2]);
        return { total: left.length, spans: left };
      },
      confirm_span: ({ span: id }) => {
        left = left.filter((one) => one.span !== id);
        return edited({}, { current: id });
      },
    });
    await press('Q', { shiftKey: true });
    await press('a');
    const select = document.querySelector<HTMLSelectElement>('.answer select');
    if (!select) throw new Error('no subjects');
    expect(select.selectedOptions[0]?.textContent).toBe('Claim');
    select.value = [...select.options].find((option) => option.textContent?.trim() === 'direct')?.value ?? '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    type('.answer textarea', 'Yes.');
    await press('Enter');
    const quotes = () => [...document.querySelectorAll('.beside ol b')].map((quote) => quote.textContent);
    expect(quotes()).toEqual(['“It will rain,”', '“We stay,”']);
    expect(program.current).toBe(1);
    await press(' ');
    expect(asked('confirm_span')).toEqual([{ document: 1, span: 1 }]);
    expect(quotes()).toEqual(['“We stay,”']);
    // The next one is shown, and the keys go on in the list.
    expect(program.current).toBe(2);
    expect(document.activeElement?.textContent).toContain('“We stay,”');
    await press(' ');
    expect(document.querySelector('.said')?.textContent).toContain('is checked');
    // One step back: to the questions, then to the articles.
    await press('Escape');
    expect(rows()).toHaveLength(1);
    await press('Escape');
    expect(document.querySelector('.beside')).toBeNull();
    expect(inText()).toBe(true);
  });

  it('cannot be answered twice', async () => {
    await open({ questions: () => [question(1, { answer })] });
    await press('Q', { shiftKey: true });
    await press('a');
    expect(document.querySelector('.answer')).toBeNull();
    expect(document.querySelector('.said')?.textContent).toContain('has an answer already');
  });
});

describe('the rule of a label', () => {
  it('stands beside the article, goes with the current span, and F1 again shows all keys', async () => {
    const claim = part('claim', {
      examples: ['Amal said [it would rain].'],
      counterExamples: ['It rained.'],
      decisions: [{ date: '2026-01-15', text: 'Both quotation marks.' }],
      parts: [part('form', { parts: [part('direct')] })],
    });
    await open({
      rule: ({ label }) => ({
        label: label === 'claim' ? claim : part(label),
        links: label === 'claim' ? [part('said_by', { key: 'S' })] : [],
      }),
    });
    await press('j');
    await press('F1');
    const panel = () => document.querySelector('.beside')?.textContent ?? '';
    expect(document.querySelector('.beside h2')?.textContent).toContain('claim');
    expect(document.querySelector('.beside mark')?.textContent).toBe('it would rain');
    for (const words of ['What claim is.', 'What direct is.', 'What said_by is.', '2026-01-15']) {
      expect(panel()).toContain(words);
    }
    expect(inText()).toBe(true);
    program.current = 2;
    await settled();
    expect(document.querySelector('.beside h2')?.textContent).toContain('speaker');
    await press('F1');
    expect(document.querySelector('dialog[open]')).not.toBeNull();
    await press('F1');
    expect(document.querySelector('dialog[open]')).toBeNull();
    expect(document.querySelector('.beside')).toBeNull();
    await press('?');
    await press('Escape');
    expect(document.querySelector('.beside')).toBeNull();
    // Escape closed it and did no more.
    expect(program.active).toBe(1);
  });
});

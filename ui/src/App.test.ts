import { describe, expect, it, vi } from 'vitest';
import { article, edited, link, project, row, span, start, text } from './testing/article';
import { asked, eachInItsOwnWindow, host, open, press, program, settled } from './testing/window';

eachInItsOwnWindow();

describe('the window', () => {
  it('opens the first unfinished article and says it is ready', async () => {
    await open();
    expect(asked('open_article')).toEqual([{ document: 1 }]);
    expect(document.querySelector('.cm-content')?.textContent).toContain('It will rain');
    expect(document.documentElement.dataset['ready']).toBe('article');
    expect(asked('painted')).toHaveLength(1);
    expect([...document.querySelectorAll('nav .title')].map((title) => title.textContent)).toEqual([
      'Rain',
      'Article 2',
    ]);
  });

  it('asks for a name at the first start', async () => {
    const first = start({ annotator: null, project: null });
    await open({ start: () => first, set_annotator: () => start({ project: null }) });
    const input = document.querySelector<HTMLInputElement>('#annotator');
    if (!input) throw new Error('no input');
    input.value = ' Leyla ';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    document.querySelector('form')?.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    await settled();
    expect(asked('set_annotator')).toEqual([{ name: 'Leyla' }]);
    expect(document.querySelectorAll('.choice')).toHaveLength(3);
  });

  it('marks a claim and then its speaker with two keys', async () => {
    const made = span(7, 'claim', 39, 49);
    await open({
      mark: ({ label }) =>
        label === 'claim'
          ? edited({ spans: [made] }, { current: 7, active: 7, caret: 49 })
          : edited(
              { spans: [span(8, 'speaker', 50, 52)], links: [link(9, 'said_by', 7, 8)] },
              { current: 8, active: 7, caret: 52 },
            ),
    });
    program.surface?.select({ start: 39, end: 49 });
    await press('c');
    await press('s');
    expect(asked('mark')).toEqual([
      { document: 1, label: 'claim', selection: { start: 39, end: 49 }, caret: 49, claim: null, slot: null },
      { document: 1, label: 'speaker', selection: null, caret: 49, claim: 7, slot: 'said_by' },
    ]);
    expect(program.article?.claims).toEqual([1, 7]);
    expect(document.querySelector('.card.open .chip')?.textContent).toContain(text.slice(50, 52));
  });

  it('performs the second key after the first has been answered', async () => {
    const order: string[] = [];
    await open({
      mark: () => {
        order.push('mark');
        return edited({ spans: [span(7, 'claim', 39, 49)] }, { current: 7, active: 7, caret: 49 });
      },
      fill: ({ claim }) => {
        order.push(`fill ${claim}`);
        return edited({}, { current: 7, active: 7 });
      },
    });
    void press('c');
    await press('n');
    await settled();
    expect(order).toEqual(['mark', 'fill 7']);
  });

  it('answers a key that has nothing to act on in the status line', async () => {
    await open();
    await press('r');
    expect(document.querySelector('.said')?.textContent).toContain('No claim is active');
    expect(asked('same_speaker')).toEqual([]);
  });

  it('marks nothing on an article that is done', async () => {
    await open({ open_article: () => article({ status: 'done' }) });
    await press('c');
    expect(asked('mark')).toEqual([]);
    expect(document.querySelector('.said')?.textContent).toContain('Done. D reopens it.');
  });

  it('chooses from the open list by its number and goes back to the text', async () => {
    await open({
      candidates: () => [
        {
          target: { span: null, entity: 1, special: null },
          title: 'Amal Aziz',
          near: 'sentence',
          kind: 'person',
          role: '',
          mentions: null,
        },
      ],
      fill: () => edited({}, { current: 1, active: 1 }),
    });
    await press('j');
    await press('S', { shiftKey: true });
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
    await press('1');
    expect(asked('fill')).toEqual([
      {
        document: 1,
        claim: 1,
        slot: 'said_by',
        target: { span: null, entity: 1, special: null },
        name: null,
        further: true,
      },
    ]);
    expect(program.list).toBeNull();
    expect(document.activeElement?.classList.contains('cm-content')).toBe(true);
  });

  it('sets the value of the numbered line', async () => {
    await open({ set_value: () => edited({}, { current: 1, active: 1 }) });
    await press('j');
    await press('2');
    await press('0');
    expect(asked('set_value')).toEqual([
      { document: 1, span: 1, attribute: 'statement', value: 'prediction' },
      { document: 1, span: 1, attribute: 'statement', value: null },
    ]);
  });

  it('changes the label with L and a letter, and Escape takes L back', async () => {
    await open({ relabel: () => edited({}, { current: 1 }) });
    await press('j');
    await press('l');
    await press('Escape');
    await press('l');
    await press('p');
    expect(asked('relabel')).toEqual([{ document: 1, span: 1, label: 'place' }]);
  });

  it('keeps a note with Enter and leaves it with Escape', async () => {
    await open({ set_note: () => edited({}, { current: 1 }) });
    await press('j');
    for (const [typed, key] of [
      ['left', 'Escape'],
      ['kept', 'Enter'],
    ] as const) {
      await press('e');
      const area = document.querySelector<HTMLTextAreaElement>('#note');
      if (!area) throw new Error('no note');
      area.value = typed;
      await press(key);
      expect(document.querySelector('#note')).toBeNull();
    }
    expect(asked('set_note')).toEqual([{ document: 1, span: 1, note: 'kept' }]);
  });

  it('leaves the active claim when it is a claim no more', async () => {
    await open({ relabel: () => edited({ spans: [span(1, 'place', 0, 15)] }, { current: 1 }) });
    await press('j');
    await press('l');
    await press('p');
    expect([program.current, program.active]).toEqual([1, null]);
  });

  it('goes to the article of a step before undoing it', async () => {
    await open({
      undo: () =>
        edited(
          {},
          {
            document: 2,
            message: { key: 'said-undo-elsewhere', arguments: { title: 'x', step: 'step-mark' } },
          },
        ),
    });
    await press('u');
    expect(program.article?.id).toBe(2);
    expect(document.querySelector('.said')?.textContent).toMatch(/mark.*was made here/u);
  });

  it('moves an end to the right, which is backward in a line that runs right to left', async () => {
    const arabic = span(5, 'place', 60, 63);
    await open({
      open_article: () => article({ spans: [arabic] }),
      resize: () => edited({}, { current: 5 }),
    });
    program.current = 5;
    await press('ArrowRight', { altKey: true });
    expect(asked('resize')).toMatchObject([{ span: 5, edge: 'end', unit: 'word', forward: false }]);
  });

  it('steps back: selection, active claim, current span, and changes nothing', async () => {
    await open();
    await press('j');
    program.surface?.select({ start: 3, end: 5 });
    await press('Escape');
    expect([program.selection, program.active, program.current]).toEqual([null, 1, 1]);
    await press('Escape');
    expect([program.active, program.current]).toEqual([null, 1]);
    await press('Escape');
    expect(program.current).toBeNull();
    const reading = ['start', 'offer', 'library', 'open_article', 'boundaries', 'painted', 'checks'];
    expect(host.calls.map((call) => call.name).filter((name) => !reading.includes(name))).toEqual([]);
  });

  it('says a refusal and what to do', async () => {
    await open({
      mark: () => {
        throw {
          code: 'Invalid',
          key: 'refused-no-span-here',
          arguments: {},
          hint: 'refused-no-quotation',
          cause: null,
        };
      },
    });
    await press('c');
    const said = document.querySelector('.said')?.textContent ?? '';
    expect(said).toContain('Nothing is marked here.');
    expect(said).toContain('There is no quotation');
  });

  it('goes to the next unfinished article after done', async () => {
    await open({
      set_done: () => edited({ status: 'done' }, { rows: [row(1, { status: 'done' })], next: 2 }),
    });
    await press('d');
    expect(asked('set_done')).toEqual([{ document: 1, done: true, anyway: false }]);
    expect(program.article?.id).toBe(2);
    expect(document.querySelector('nav footer')?.textContent).toMatch(/1.* of .*2/u);
  });

  it('marks done at the second D where something is unfinished, and at no other key between', async () => {
    const unfinished = {
      code: 'Invalid',
      key: 'article-unfinished',
      arguments: { count: 2 },
      hint: null,
      cause: null,
    };
    await open({
      set_done: ({ anyway }) => {
        if (!anyway) throw unfinished;
        return edited({ status: 'done' });
      },
    });
    const sent = () => asked('set_done').map((request) => (request as { anyway: boolean }).anyway);
    await press('d');
    expect(document.querySelector('.said')?.textContent).toMatch(/2.* things are unfinished/u);
    await press('j');
    await press('d');
    expect(sent()).toEqual([false, false]);
    await press('d');
    expect(sent()).toEqual([false, false, true]);
    expect(program.article?.status).toBe('done');
  });

  it('lists what is unfinished and goes there', async () => {
    const message = (key: string, quote: string) => ({ key, arguments: { quote, count: 1, other: '' } });
    const findings = [
      {
        message: message('check-claim-without-source', 'It will rain'),
        range: { start: 0, end: 15 },
        span: 1,
        hint: false,
      },
      {
        message: message('check-unmarked-elsewhere', 'Amal'),
        range: { start: 27, end: 31 },
        span: 2,
        hint: true,
      },
    ];
    await open({ checks: () => ({ open: 1, hints: 1, findings }) });
    await vi.waitFor(() => expect(program.findings?.open).toBe(1));
    await settled();
    expect(document.querySelector('header .findings')?.textContent).toMatch(/1.* open/u);
    await press('D', { shiftKey: true });
    const [claim, name] = [...document.querySelectorAll<HTMLButtonElement>('.list-panel ol button')];
    expect(document.activeElement).toBe(claim);
    claim?.click();
    await settled();
    expect([program.current, program.active, program.selection]).toEqual([1, 1, null]);
    expect(document.activeElement?.classList.contains('cm-content')).toBe(true);
    await press('D', { shiftKey: true });
    await press('ArrowDown');
    expect(document.activeElement).toBe(name);
    name?.click();
    await settled();
    expect([program.current, program.selection]).toEqual([null, { start: 27, end: 31 }]);
    await press('Escape');
    expect(document.querySelector('.list-panel')).toBeNull();
  });

  it('takes a pasted text into the paste box, with half characters counted', async () => {
    await open({
      propose_article: ({ text: pasted }) => ({
        title: pasted.slice(0, 5),
        language: 'en',
        guess: null,
        confidence: 1,
        length: pasted.length,
        paragraphs: 1,
        rightToLeft: false,
        metadata: { author: 'Ada Lund' },
        duplicate: null,
      }),
      add_article: ({ title }) => ({
        document: row(3, { title }),
        history: { undo: 'step-add', redo: null },
        message: { key: 'hint-done', arguments: {} },
      }),
    });
    program.pasted = 'Storm \ud83d warning';
    program.panel = 'paste';
    await settled();
    expect(document.querySelector('dialog')?.textContent).toContain('One half character');
    const title = document.querySelector<HTMLInputElement>('dialog input');
    title?.focus();
    await press('Enter');
    expect(asked('add_article')).toMatchObject([
      { text: 'Storm \ufffd warning', title: 'Storm', language: null, metadata: { author: 'Ada Lund' } },
    ]);
    expect(program.articles.all).toEqual([1, 2, 3]);
    expect(program.article?.id).toBe(3);
    expect(program.panel).toBeNull();
  });

  it('keeps the pasted text when the box is closed', async () => {
    await open({ propose_article: () => Promise.reject() as never });
    program.pasted = 'kept';
    program.panel = 'paste';
    await settled();
    document.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }));
    await settled();
    expect(document.querySelector('dialog')).toBeNull();
    expect(program.pasted).toBe('kept');
  });

  it('shows every card with its place in the whole list', async () => {
    const many = Array.from({ length: 8 }, (_, index) => span(index + 1, 'claim', index * 3, index * 3 + 2));
    await open({
      start: () => start({ project: project() }),
      open_article: () => article({ spans: many, links: [] }),
    });
    const items = [...document.querySelectorAll('.postil-margin [role="listitem"]')];
    expect(items.map((item) => item.getAttribute('aria-posinset'))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
    ]);
    expect(items[0]?.getAttribute('aria-setsize')).toBe('8');
  });
});

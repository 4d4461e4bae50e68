import { describe, expect, it, vi } from 'vitest';
import { article, edited, project, span, start } from './testing/article';
import { scheme } from './testing/scheme';
import { asked, eachInItsOwnWindow, open, press, program, settled } from './testing/window';

eachInItsOwnWindow();

const confirmed = {
  id: 'confirmed',
  title: 'confirmed',
  show: 'always' as const,
  hasRule: false,
  required: false,
  help: '',
};

describe('marking in the window', () => {
  it('shows the other places of a mention, and marks those not refused in one step', async () => {
    const place = (start: number) => ({ range: { start, end: start + 4 }, before: 'a ', after: ' z' });
    await open({
      occurrences: () => [place(27), place(40), place(50)],
      mark_occurrences: () => edited({}, { current: 2 }),
    });
    program.current = 2;
    await press('w');
    expect(asked('occurrences')).toEqual([{ document: 1, span: 2 }]);
    const list = document.activeElement;
    expect(list?.getAttribute('role')).toBe('listbox');
    // Letters of the article do nothing here.
    await press('c');
    await press('ArrowDown');
    await press(' ');
    await press('3');
    await press('3');
    const chosen = [...document.querySelectorAll('.elsewhere [role="option"]')].map((row) =>
      row.getAttribute('aria-selected'),
    );
    expect(chosen).toEqual(['true', 'false', 'true']);
    expect(document.querySelector('.hints')?.textContent).toMatch(/these .*2/u);
    await press('Enter');
    expect(asked('mark_occurrences')).toEqual([
      {
        document: 1,
        span: 2,
        ranges: [
          { start: 27, end: 31 },
          { start: 50, end: 54 },
        ],
      },
    ]);
    expect(asked('mark')).toEqual([]);
    expect(document.querySelector('.elsewhere')).toBeNull();
    expect(document.activeElement?.classList.contains('cm-content')).toBe(true);
  });

  it('leaves the other places with Escape, and says when there are none', async () => {
    let found = [{ range: { start: 27, end: 31 }, before: '', after: '' }];
    await open({ occurrences: () => found });
    program.current = 2;
    await press('w');
    await press('Escape');
    expect(program.elsewhere).toBeNull();
    expect(program.current).toBe(2);
    found = [];
    await press('w');
    expect(program.elsewhere).toBeNull();
    expect(document.querySelector('.said')?.textContent).toContain('nowhere else');
  });

  it('answers a yes-or-no field by digits, and shows what is not answered as neither', async () => {
    const field = { ...confirmed, kind: 'yes-no' as const, values: [], retired: false };
    const labels = scheme.labels.map((label) =>
      label.id === 'place' ? { ...label, attributes: [field] } : label,
    );
    const place = span(5, 'place', 27, 31);
    const answered = { ...place, attributes: { confirmed: { value: false, byRule: false } } };
    await open({
      start: () => start({ project: project({ scheme: { ...scheme, labels } }) }),
      open_article: () => article({ spans: [place] }),
      set_value: () => edited({ spans: [answered] }, { current: 5 }),
    });
    program.current = 5;
    await settled();
    const digits = () => [...document.querySelectorAll('.digits .hint')];
    const on = () => digits().map((hint) => hint.classList.contains('on'));
    expect(on()).toEqual([false, false]);
    await press('3');
    await press('2');
    expect(asked('set_value')).toEqual([{ document: 1, span: 5, attribute: 'confirmed', value: false }]);
    expect(on()).toEqual([false, true]);
  });

  it('splits at the caret and merges with the next', async () => {
    await open({
      split: () => edited({}, { current: 1, active: 1 }),
      merge: () => edited({}, { current: 1, active: 1 }),
    });
    await press('j');
    program.surface?.setCaret(5);
    await press('y');
    await press('Y', { shiftKey: true });
    expect(asked('split')).toMatchObject([{ document: 1, span: 1, caret: 5 }]);
    expect(asked('merge')).toEqual([{ document: 1, span: 1 }]);
  });

  it('marks what the mouse selects with the label in hand, with the values chosen last', async () => {
    const made = [span(11, 'place', 27, 31), span(12, 'place', 39, 41)];
    await open({
      mark: () => {
        const next = made.shift();
        return edited({ spans: next ? [next] : [] }, { current: next?.id ?? null, caret: 31 });
      },
      set_value: () => edited({}, { current: 11 }),
    });
    const letGo = async (start: number, end: number) => {
      document
        .querySelector('.cm-content')
        ?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0, detail: 1 }));
      program.surface?.select({ start, end });
      document.dispatchEvent(new MouseEvent('mouseup', { button: 0 }));
      await settled();
    };
    await letGo(27, 31);
    expect(asked('mark')).toEqual([]);
    await press('p', { altKey: true });
    expect(document.querySelector('.about')?.textContent).toContain('in hand');
    await letGo(27, 31);
    await press('1');
    await letGo(39, 41);
    const place = { document: 1, label: 'place', claim: null, slot: null };
    expect(asked('mark')).toEqual([
      { ...place, selection: { start: 27, end: 31 }, caret: 31, values: {} },
      { ...place, selection: { start: 39, end: 41 }, caret: 41, values: { sense: 'literal' } },
    ]);
    await press('Escape');
    expect(program.hand).toBeNull();
    await letGo(27, 31);
    expect(asked('mark')).toHaveLength(2);
  });

  it('takes no key while an end is dragged: Escape only lets it go', async () => {
    await open({});
    program.current = 1;
    const { surface } = program;
    if (!surface) throw new Error('no article is open');
    const dragging = vi.spyOn(surface, 'dragging').mockReturnValue(true);
    await press('Escape');
    expect(program.current).toBe(1);
    dragging.mockReturnValue(false);
    await press('Escape');
    expect(program.current).toBeNull();
  });

  it('marks a stop with the label in hand by Enter, and nothing on an article that is done', async () => {
    await open({
      stop: () => ({ range: { start: 27, end: 31 }, kind: 'name', span: null }),
      mark: () => edited({ spans: [span(11, 'place', 27, 31)] }, { current: 11, caret: 31 }),
    });
    await press('p', { altKey: true });
    await press(' ');
    await press('Enter');
    expect(asked('mark')).toMatchObject([{ label: 'place', selection: { start: 27, end: 31 } }]);
    if (program.article) program.article = { ...program.article, status: 'done' };
    program.surface?.select({ start: 27, end: 31 });
    await press('Enter');
    expect(asked('mark')).toHaveLength(1);
    expect(document.querySelector('.said')?.textContent).toContain('Done.');
  });
});

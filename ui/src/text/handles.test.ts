import { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ArticleSurface, type DrawnSpan } from './editor';
import { listed } from './listed.test-data';
import { dragged, snapped } from './handles';

describe('a dragged end', () => {
  it('moves, and never past the other', () => {
    const from = { start: 4, end: 9 };
    expect(dragged(from, 'start', 2)).toEqual({ start: 2, end: 9 });
    expect(dragged(from, 'end', 5)).toEqual({ start: 4, end: 5 });
    expect(dragged(from, 'start', 9)).toBe(from);
    expect(dragged(from, 'end', 3)).toBe(from);
  });

  it("goes to a word's edge within reach, the nearest first", () => {
    const edges = [
      { at: 4, x: 40 },
      { at: 6, x: 48 },
    ];
    expect(snapped(5, 43, edges)).toBe(4);
    expect(snapped(5, 45, edges)).toBe(6);
    expect(snapped(5, 55, edges)).toBe(5);
  });
});

describe('handles', () => {
  const WIDTH = 20;
  let surface: ArticleSurface;
  const told: unknown[] = [];
  const span: DrawnSpan = {
    id: 3,
    label: 'place',
    shape: 'dotted',
    colour: '#008800',
    fragments: [
      { start: 4, end: 7 },
      { start: 12, end: 17 },
    ],
  };
  const knobs = () => [...surface.dom.querySelectorAll<HTMLElement>('.postil-handle')];
  const shown = async (movable: boolean, count: number) => {
    surface.setState({
      current: 3,
      active: null,
      targets: [],
      focusEntitySpans: [],
      zones: [],
      movable,
    });
    await vi.waitFor(() => expect(knobs()).toHaveLength(count));
  };
  const mouse = (type: string, x: number, more: MouseEventInit = {}) => {
    const target = type === 'mousedown' ? surface.content : window;
    const event = new MouseEvent(type, {
      clientX: x,
      clientY: 33,
      buttons: 1,
      detail: 1,
      bubbles: true,
      cancelable: true,
      ...more,
    });
    target.dispatchEvent(event);
  };

  beforeEach(() => {
    told.length = 0;
    // jsdom lays nothing out: letters are 20 pixels wide and 30 high here.
    Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
    Range.prototype.getBoundingClientRect = () => new DOMRect();
    vi.spyOn(EditorView.prototype, 'coordsAtPos').mockImplementation((at) => ({
      left: at * WIDTH,
      right: at * WIDTH,
      top: 0,
      bottom: 30,
    }));
    vi.spyOn(EditorView.prototype, 'posAtCoords').mockImplementation((({ x }: { x: number }) =>
      Math.round(x / WIDTH)) as never);
    const parent = document.createElement('div');
    document.body.append(parent);
    surface = new ArticleSurface(parent, {
      onReshape: (...change) => told.push(change),
      onSelection: () => told.push('selection'),
      onPointerSelected: () => told.push('selected'),
    });
    surface.open({ text: 'one two then three.', rightToLeftLines: [] });
    surface.setSpans(listed([span]));
  });

  afterEach(() => {
    surface.destroy();
    document.body.replaceChildren();
  });

  it('stand outside of both ends of each fragment, and not where nothing may be changed', async () => {
    await shown(true, 4);
    expect(knobs().map(({ style }) => style.left)).toEqual(['71px', '140px', '231px', '340px']);
    await shown(false, 0);
  });

  it('move an end of their fragment, told once when let go', async () => {
    await shown(true, 4);
    mouse('mousedown', 344);
    mouse('mousemove', 364);
    mouse('mousemove', 384);
    expect(told).toEqual([]);
    mouse('mouseup', 384);
    expect(told).toEqual([[3, 1, { start: 12, end: 19 }]]);
    mouse('mouseup', 384);
    mouse('mousemove', 304);
    expect(told).toHaveLength(1);
  });

  it("go to a word's edge nearby unless Alt is held", async () => {
    await shown(true, 4);
    surface.setBoundaries([{ line: 0, words: [0, 3, 4, 7, 8, 12, 13, 18, 19], isWord: [], clusters: [] }]);
    // Letters of two pixels: three letters away is within reach.
    vi.spyOn(EditorView.prototype, 'coordsAtPos').mockImplementation((at) => ({
      left: at * 2,
      right: at * 2,
      top: 0,
      bottom: 30,
    }));
    vi.spyOn(EditorView.prototype, 'posAtCoords').mockImplementation((({ x }: { x: number }) =>
      Math.round(x / 2)) as never);
    for (const [altKey, end] of [
      [false, 12],
      [true, 11],
    ] as const) {
      mouse('mousedown', 140);
      mouse('mousemove', 22, { altKey });
      mouse('mouseup', 22);
      expect(told.pop()).toEqual([3, 0, { start: 4, end }]);
    }
  });

  it('leave everything as it was with Escape, and where nothing moved', async () => {
    await shown(true, 4);
    mouse('mousedown', 144);
    mouse('mousemove', 204);
    expect(surface.dragging()).toBe(true);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(surface.dragging()).toBe(false);
    mouse('mouseup', 204);
    mouse('mousedown', 144);
    mouse('mouseup', 144);
    expect(told).toEqual([]);
  });

  it('stand on the other side in a line that runs right to left', async () => {
    surface.open({ text: 'שלום לכולם כאן', rightToLeftLines: [0] });
    surface.setSpans(listed([{ ...span, fragments: [{ start: 5, end: 10 }] }]));
    await shown(true, 2);
    expect(knobs().map(({ style }) => style.left)).toEqual(['100px', '191px']);
  });
});

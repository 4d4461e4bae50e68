import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ArticleSurface, type DrawnSpan, type SurfaceState } from './editor';
import { listed } from './listed.test-data';

/** A page on which every unit is 10 px wide and every line one row of 30 px. */
const WIDTH = 10;
const ROW = 30;

let surface: ArticleSurface;
const clicked: string[] = [];

function lineNumber(node: Node): number {
  const line = (node instanceof Element ? node : node.parentElement)?.closest('.cm-line');
  return [...(line?.parentElement?.children ?? [])].indexOf(line as Element);
}

const QUIET: SurfaceState = { current: null, active: null, targets: [], focusEntitySpans: [], zones: [] };

const span = (
  id: number,
  shape: DrawnSpan['shape'],
  number: string | null,
  ...at: [number, number][]
): DrawnSpan => ({
  id,
  label: shape,
  shape,
  colour: '#aa7700',
  fragments: at.map(([start, end]) => ({ start, end })),
  ...(number === null ? {} : { number }),
});

/** Class and place of every box, once the drawing that `change` causes is done. */
async function drawn(change: () => void): Promise<string[]> {
  const before = Number(surface.dom.dataset['painted'] ?? 0);
  change();
  await vi.waitFor(() => {
    expect(Number(surface.dom.dataset['painted'] ?? 0)).toBeGreaterThan(before);
  });
  return [...surface.dom.querySelectorAll<HTMLElement>('.postil-drawing > [data-span]')].map(
    ({ className, dataset, style, textContent }) =>
      `${dataset['span']} ${className} ${style.left} ${style.width}${textContent ? ` "${textContent}"` : ''}`,
  );
}

beforeEach(() => {
  clicked.length = 0;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const top = this.matches('.cm-line') ? lineNumber(this) * ROW : 0;
    return new DOMRect(0, top, 800, this.matches('.cm-line') ? ROW : 600);
  });
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  Range.prototype.getClientRects = function (this: Range) {
    const { startContainer, startOffset, endOffset } = this;
    const top = lineNumber(startContainer) * ROW + 3;
    return [
      new DOMRect(startOffset * WIDTH, top, (endOffset - startOffset) * WIDTH, 23),
    ] as unknown as DOMRectList;
  };
  const parent = document.createElement('div');
  document.body.append(parent);
  surface = new ArticleSurface(parent, {
    onClickSpan: (id) => clicked.push(`span ${id}`),
    onClickBadge: (id) => clicked.push(`badge ${id}`),
  });
  surface.open({ text: 'Patel said the talks resume.\nBaku did not.', rightToLeftLines: [] });
});

afterEach(() => {
  surface.destroy();
  document.body.replaceChildren();
});

test('a claim of two lines and two fragments is tinted piece by piece, and numbered once', async () => {
  const boxes = await drawn(() => {
    surface.setSpans(listed([span(1, 'tint', '1', [11, 33], [38, 42])]));
    surface.setState(QUIET);
  });
  expect(boxes.filter((box) => box.startsWith('1 postil-tint'))).toEqual([
    '1 postil-tint 110px 170px',
    '1 postil-tint 0px 40px',
    '1 postil-tint 90px 40px',
  ]);
  expect(boxes.filter((box) => box.includes('postil-badge')).map((box) => box.split('"')[1])).toEqual([
    '1',
    '…',
  ]);
});

test('overlapping spans of other kinds are lines of their own, and a nested claim says so', async () => {
  const boxes = await drawn(() => {
    surface.setSpans(
      listed([
        span(1, 'tint', '1', [0, 28]),
        span(2, 'solid', null, [0, 5]),
        span(3, 'wavy', null, [6, 10]),
        span(4, 'tint', '2', [11, 27]),
      ]),
    );
  });
  expect(boxes.filter((box) => !box.includes('badge'))).toEqual([
    '1 postil-tint 0px 280px',
    '2 postil-solid 0px 50px',
    '3 postil-wavy 60px 40px',
    '4 postil-tint is-nested 110px 160px',
  ]);
});

test('a claim that starts where its outer one does has its number beside the other', async () => {
  const boxes = await drawn(() =>
    surface.setSpans(listed([span(1, 'tint', '1', [11, 27]), span(2, 'tint', '2', [11, 16])])),
  );
  const [outer, inner] = boxes.filter((box) => box.includes('badge')).map((box) => box.match(/(\d+)px/g));
  expect(outer?.[0]).toBe('110px');
  expect(parseInt(inner?.[0] ?? '')).toBeGreaterThanOrEqual(110 + parseInt(outer?.[1] ?? ''));
});

test('the active claim stands out, its targets stay, the rest is dimmed, the current span is outlined', async () => {
  const boxes = await drawn(() => {
    surface.setSpans(
      listed([
        span(1, 'tint', null, [11, 27]),
        span(2, 'solid', null, [0, 5]),
        span(3, 'tint', null, [29, 41]),
        span(4, 'dotted', null, [29, 33]),
      ]),
    );
    surface.setState({ ...QUIET, active: 1, targets: [2], current: 4 });
  });
  expect(boxes).toEqual([
    '2 postil-solid is-target 0px 50px',
    '1 postil-tint is-active 110px 160px',
    '3 postil-tint is-dimmed 0px 120px',
    '4 postil-dotted 0px 40px',
    '4 postil-outline 0px 40px',
  ]);
  expect(surface.dom.querySelectorAll('.postil-leaders polyline').length).toBe(1);
});

test('an edit draws what changed and takes away what went', async () => {
  await drawn(() =>
    surface.setSpans(listed([span(1, 'tint', null, [11, 27]), span(2, 'solid', null, [0, 5])])),
  );
  const boxes = await drawn(() => surface.applySpans([span(1, 'tint', null, [11, 20])], [2]));
  expect(boxes).toEqual(['1 postil-tint 110px 90px']);
  expect(surface.spanTop(1)).toBe(0);
  expect(surface.spanTop(2)).toBeNull();
});

test('a click on a badge is no click on the text', async () => {
  await drawn(() => surface.setSpans(listed([span(7, 'tint', '7', [11, 27])])));
  const press = (x: number, y: number): void => {
    const at = { bubbles: true, cancelable: true, clientX: x, clientY: y, detail: 1 };
    surface.content.dispatchEvent(new MouseEvent('mousedown', at));
    document.dispatchEvent(new MouseEvent('mouseup', at));
    surface.content.dispatchEvent(new MouseEvent('click', at));
  };
  press(112, -2);
  expect(clicked).toEqual(['badge 7']);
});

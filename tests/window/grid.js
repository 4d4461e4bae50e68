// Points over the text in view, and what each must be. Arguments: the marked
// stretches as [start, end] in UTF-16 units. Answers with a point on bare
// paper and [x, y, inside, position] for each point.
const view = document.querySelector('.cm-content').cmTile.root.view;
const stretches = arguments[0];
const frame = view.scrollDOM.getBoundingClientRect();
const range = document.createRange();

const holds = (unit) => stretches.some(([start, end]) => start <= unit && unit < end);

const rectanglesOf = (from, to) => {
  const first = view.domAtPos(from, 1);
  const last = view.domAtPos(to, -1);
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
};

const known = new Map();
const unitRectangles = (unit) => {
  if (!known.has(unit)) {
    const line = view.state.doc.lineAt(unit);
    known.set(unit, unit < line.to ? rectanglesOf(unit, unit + 1) : []);
  }
  return known.get(unit);
};

const drawnAt = (unit, x, y) =>
  unitRectangles(unit).some(
    ({ left, right, top, bottom }) => left <= x && x < right && top <= y && y < bottom,
  );

/**
 * The unit drawn at a point, or null where there is no text. Where directions
 * meet it may be far from the caret.
 */
const unitAt = (x, y, position) => {
  for (const reach of [6, 120]) {
    const end = Math.min(view.state.doc.length, position + reach);
    for (let unit = Math.max(0, position - reach); unit < end; unit++) {
      if (drawnAt(unit, x, y)) return unit;
    }
  }
  return null;
};

/** true or false, or null for a point whose place is not certain to a pixel. */
const inside = (x, y) => {
  const caret = document.caretRangeFromPoint(x, y);
  if (!caret || !view.contentDOM.contains(caret.startContainer)) return [null, null];
  const position = view.posAtDOM(caret.startContainer, caret.startOffset);
  const within = stretches.some(([start, end]) => start < position && position < end);
  const apart = stretches.every(([start, end]) => position < start || end < position);
  const [here, before, after] = [x, x - 1.5, x + 1.5].map((at) => unitAt(at, y, position));
  // Beside the text nothing is tinted, and no caret is in the middle of a mark
  // unless the mark goes on in the next row.
  if (here === null) return [within ? null : false, position];
  // The edge itself is rounded to device pixels.
  const edge = [before, after].some((unit) => unit !== null && holds(unit) !== holds(here));
  if (edge) return [null, position];
  // One place on screen, two in the text: where directions meet.
  if (here !== position && here !== position - 1 && Math.abs(here - position) > 6) return [holds(here), position];
  if (within) return [true, position];
  if (apart) return [false, position];
  return [holds(here), position];
};

const points = [];
for (const line of view.contentDOM.querySelectorAll('.cm-line')) {
  const box = line.getBoundingClientRect();
  if (box.bottom < frame.top || box.top > frame.bottom) continue;
  range.selectNodeContents(line);
  const middles = new Set();
  for (const { top, bottom, width } of range.getClientRects()) {
    if (width > 0) middles.add(Math.round((top + bottom) / 2));
  }
  for (const middle of middles) {
    for (const y of [middle - 6, middle, middle + 5]) {
      if (y < frame.top + 2 || y > frame.bottom - 2) continue;
      for (let x = Math.ceil(box.left) + 1; x < box.right; x += 5) {
        const [expected, position] = inside(x + 0.5, y + 0.5);
        if (expected !== null) points.push([x, y, expected ? 1 : 0, position]);
      }
    }
  }
}
const content = view.contentDOM.getBoundingClientRect();
return { paper: [Math.round(content.left) + 6, Math.round(frame.top) + 6], points };

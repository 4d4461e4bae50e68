// What does not stand where it belongs. Arguments: the claim and its speaker
// as [start, end] in UTF-16 units, whether the cards are shown, and how far
// anything may be off, in CSS pixels.
const [claim, speaker, cards, near] = arguments;
const view = document.querySelector('.cm-content').cmTile.root.view;
const wrong = [];
const off = (what, is, should) => {
  if (!(Math.abs(is - should) <= near)) wrong.push(`${what} is at ${is}, not ${should}`);
};

const range = document.createRange();
const boxes = (from, to) => {
  const first = view.domAtPos(from, 1);
  const last = view.domAtPos(to, -1);
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
};
const lineHeight = parseFloat(getComputedStyle(view.contentDOM).lineHeight);
/** The row around a box of text. */
const row = (box) => {
  const middle = (box.top + box.bottom) / 2;
  return { top: middle - lineHeight / 2, bottom: middle + lineHeight / 2 };
};
const shown = (selector) => {
  const all = [...document.querySelectorAll(selector)];
  if (all.length !== 1) wrong.push(`${all.length} of ${selector}`);
  return all[0]?.getBoundingClientRect() ?? new DOMRect(NaN, NaN, NaN, NaN);
};

// The badge hangs over the corner of the claim's first letter.
const [letter] = boxes(claim[0], claim[0] + 1);
const line = view.state.doc.lineAt(claim[0]);
const run = view.bidiSpans(line).find(({ to }) => claim[0] - line.from < to);
const badge = shown('.postil-badge');
if (run.dir === 1) off('right edge of the badge', badge.right, letter.right);
else off('left edge of the badge', badge.left, letter.left);
const above = row(letter).top - badge.top;
if (!(above > 0 && above < badge.height)) wrong.push(`the badge is ${above} above its row`);

// The leader goes from a row of the claim to the speaker's.
const leader = document.querySelector('.postil-leaders polyline');
const svg = leader?.closest('svg').getBoundingClientRect();
const points = (leader?.getAttribute('points') ?? '').split(' ').map((point) => {
  const [x, y] = point.split(',').map(Number);
  return { x: x + svg?.left, y: y + svg?.top };
});
const ends = (point, rows, what) => {
  const fits = rows.some((box) => {
    const beside = Math.min(Math.abs(point.x - box.left), Math.abs(point.x - box.right));
    return beside <= near && Math.abs(point.y - row(box).bottom) <= near;
  });
  if (!fits) wrong.push(`the leader ends at ${JSON.stringify(point)}, not at the ${what} ${JSON.stringify(rows)}`);
};
if (points.length < 2) wrong.push('there is no leader');
else {
  ends(points[0], boxes(...claim), 'claim');
  ends(points[points.length - 1], boxes(...speaker).slice(0, 1), 'speaker');
}

// The claim's card begins at its first row, in the margin's column; one that
// would not be seen whole there moves up until it is, or to the top.
if (cards) {
  const card = shown('.card.open');
  const { top, bottom } = view.scrollDOM.getBoundingClientRect();
  const begin = row(letter).top;
  if (begin + card.height < bottom - 20) off('top of the card', card.top, begin);
  else if (card.top > begin + near || (card.bottom > bottom && card.top > top + 20)) {
    wrong.push(`the card stands from ${card.top} to ${card.bottom}, the window ends at ${bottom}`);
  }
  const margin = document.querySelector('.postil-margin').getBoundingClientRect();
  if (card.left < margin.left || card.right > margin.right) wrong.push('the card is out of its column');
}

// Handles hang on the claim's two ends.
const handle = (edge, x, box) => {
  const knob = shown(`.postil-handle.is-${edge}`);
  if (!(Math.min(Math.abs(knob.left - x), Math.abs(knob.right - x)) <= near)) {
    wrong.push(`the ${edge} handle is at ${knob.left} to ${knob.right}, not ${x}`);
  }
  if (!(knob.top > box.top && knob.top <= row(box).bottom + near)) wrong.push(`the ${edge} handle is at ${knob.top}`);
};
const last = boxes(claim[1] - 1, claim[1]).at(-1);
handle('start', run.dir === 1 ? letter.right : letter.left, letter);
const end = view.coordsAtPos(claim[1], -1);
handle('end', end.left, last);
return wrong;

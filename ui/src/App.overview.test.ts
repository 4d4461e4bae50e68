import { expect, it, vi } from 'vitest';
import { Spans } from './state/spans';
import { article, link, span } from './testing/article';
import { spanRows } from './testing/rows';
import { eachInItsOwnWindow, open, press, program, settled } from './testing/window';

eachInItsOwnWindow();

const strip = () => document.querySelector<HTMLElement>('.overview');
const outlines = () =>
  [...document.querySelectorAll('.overview .tick')].map((path) => path.getAttribute('d'));

it('shows the claims of the whole article, and which of them is active', async () => {
  await open();
  expect(outlines()).toHaveLength(1);
  expect(strip()?.getAttribute('aria-hidden')).toBe('true');
  expect(strip()?.querySelector('.active')).toBeNull();
  await press('j');
  expect(program.active).toBe(1);
  expect(strip()?.querySelector('.active')).not.toBeNull();
});

it('draws a claim that is unsure or asked about in another form', async () => {
  await open();
  const plain = outlines();
  const unsure = { ...span(1, 'claim', 0, 15), flags: ['unsure' as const] };
  const asked = { ...span(1, 'claim', 0, 15), question: 'Whose?' };
  for (const claim of [unsure, asked]) {
    program.article = { ...program.article!, spans: new Spans(spanRows([claim])) };
    await settled();
    expect(outlines()).not.toEqual(plain);
  }
});

it('draws an unfinished claim in another form', async () => {
  const message = { key: 'check-claim-source', arguments: {} };
  const finding = { message, range: { start: 0, end: 15 }, span: 1 };
  let hint = true;
  await open({ checks: () => ({ open: 1, hints: 0, findings: [{ ...finding, hint }] }) });
  const plain = outlines();
  await vi.waitFor(() => expect(program.findings).not.toBeNull());
  await settled();
  // What is worth a look and no more leaves it as it is.
  expect(outlines()).toEqual(plain);
  hint = false;
  await program.open(1);
  await vi.waitFor(() => expect(outlines()).not.toEqual(plain));
});

it('marks what is not the article, and scrolls where it is pressed', async () => {
  const zone = { id: 1, range: { start: 60, end: 68 }, kind: 'skip', state: 'accepted', reason: '' } as const;
  await open({
    open_article: () => article({ spans: [], links: [link(1, 'said_by', 1, 2)], zones: [zone] }),
  });
  expect(strip()?.querySelectorAll('.zone')).toHaveLength(1);
  const scroller = document.querySelector<HTMLElement>('.cm-scroller')!;
  Object.defineProperty(scroller, 'scrollHeight', { value: 7000 });
  strip()!.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, cancelable: true, clientY: 350 }));
  expect(scroller.scrollTop).toBe(3500);
  strip()!.dispatchEvent(new MouseEvent('pointermove', { bubbles: true, clientY: 420 }));
  expect(scroller.scrollTop).toBe(4200);
  strip()!.dispatchEvent(new MouseEvent('pointerup', { bubbles: true }));
  strip()!.dispatchEvent(new MouseEvent('pointermove', { bubbles: true, clientY: 70 }));
  expect(scroller.scrollTop).toBe(4200);
});

it('is hidden by a setting of reading', async () => {
  await open();
  await press('F9');
  [...document.querySelectorAll<HTMLInputElement>('.reading [type="checkbox"]')].at(-1)!.click();
  await settled();
  expect(program.settings.showOverview).toBe(false);
  expect(strip()).toBeNull();
});

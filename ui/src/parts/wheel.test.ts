import { afterEach, beforeEach, expect, test } from 'vitest';
import { scrollByWheel } from './wheel';

/** A box with more in it than it shows; jsdom lays nothing out and does not scroll. */
function box(parent: Element, name: string, style: string, size: { shown: number; whole: number }): Element {
  const element = document.createElement('div');
  element.id = name;
  element.style.cssText = style;
  for (const side of ['Height', 'Width']) {
    Object.defineProperty(element, `client${side}`, { value: size.shown });
    Object.defineProperty(element, `scroll${side}`, { value: size.whole });
  }
  element.scrollBy = (by) => {
    const { top = 0, left = 0 } = by as ScrollToOptions;
    element.scrollTop += top;
    element.scrollLeft += left;
  };
  parent.append(element);
  return element;
}

const turn = (at: Element, how: WheelEventInit): boolean =>
  at.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ...how }));

beforeEach(() => window.addEventListener('wheel', scrollByWheel));
afterEach(() => {
  window.removeEventListener('wheel', scrollByWheel);
  document.body.replaceChildren();
});

test('what lies under the pointer is scrolled, and what holds it once that is at its end', () => {
  const outer = box(document.body, 'outer', 'overflow-y: auto', { shown: 100, whole: 300 });
  const inner = box(outer, 'inner', 'overflow-y: scroll', { shown: 50, whole: 90 });
  const text = box(inner, 'text', '', { shown: 10, whole: 90 });
  turn(text, { deltaY: 40 });
  expect([inner.scrollTop, outer.scrollTop]).toEqual([40, 0]);
  turn(text, { deltaY: 40 });
  expect([inner.scrollTop, outer.scrollTop]).toEqual([40, 40]);
  turn(text, { deltaY: -30 });
  expect([inner.scrollTop, outer.scrollTop]).toEqual([10, 40]);
});

test('a wheel across goes across, also where text runs to the left', () => {
  const wide = box(document.body, 'wide', 'overflow-x: auto', { shown: 100, whole: 300 });
  turn(wide, { deltaX: -20 });
  expect(wide.scrollLeft).toBe(0);
  turn(wide, { deltaX: 20 });
  expect(wide.scrollLeft).toBe(20);
  const mirrored = box(document.body, 'mirrored', 'overflow-x: auto; direction: rtl', {
    shown: 100,
    whole: 300,
  });
  turn(mirrored, { deltaX: -20 });
  expect(mirrored.scrollLeft).toBe(-20);
});

test('with Control, or once somebody has acted on it, it scrolls nothing', () => {
  const outer = box(document.body, 'outer', 'overflow-y: auto', { shown: 100, whole: 300 });
  turn(outer, { deltaY: 40, ctrlKey: true });
  expect(outer.scrollTop).toBe(0);
  outer.addEventListener('wheel', (event) => event.preventDefault());
  turn(outer, { deltaY: 40 });
  expect(outer.scrollTop).toBe(0);
});

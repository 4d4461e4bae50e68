// A wheel whose turns the program passes on, because the web view does not act on them.

/** Scrolls what such an event points at, or the nearest around it that can still go that way. */
export function scrollByWheel(event: WheelEvent): void {
  // The web view acts on those that are its own.
  if (event.isTrusted || event.defaultPrevented || event.ctrlKey) return;
  if (!(event.target instanceof Element)) return;
  const { target, deltaX, deltaY } = event;
  if (deltaY !== 0) nearest(target, (element) => goesDown(element, deltaY))?.scrollBy({ top: deltaY });
  if (deltaX !== 0) nearest(target, (element) => goesAcross(element, deltaX))?.scrollBy({ left: deltaX });
}

function nearest(from: Element, can: (element: Element) => boolean): Element | null {
  for (let element: Element | null = from; element; element = element.parentElement) {
    if (can(element)) return element;
  }
  return null;
}

const SCROLLS = /auto|scroll|overlay/u;

/** Less than a pixel is rounding. */
const LEAST = 1;

function goesDown(element: Element, by: number): boolean {
  const { scrollTop, scrollHeight, clientHeight } = element;
  const left = by < 0 ? scrollTop : scrollHeight - clientHeight - scrollTop;
  return left >= LEAST && SCROLLS.test(getComputedStyle(element).overflowY);
}

function goesAcross(element: Element, by: number): boolean {
  const { scrollLeft, scrollWidth, clientWidth } = element;
  // Where text runs to the left, it counts from 0 down.
  const beyond = scrollWidth - clientWidth;
  const rightToLeft = getComputedStyle(element).direction === 'rtl';
  const before = rightToLeft ? beyond + scrollLeft : scrollLeft;
  const left = by < 0 ? before : beyond - before;
  return left >= LEAST && SCROLLS.test(getComputedStyle(element).overflowX);
}

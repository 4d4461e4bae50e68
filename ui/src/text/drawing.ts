import type { LayerMarker } from '@codemirror/view';

/** What a drawing is made of. */
export interface Mark extends LayerMarker {
  /** The same for marks that show the same part of the same thing. */
  readonly name: string;
}

/**
 * A whole drawing as one marker of its layer. What is still there keeps its
 * element: CodeMirror would go by order, so that one more span changed all the
 * elements after it and the browser painted them all again.
 */
export class Drawing implements LayerMarker {
  private readonly marks = new Map<string, Mark>();

  constructor(marks: readonly Mark[]) {
    const seen = new Map<string, number>();
    for (const mark of marks) {
      const nth = seen.get(mark.name) ?? 0;
      seen.set(mark.name, nth + 1);
      this.marks.set(`${mark.name} ${nth}`, mark);
    }
  }

  eq(other: LayerMarker): boolean {
    if (!(other instanceof Drawing) || other.marks.size !== this.marks.size) return false;
    const theirs = other.marks.entries();
    for (const [name, mark] of this.marks) {
      const their = theirs.next().value;
      if (!their || their[0] !== name || !mark.eq(their[1])) return false;
    }
    return true;
  }

  draw(): HTMLElement {
    const parent = document.createElement('div');
    parent.className = 'postil-drawing';
    for (const mark of this.marks.values()) parent.append(mark.draw());
    return parent;
  }

  update(parent: HTMLElement, old: LayerMarker): boolean {
    if (!(old instanceof Drawing)) return false;
    const elements = [...parent.children] as HTMLElement[];
    const there = new Map<string, { element: HTMLElement; mark: Mark }>();
    // Scrolled through a book, elements made anew would pile up in memory.
    const free: { element: HTMLElement; mark: Mark }[] = [];
    let index = 0;
    for (const [name, mark] of old.marks) {
      const element = elements[index++];
      if (!element) continue;
      if (this.marks.has(name)) there.set(name, { element, mark });
      else {
        element.remove();
        free.push({ element, mark });
      }
    }
    let next = parent.firstElementChild;
    for (const [name, mark] of this.marks) {
      const was = there.get(name) ?? free.pop();
      const element = was ? renewed(mark, was.element, was.mark) : mark.draw();
      if (was && next === was.element) next = next.nextElementSibling;
      if (element !== was?.element) was?.element.remove();
      if (element.nextElementSibling !== next || element.parentElement !== parent) {
        parent.insertBefore(element, next);
      }
    }
    return true;
  }
}

/** The element of a mark that has one already. */
function renewed(mark: Mark, element: HTMLElement, old: Mark): HTMLElement {
  if (mark.eq(old) || mark.update?.(element, old)) return element;
  return mark.draw();
}

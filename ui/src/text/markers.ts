import type { LayerMarker } from '@codemirror/view';
import { inkOn } from './contrast';
import type { Mark } from './drawing';
import type { Point } from './leader';
import type { Rectangle } from './rectangles';

/** One rectangle of the layer behind the text. */
export class BoxMarker implements Mark {
  constructor(
    readonly rectangle: Rectangle,
    readonly className: string,
    readonly span: number,
    readonly colour: string,
    readonly text = '',
  ) {}

  get name(): string {
    return `${this.span} ${this.className.split(' ', 1)[0]}`;
  }

  eq(other: LayerMarker): boolean {
    return (
      other instanceof BoxMarker &&
      other.span === this.span &&
      other.className === this.className &&
      other.colour === this.colour &&
      other.text === this.text &&
      other.rectangle.left === this.rectangle.left &&
      other.rectangle.top === this.rectangle.top &&
      other.rectangle.right === this.rectangle.right &&
      other.rectangle.bottom === this.rectangle.bottom
    );
  }

  draw(): HTMLElement {
    const element = document.createElement('div');
    this.show(element);
    return element;
  }

  update(element: HTMLElement, old: LayerMarker): boolean {
    if (!(old instanceof BoxMarker)) return false;
    if (!this.eq(old)) this.show(element);
    return true;
  }

  private show(element: HTMLElement): void {
    const { left, top, right, bottom } = this.rectangle;
    element.className = this.className;
    element.dataset['span'] = String(this.span);
    if (element.textContent !== this.text) element.textContent = this.text;
    const { style } = element;
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${right - left}px`;
    style.height = `${bottom - top}px`;
    style.color = this.text ? inkOn(this.colour) : this.colour;
    style.backgroundColor = this.text ? this.colour : '';
  }
}

/** A leader as it is drawn. */
export interface LeaderLine {
  readonly target: number;
  readonly colour: string;
  readonly points: readonly Point[];
}

const SVG = 'http://www.w3.org/2000/svg';

/** All leaders of the active claim, in one drawing. */
export class LeaderMarker implements Mark {
  readonly name = 'leaders';
  private readonly key: string;

  constructor(private readonly lines: readonly LeaderLine[]) {
    this.key = JSON.stringify(lines);
  }

  eq(other: LayerMarker): boolean {
    return other instanceof LeaderMarker && other.key === this.key;
  }

  draw(): HTMLElement {
    const box = document.createElement('div');
    box.className = 'postil-leaders';
    const drawing = document.createElementNS(SVG, 'svg');
    // As large as what it draws: WebKit leaves lines outside the box behind
    // when they are taken away, and paints all of the box again.
    const points = this.lines.flatMap((line) => line.points);
    const left = Math.floor(Math.min(...points.map(({ x }) => x))) - 2;
    const top = Math.floor(Math.min(...points.map(({ y }) => y))) - 2;
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
    drawing.setAttribute('width', String(Math.ceil(Math.max(...points.map(({ x }) => x))) + 2 - left));
    drawing.setAttribute('height', String(Math.ceil(Math.max(...points.map(({ y }) => y))) + 2 - top));
    for (const { target, colour, points } of this.lines) {
      const line = document.createElementNS(SVG, 'polyline');
      line.setAttribute('points', points.map(({ x, y }) => `${x - left},${y - top}`).join(' '));
      line.dataset['span'] = String(target);
      line.style.color = colour;
      drawing.append(line);
    }
    box.append(drawing);
    return box;
  }
}

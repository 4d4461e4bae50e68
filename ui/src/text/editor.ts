import { selectionRows } from './selection';
import { EditorSelection, EditorState, type Extension, StateEffect } from '@codemirror/state';
import { drawSelection, EditorView, layer, type ViewUpdate } from '@codemirror/view';
import { Boundaries, type LineBoundaries } from './boundaries';
import { Drawing } from './drawing';
import type { Extent } from './extent';
import { folding, type Folding, keepFolds, toggleFold, toggleFolds, unfoldAt } from './folding';
import { DRAGGING, handles } from './handles';
import { outOfView } from './leader';
import { hits, hitsChanged } from './hits';
import { type LineLanguages, languages, languagesChanged } from './languages';
import { lines, type Zone, zonesChanged } from './lines';
import { motion } from './motion';
import { Meter, origin } from './meter';
import { type Emphasis, gutterOf, paint, type Painting } from './paint';
import { type Place, places, placesChanged } from './places';
import { pointerSelection } from './pointer';
import { holds, type Rectangle } from './rectangles';
import { type DrawnSpan, length, NO_SPANS, SpanIndex, type SpanSource } from './spans';
import { type Stub, Stubs } from './stubs';
import { theme } from './theme';

export type { LineBoundaries } from './boundaries';
export type { Extent } from './extent';
export type { Folding } from './folding';
export type { Zone } from './lines';
export type { LineLanguages } from './languages';
export type { Place } from './places';
export type { Rectangle } from './rectangles';
export type { DrawnSpan, Shape, SpanSource } from './spans';

/** An article to show. */
export interface SurfaceArticle {
  /** The whole text; its only line end is "\n". */
  readonly text: string;
  /** Lines that run right to left, counted from 0. */
  readonly rightToLeftLines: readonly number[];
  /** BCP 47, for the choice of fonts. */
  readonly language?: string;
}

/** What decides how spans are drawn, besides themselves. */
export interface SurfaceState {
  /** The current span, which is outlined. */
  readonly current: number | null;
  /** The active claim. */
  readonly active: number | null;
  /** Spans that the active claim's links point to. */
  readonly targets: readonly number[];
  /** Spans of the entity that has the focus. */
  readonly focusEntitySpans: readonly number[];
  /** Spans not drawn. */
  readonly hidden?: readonly number[];
  readonly zones: readonly Zone[];
  /** The ends of the current span can be dragged. */
  readonly movable?: boolean;
}

/** What the surface tells. All offsets are UTF-16 units over the article. */
export interface SurfaceCallbacks {
  /** The selection or the caret moved; an empty selection is `null`. */
  onSelection?(selection: Extent | null, caret: number): void;
  /** A click on a span: the shortest of those at the point. */
  onClickSpan?(id: number, at: number): void;
  /** The mouse has selected something, and was let go. */
  onPointerSelected?(selection: Extent): void;
  /** An end of a fragment (numbered from 0) was dragged: what the fragment takes now. */
  onReshape?(span: number, fragment: number, extent: Extent): void;
  /** A click on a claim's badge. */
  onClickBadge?(id: number): void;
  /** Lines (from 0, inclusive) near the window whose boundaries are not known. */
  needBoundaries?(firstLine: number, lastLine: number): void;
  /** Other lines are drawn, or the text is scrolled. */
  onViewport?(): void;
  /** What stands in place of so many folded lines. */
  foldWords?(lines: number): string;
  /** Highlights were drawn anew: whatever stands beside the text may have to move. */
  onLayout?(): void;
}

const EMPTY: Painting = { markers: [], fragments: [], badges: [] };
const repaint = StateEffect.define<null>();

/**
 * The article as text on screen, with its highlights. Holds no annotations of
 * its own: it draws what it is given and tells what the person points at.
 */
export class ArticleSurface {
  /** Stands beside the text in the same scroller; what it holds is placed from its top. */
  readonly marginHost = document.createElement('div');

  private readonly view: EditorView;
  private readonly index = new SpanIndex();
  private readonly known = new Boundaries();
  private readonly meter = new Meter();
  private readonly stubs: Stubs;
  private readonly widths: ResizeObserver | null;
  private width = 0;
  private emphasis: Emphasis = {
    current: null,
    active: null,
    targets: [],
    lit: new Set(),
    hidden: new Set(),
  };
  private zones: readonly Zone[] = [];
  private movable = false;
  private painting = EMPTY;
  private painted = 0;
  private viewport = '';
  private frame = 0;
  private gone = false;
  /** `label` is the text's accessible name. */
  constructor(
    parent: HTMLElement,
    private readonly callbacks: SurfaceCallbacks = {},
    private label = '',
  ) {
    this.view = new EditorView({ parent, state: this.state({ text: '', rightToLeftLines: [] }) });
    this.marginHost.className = 'postil-margin';
    this.view.contentDOM.after(this.marginHost);
    this.stubs = new Stubs((target) => {
      const start = this.index.get(target)?.fragments[0]?.start;
      if (start !== undefined) this.reveal(start);
    });
    this.view.dom.append(this.stubs.dom);
    this.view.scrollDOM.addEventListener('scroll', this.scheduleViewport, { passive: true });
    document.fonts?.addEventListener('loadingdone', this.measureAnew);
    this.widths = this.watchWidth();
  }

  /** The editor's element; `data-painted` counts finished drawings. */
  get dom(): HTMLElement {
    return this.view.dom;
  }

  /** The element that has the focus and gets the keys. */
  get content(): HTMLElement {
    return this.view.contentDOM;
  }

  /** What scrolls: text, highlights and margin in one. */
  get scroller(): HTMLElement {
    return this.view.scrollDOM;
  }

  /** Shows an article, with nothing marked and the caret at its start. */
  open(article: SurfaceArticle): void {
    this.index.replace(NO_SPANS);
    this.known.clear();
    this.zones = [];
    this.painting = EMPTY;
    this.meter.forget();
    this.view.setState(this.state(article));
    this.view.scrollDOM.scrollTop = 0;
    this.scheduleViewport();
  }

  /** Replaces all spans. */
  setSpans(spans: SpanSource): void {
    this.index.replace(spans);
    this.view.dispatch({ effects: repaint.of(null) });
  }

  /** Takes over new and changed spans and forgets removed ones. */
  applySpans(changed: Iterable<DrawnSpan>, removed: Iterable<number>): void {
    this.index.apply(changed, removed);
    this.view.dispatch({ effects: repaint.of(null) });
  }

  /** Sets what is current, active, lit and zoned. */
  setState(state: SurfaceState): void {
    this.emphasis = {
      current: state.current,
      active: state.active,
      targets: state.targets,
      lit: new Set(state.focusEntitySpans),
      hidden: new Set(state.hidden ?? []),
    };
    this.movable = state.movable ?? false;
    const effects: StateEffect<unknown>[] = [repaint.of(null)];
    if (state.zones !== this.zones) effects.push(zonesChanged.of(state.zones));
    this.zones = state.zones;
    this.view.dispatch({ effects });
    keepFolds(this.view, this.zones);
  }

  /** Outlines stretches of text that are offered; none takes them away. */
  setPlaces(shown: readonly Place[]): void {
    this.view.dispatch({ effects: placesChanged.of(shown) });
  }

  /** Outlines what was found, in text order; `at` is the one gone to, -1 for none. */
  setHits(ranges: readonly Extent[], at: number): void {
    this.view.dispatch({ effects: hitsChanged.of({ ranges, at }) });
  }

  /** Says which lines are in another language than the article. */
  setLanguages(lines: LineLanguages): void {
    this.view.dispatch({ effects: languagesChanged.of(lines) });
  }

  /** Folds or unfolds what is not the article: at the caret, or all of it. */
  fold(all: boolean): Folding {
    return (all ? toggleFolds : toggleFold)(this.view, this.zones);
  }

  /** Takes over boundaries the program sent. */
  setBoundaries(boundaries: Iterable<LineBoundaries>): void {
    this.known.set(boundaries);
  }

  /** Names the text for assistive technology. */
  setLabel(label: string): void {
    this.label = label;
    this.view.contentDOM.setAttribute('aria-label', label);
  }

  /** What is selected, or `null` if there is only a caret. */
  selection(): Extent | null {
    const { from, to, empty } = this.view.state.selection.main;
    return empty ? null : { start: from, end: to };
  }

  /** Where the caret is: the end of the selection that moves. */
  caret(): number {
    return this.view.state.selection.main.head;
  }

  /** Empties the selection and puts the caret somewhere. */
  setCaret(position: number, options: { reveal?: boolean } = {}): void {
    this.select({ start: position, end: position }, options);
  }

  /** Selects; the caret goes to the end. */
  select(extent: Extent, options: { reveal?: boolean } = {}): void {
    const { length } = this.view.state.doc;
    const within = (position: number): number => Math.max(0, Math.min(length, position));
    this.view.dispatch({
      selection: EditorSelection.single(within(extent.start), within(extent.end)),
    });
    if (options.reveal) this.reveal(extent.start);
  }

  /** Scrolls a position to a third of the window's height, unless it is in view already. */
  reveal(position: number): void {
    const { scrollDOM, state } = this.view;
    const at = Math.max(0, Math.min(state.doc.length, position));
    unfoldAt(this.view, at);
    const room = this.view.defaultLineHeight;
    // The exact place would lay out and draw all that is about to change once
    // more, so it is asked only where the whole line does not tell.
    const block = this.view.lineBlockAt(at);
    const top = block.top + this.view.documentPadding.top - scrollDOM.scrollTop;
    if (top >= room / 2 && top + block.height <= scrollDOM.clientHeight - room) return;
    const place = this.view.coordsAtPos(at);
    const window = scrollDOM.getBoundingClientRect();
    if (place && place.top >= window.top + room / 2 && place.bottom <= window.bottom - room) return;
    this.view.dispatch({
      effects: EditorView.scrollIntoView(at, { y: 'start', yMargin: scrollDOM.clientHeight / 3 }),
    });
  }

  dragging(): boolean {
    return this.view.dom.classList.contains(DRAGGING);
  }

  focus(): void {
    this.view.focus();
  }

  /** Where a position stands from the scroller's content origin, or `null` if its text is not drawn. */
  coordinates(position: number): Rectangle | null {
    const place = this.view.coordsAtPos(position, 1);
    if (!place) return null;
    const base = origin(this.view);
    return {
      left: place.left - base.left,
      right: place.right - base.left,
      top: place.top - base.top,
      bottom: place.bottom - base.top,
    };
  }

  /** The top of a position's line from the scroller's content origin; estimated where no text is drawn. */
  lineBlockTop(position: number): number {
    const at = Math.max(0, Math.min(this.view.state.doc.length, position));
    const block = this.view.lineBlockAt(at);
    const share = block.length > 0 ? (at - block.from) / block.length : 0;
    const rows = Math.max(1, Math.round(block.height / this.view.defaultLineHeight));
    const row = Math.min(rows - 1, Math.floor(share * rows));
    return block.top + (row * block.height) / rows + this.view.documentPadding.top;
  }

  /** The row of a span's first fragment as drawn last, or `null` if it is not drawn. */
  spanTop(id: number): number | null {
    const drawn = this.painting.fragments.find(
      ({ fragment, rows }) => fragment.span.id === id && rows.length > 0,
    );
    return drawn?.rows[0]?.top ?? null;
  }

  /** Measures and draws again, after something outside changed how text looks. */
  refresh(): void {
    this.measureAnew();
  }

  /** Draws what waits for the next frame now: reading the layout does. */
  draw(): void {
    this.view.elementAtHeight(0);
  }

  destroy(): void {
    this.gone = true;
    this.widths?.disconnect();
    cancelAnimationFrame(this.frame);
    document.fonts?.removeEventListener('loadingdone', this.measureAnew);
    this.view.destroy();
  }

  private state(article: SurfaceArticle): EditorState {
    const attributes = {
      tabindex: '0',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-readonly': 'true',
      'aria-label': this.label,
      ...(article.language ? { lang: article.language } : {}),
    };
    return EditorState.create({
      doc: article.text,
      extensions: [
        EditorState.lineSeparator.of('\n'),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of(attributes),
        EditorView.updateListener.of((update) => {
          this.updated(update);
        }),
        motion(this.known),
        handles(this.known, {
          span: () => {
            const { current } = this.emphasis;
            return this.movable && current !== null ? (this.index.get(current) ?? null) : null;
          },
          released: (span, fragment, extent) => this.callbacks.onReshape?.(span, fragment, extent),
        }),
        pointerSelection(this.known, () => {
          const selection = this.selection();
          if (selection) this.callbacks.onPointerSelected?.(selection);
        }),
        this.clicks(),
        drawSelection(),
        this.highlights(),
        selectionRows(),
        hits(),
        places(),
        lines(new Set(article.rightToLeftLines)),
        languages(),
        folding((count) => this.callbacks.foldWords?.(count) ?? ''),
        theme,
      ],
    });
  }

  private highlights(): Extension {
    return layer({
      above: false,
      class: 'postil-highlights',
      update: (update) => {
        const effects = update.transactions.flatMap((transaction) => transaction.effects);
        const moved = update.geometryChanged || update.viewportChanged;
        if (moved) this.meter.moved(update.view);
        // Bold headlines, and other fonts for another language, move what stands on a row.
        const dressed = effects.some((effect) => effect.is(zonesChanged) || effect.is(languagesChanged));
        if (dressed) this.meter.forget();
        return moved || dressed || effects.some((effect) => effect.is(repaint));
      },
      markers: (view) => {
        this.painting = paint(view, this.meter, this.index, this.emphasis);
        // The layer draws what this returns before anything else of ours runs.
        queueMicrotask(() => {
          this.finished();
        });
        return [new Drawing(this.painting.markers)];
      },
    });
  }

  private readonly measureAnew = (): void => {
    this.meter.forget();
    this.view.requestMeasure();
    this.view.dispatch({ effects: repaint.of(null) });
  };

  /** The column may change its width without the window doing so. */
  private watchWidth(): ResizeObserver | null {
    if (typeof ResizeObserver !== 'function') return null;
    const observer = new ResizeObserver(() => {
      const width = this.view.contentDOM.clientWidth;
      if (width === this.width) return;
      this.width = width;
      this.measureAnew();
    });
    observer.observe(this.view.contentDOM);
    return observer;
  }

  private finished(): void {
    if (this.gone) return;
    this.view.dom.dataset['painted'] = String(++this.painted);
    this.scheduleViewport();
    this.callbacks.onLayout?.();
  }

  private clicks(): Extension {
    let badge: number | null = null; // The text may come up before the button does.
    return EditorView.domEventHandlers({
      mousedown: (event, view) => {
        badge = this.badgeAt(event);
        if (event.button !== 0 || badge === null) return false;
        event.preventDefault();
        view.focus();
        this.callbacks.onClickBadge?.(badge);
        return true;
      },
      click: (event, view) => {
        if (badge !== null || event.detail !== 1 || !view.state.selection.main.empty) return false;
        const span = this.spanAt(event);
        if (span) this.callbacks.onClickSpan?.(span.id, view.state.selection.main.head);
        return false;
      },
    });
  }

  private badgeAt(event: MouseEvent): number | null {
    const base = origin(this.view);
    const badge = this.painting.badges.find(({ rectangle }) =>
      holds(rectangle, event.clientX - base.left, event.clientY - base.top),
    );
    return badge?.span.id ?? null;
  }

  private spanAt(event: MouseEvent): DrawnSpan | null {
    const base = origin(this.view);
    const x = event.clientX - base.left;
    const y = event.clientY - base.top;
    const [shortest] = this.painting.fragments
      .filter(({ rows }) => rows.some((row) => holds(row, x, y)))
      .map(({ fragment }) => fragment.span)
      .sort((a, b) => length(a) - length(b));
    return shortest ?? null;
  }

  private updated(update: ViewUpdate): void {
    if (update.selectionSet) this.callbacks.onSelection?.(this.selection(), this.caret());
    if (update.viewportChanged || update.geometryChanged) this.scheduleViewport();
  }

  private readonly scheduleViewport = (): void => {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.tellViewport();
    });
  };

  private tellViewport(): void {
    const { view } = this;
    const first = view.state.doc.lineAt(view.viewport.from).number - 1;
    const last = view.state.doc.lineAt(view.viewport.to).number - 1;
    const viewport = `${first} ${last} ${view.scrollDOM.scrollTop}`;
    if (viewport !== this.viewport) this.callbacks.onViewport?.();
    this.viewport = viewport;
    const wanted = this.known.ask(first, last);
    if (wanted) this.callbacks.needBoundaries?.(wanted.first, wanted.last);
    this.showStubs();
  }

  private showStubs(): void {
    const { view, emphasis } = this;
    if (emphasis.active === null || emphasis.targets.length === 0) {
      this.stubs.show([], 0);
      return;
    }
    const { scrollTop, clientHeight } = view.scrollDOM;
    const window = { top: scrollTop, bottom: scrollTop + clientHeight };
    const stubs: Stub[] = [];
    for (const target of emphasis.targets) {
      const span = this.index.get(target);
      const start = span?.fragments[0]?.start;
      if (!span || start === undefined) continue;
      const top = this.spanTop(target) ?? this.lineBlockTop(start);
      const side = outOfView({ top, bottom: top + view.defaultLineHeight }, window);
      if (side) stubs.push({ target, side, colour: span.colour });
    }
    this.stubs.show(stubs, gutterOf(view).x - view.scrollDOM.scrollLeft);
  }
}

/** A target the window does not show. */
export interface Stub {
  readonly target: number;
  readonly side: 'above' | 'below';
  readonly colour: string;
}

/**
 * Small arrows at the window's upper and lower edge that jump to targets
 * beyond it. The pointer's shortcut only: the keyboard reaches the same targets
 * from the claim's card.
 */
export class Stubs {
  readonly dom = document.createElement('div');
  private shown = '';

  constructor(private readonly jump: (target: number) => void) {
    this.dom.className = 'postil-stubs';
    this.dom.setAttribute('aria-hidden', 'true');
  }

  /** `x` is where the gutter lies, in CSS pixels from this element's left edge. */
  show(stubs: readonly Stub[], x: number): void {
    const key = JSON.stringify([stubs, x]);
    if (key === this.shown) return;
    this.shown = key;
    const count = { above: 0, below: 0 };
    this.dom.replaceChildren(
      ...stubs.map((stub) => {
        const element = document.createElement('button');
        element.type = 'button';
        element.tabIndex = -1;
        element.className = `postil-stub is-${stub.side}`;
        element.textContent = stub.side === 'above' ? '▲' : '▼';
        element.dataset['span'] = String(stub.target);
        element.style.left = `${x + 18 * count[stub.side]++}px`;
        element.style.color = stub.colour;
        element.addEventListener('mousedown', (event) => {
          event.preventDefault();
        });
        element.addEventListener('click', () => {
          this.jump(stub.target);
        });
        return element;
      }),
    );
  }
}

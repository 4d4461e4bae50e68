// Measures inside the page, where nothing lies between a key and the clock.
window.measured = (() => {
  const view = () => document.querySelector('.cm-content').cmTile.root.view;
  const outlined = () => document.querySelector('.postil-outline')?.dataset.span;
  const tinted = () => document.querySelector('.postil-highlights .postil-tint') !== null;

  const it = { took: null, resting: false, frames: null };
  let begun = 0;

  // Done in the first task after the frame that paints highlights for which `holds`:
  // at most 5 ms before the display's own word of it. A message would come after
  // what follows the mark, because WebKit passes it through another process.
  const until = (holds) => {
    it.took = null;
    const watch = new MutationObserver(() => {
      if (!holds()) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => (it.took = performance.now() - begun)));
    });
    watch.observe(document.querySelector('.cm-editor'), { attributeFilter: ['data-painted'] });
  };
  // The event's own time: it was on its way to the page already.
  const atKey = () =>
    addEventListener('keydown', (event) => (begun = event.timeStamp), { capture: true, once: true });

  it.open = (title, length) => {
    const rows = [...document.querySelectorAll('nav .row')];
    const row = rows.find((row) => row.querySelector('.title').textContent === title);
    until(() => view().state.doc.length === length && tinted());
    begun = performance.now();
    row.click();
  };
  it.next = (length) => {
    until(() => view().state.doc.length === length && tinted());
    atKey();
  };
  it.select = (start, end) => {
    view().focus();
    view().dispatch({ selection: { anchor: start, head: end }, scrollIntoView: true });
  };
  it.mark = () => {
    // The store numbers spans, so a new one's outline stands only once it is kept.
    const before = outlined();
    until(() => outlined() !== before);
    atKey();
  };
  it.rest = () => {
    it.resting = false;
    let last = null;
    let still = 0;
    const look = () => {
      const { painted } = document.querySelector('.cm-editor').dataset;
      still = painted === last ? still + 1 : 0;
      last = painted;
      if (still < 6) requestAnimationFrame(look);
      else it.resting = true;
    };
    look();
  };
  it.scroll = (count) => {
    it.frames = null;
    const { scrollDOM } = view();
    const frames = [];
    let last = performance.now();
    const step = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if (frames.length > count) it.frames = frames.slice(1);
      else {
        scrollDOM.scrollTop += scrollDOM.clientHeight / 3;
        requestAnimationFrame(step);
      }
    };
    requestAnimationFrame(step);
  };
  return it;
})();

import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const SERIF = [
  "'Source Serif 4'",
  "'Noto Serif'",
  'Charter',
  'Cambria',
  'Georgia',
  "'Noto Naskh Arabic'",
  "'Noto Serif Hebrew'",
  "'Noto Serif Devanagari'",
  "'Noto Serif CJK SC'",
  "'Songti SC'",
  "'Noto Serif SC'",
  "'Noto Color Emoji'",
  "'Apple Color Emoji'",
  "'Segoe UI Emoji'",
  'serif',
].join(', ');

/** Of a language, unless the person has chosen a font. */
const withFirst = (...fonts: string[]): string => `var(--article-font-chosen, ${fonts.join(', ')}, ${SERIF})`;
const ink = 'var(--article-ink, light-dark(#1d2129, #e4e6ea))';
const accent = 'var(--accent, light-dark(#2b59c3, #8fb0ff))';
// Marks have the label's colour as their own: WebKit never forgets the styles of
// an element that was given a custom property by itself.
const strong = `color-mix(in oklab, currentColor, ${ink} 12%)`;
const tint = (share: string): string => `color-mix(in srgb, currentColor ${share}, transparent)`;

/** How text and highlights look. Lengths and colours come from the window's custom properties. */
export const theme: Extension = EditorView.theme({
  '&': { height: '100%', color: ink, background: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: `var(--article-font, ${SERIF})`,
    fontSize: 'var(--article-size, 17px)',
    // Whole pixels, so that rows and highlights meet without rounding.
    lineHeight: 'round(calc(var(--article-line-height, 1.75) * 1em), 1px)',
    justifyContent: 'center',
    overflowY: 'auto',
    scrollbarGutter: 'stable',
  },
  '.cm-content': {
    flex: '0 1 calc(var(--article-width, 44em) + 88px)',
    minInlineSize: '0',
    padding: '32px 44px 45vh',
    caretColor: 'transparent',
    cursor: 'text',
    overflowWrap: 'break-word',
    wordBreak: 'normal',
  },
  // Of the whole article, and of a line in another language.
  ':is(.cm-content, .cm-line)[lang]:lang(ja)': {
    fontFamily: withFirst("'Noto Serif CJK JP'", "'Hiragino Mincho ProN'"),
  },
  ':is(.cm-content, .cm-line)[lang]:lang(ko)': {
    fontFamily: withFirst("'Noto Serif CJK KR'", "'AppleMyungjo'"),
    // Words stand apart in Korean, and a row ends between them.
    wordBreak: 'keep-all',
  },
  ':is(.cm-content, .cm-line)[lang]:is(:lang(zh-Hant), :lang(zh-TW))': {
    fontFamily: withFirst("'Noto Serif CJK TC'", "'Songti TC'"),
  },
  '.cm-line': { padding: '0 0 var(--paragraph-gap, 0px)', textAlign: 'start' },
  // There words keep to their row, and marks stand where the font draws them by itself.
  ':root[data-lifts-marks] & .cm-line[dir="rtl"]': { fontFeatureSettings: '"mark" 0' },
  // Where blank lines part the paragraphs already, the gap is not doubled.
  '.cm-line:has(> br:only-child)': { paddingBlockEnd: '0', lineHeight: '0.6' },
  '.postil-margin': {
    flex: '0 0 var(--margin-width, 320px)',
    position: 'relative',
    alignSelf: 'stretch',
    minBlockSize: '100%',
  },
  '.cm-cursor': { borderInlineStart: `2px solid ${accent}`, marginInlineStart: '-1px' },
  // CodeMirror's own selection runs over the whole column: ours covers the text.
  '.cm-selectionLayer': { display: 'none' },
  '.postil-selected': { background: 'var(--selection, light-dark(#3b73f04d, #7ea6ff55))' },

  // Shapes and tints carry meaning, so forced colours leave them.
  '.postil-highlights': { forcedColorAdjust: 'none' },
  '.postil-drawing > *': { position: 'absolute' },
  '.postil-tint': { background: tint('var(--tint, 26%)') },
  '.postil-tint.is-nested': { boxShadow: `inset 0 0 0 1px ${tint('70%')}` },
  '.postil-tint.is-active': { background: tint('var(--tint-active, 44%)') },
  '.postil-tint.is-dimmed': { background: tint('var(--tint-dimmed, 13%)') },
  '.postil-zone': {
    background: `repeating-linear-gradient(135deg, ${tint('30%')} 0 1px, transparent 1px 6px)`,
  },
  '.postil-solid': { background: strong },
  '.postil-dotted': {
    background: `radial-gradient(circle at 1.5px 1px, ${strong} 1.1px, transparent 1.4px) 0 0 / 4px 2px`,
  },
  '.postil-wavy': {
    background: [
      `linear-gradient(45deg, transparent 42%, ${strong} 42% 60%, transparent 60%) 0 0 / 6px 3px repeat-x`,
      `linear-gradient(-45deg, transparent 42%, ${strong} 42% 60%, transparent 60%) 3px 0 / 6px 3px repeat-x`,
    ].join(', '),
    minBlockSize: '3px',
  },
  '.postil-solid.is-dimmed, .postil-dotted.is-dimmed, .postil-wavy.is-dimmed': { opacity: '0.45' },
  '.postil-solid.is-target, .postil-dotted.is-target, .postil-wavy.is-target': {
    filter: 'saturate(1.3) brightness(0.92)',
  },
  '.postil-lit, .postil-tint.is-lit': {
    background: tint('var(--tint-lit, 30%)'),
    boxShadow: `0 0 0 1px ${tint('80%')}`,
    borderRadius: '2px',
  },
  '.postil-outline': {
    boxShadow: `inset 0 0 0 1.5px ${accent}`,
    borderRadius: '3px',
  },
  '.postil-badge': {
    boxSizing: 'border-box',
    font: '700 calc(var(--article-size, 17px) * 0.56)/1.2 system-ui, sans-serif',
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'center',
    borderRadius: '0 3px 3px 3px',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
  },
  '.postil-badge.is-leftward': { borderRadius: '3px 0 3px 3px' },
  '.postil-badge.is-dimmed': { opacity: '0.8' },
  '.postil-leaders': { pointerEvents: 'none' },
  '.postil-leaders > svg': { display: 'block' },
  '.postil-leaders polyline': {
    fill: 'none',
    stroke: strong,
    strokeWidth: '1px',
    strokeLinejoin: 'round',
    shapeRendering: 'crispEdges',
  },

  '.postil-stubs': { position: 'absolute', inset: '0', pointerEvents: 'none', overflow: 'hidden' },
  '.postil-stub': {
    position: 'absolute',
    inlineSize: '16px',
    blockSize: '14px',
    padding: '0',
    border: '0',
    borderRadius: '3px',
    background: 'var(--article-paper, light-dark(#fff, #16181d))',
    WebkitTextFillColor: strong,
    font: '10px/14px system-ui, sans-serif',
    cursor: 'pointer',
    pointerEvents: 'auto',
  },
  '.postil-stub.is-above': { insetBlockStart: '4px' },
  '.postil-stub.is-below': { insetBlockEnd: '4px' },

  '.postil-zone-line': { position: 'relative' },
  '.postil-zone-line::before': {
    content: '""',
    position: 'absolute',
    insetBlock: '0',
    insetInlineStart: '-16px',
    inlineSize: '3px',
    background: 'var(--zone-bar, light-dark(#9aa3b2, #6b7485))',
    pointerEvents: 'none',
  },
  '.postil-zone-line.is-proposed::before': { opacity: '0.5' },
  '.postil-zone-line.is-skip': {
    color: 'var(--zone-ink, light-dark(#6a7280, #98a1b0))',
    background:
      'repeating-linear-gradient(135deg, var(--zone-hatch, light-dark(#8a93a333, #aab3c326)) 0 1px, transparent 1px 7px)',
  },
  ':root[data-plain-zones] & .postil-zone-line.is-skip': { color: ink, background: 'none' },
  // The rest of the line is the article.
  '.postil-zone-line.is-skip.is-part': { color: 'inherit', background: 'none' },
  '.postil-zone-part': {
    color: 'var(--zone-ink, light-dark(#6a7280, #98a1b0))',
    background:
      'repeating-linear-gradient(135deg, var(--zone-hatch, light-dark(#8a93a333, #aab3c326)) 0 1px, transparent 1px 7px)',
  },
  ':root[data-plain-zones] & .postil-zone-part': { color: ink, background: 'none' },
  // What is only proposed moves no letter.
  '.postil-zone-line.is-headline.is-accepted': { fontWeight: '600' },
});

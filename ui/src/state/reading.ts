// How the article looks: settings of the person as properties of the page.

import type { SettingsView, Theme } from '../host/bindings';

/** Until the program has said what the person chose. */
export const SETTINGS: SettingsView = {
  theme: 'system',
  font: '',
  textSize: 17,
  zoom: 100,
  lineHeight: 175,
  columnWidth: 44,
  dimZones: true,
  foldZones: false,
  showOverview: true,
  keys: {},
};

export const THEMES: readonly Theme[] = ['system', 'light', 'dark', 'high_contrast', 'high_contrast_dark'];

/** Fonts that every system has in some form; any other is called by its name. */
export const FONTS = ['system', 'serif', 'sans', 'monospace'] as const;

const FAMILIES: { readonly [font in string]?: string } = {
  system: 'system-ui',
  serif: 'serif',
  sans: "'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans Devanagari', sans-serif",
  monospace: "'Noto Sans Mono', monospace",
};

/** The style's value for a chosen font; none for the program's own choice. */
export function fontFamily(font: string): string | null {
  if (font === '') return null;
  // What the font lacks is drawn with another.
  return FAMILIES[font] ?? `${JSON.stringify(font)}, serif`;
}

/** What a page says of the system it is on. */
export interface Ambient {
  readonly dark: boolean;
  readonly contrast: boolean;
}

export function shownTheme(theme: Theme, { dark, contrast }: Ambient): Exclude<Theme, 'system'> {
  if (theme !== 'system') return theme;
  if (contrast) return dark ? 'high_contrast_dark' : 'high_contrast';
  return dark ? 'dark' : 'light';
}

/**
 * WebKitGTK sets a word that is written from right to left and ends in a mark
 * above or below as high as that mark, out of its row.
 */
export const liftsMarks = (agent: string): boolean =>
  /Linux/u.test(agent) && /AppleWebKit/u.test(agent) && !/Chrom/u.test(agent);

export function dress(root: HTMLElement, settings: SettingsView, ambient: Ambient): void {
  root.dataset['theme'] = shownTheme(settings.theme, ambient);
  root.toggleAttribute('data-plain-zones', !settings.dimZones);
  const { style } = root;
  style.setProperty('--article-size', `${settings.textSize}px`);
  style.setProperty('--article-line-height', String(settings.lineHeight / 100));
  style.setProperty('--article-width', `${settings.columnWidth}em`);
  const family = fontFamily(settings.font);
  // A font that a person chose may need its marks where it puts them.
  root.toggleAttribute('data-lifts-marks', family === null && liftsMarks(navigator.userAgent));
  for (const name of ['--article-font', '--article-font-chosen']) {
    if (family === null) style.removeProperty(name);
    else style.setProperty(name, family);
  }
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Colour, contrast, inkOn, read } from './contrast';

const AA = 4.5;
/** What a theme of high contrast promises. */
const AAA = 7;
/** What is needed to see a line or a shape that says something. */
const GRAPHIC = 3;

const file = (path: string): string => readFileSync(resolve(import.meta.dirname, path), 'utf8');
const css = file('../parts/theme.css');

type Palette = Readonly<Record<string, string>>;

/** The custom properties of a rule. */
function properties(rule: string): Palette {
  return Object.fromEntries(
    [...rule.matchAll(/(--[\w-]+):\s*([^;]+);/gu)].map(([, name = '', value = '']) => [name, value.trim()]),
  );
}

const light = properties(/:root \{([^}]*)\}/u.exec(css)?.[1] ?? '');
/** Every theme that the style has: what it does not say is as in the light one. */
const themes: [string, Palette][] = [
  ['light', light],
  ...[...css.matchAll(/:root\[data-theme='([\w-]+)'\] \{([^}]*)\}/gu)].map(
    ([, name = '', rule = '']): [string, Palette] => [name, { ...light, ...properties(rule) }],
  ),
];

function value(palette: Palette, name: string): string {
  const found = palette[name] ?? '';
  const other = /^var\((--[\w-]+)\)$/u.exec(found)?.[1];
  return other ? value(palette, other) : found;
}
const colour = (palette: Palette, name: string): Colour => {
  const hex = value(palette, name);
  expect(hex, `${name} is ${hex}`).toMatch(/^#[0-9a-f]{3,8}$/iu);
  return read(hex);
};

/** What is seen of one colour over another. */
const over = (below: Colour, above: Colour, share: number): Colour =>
  [0, 1, 2].map((at) => (above[at] ?? 0) * share + (below[at] ?? 0) * (1 - share)) as unknown as Colour;

interface Label {
  readonly id: string;
  readonly colour: string;
  readonly shape: string;
}
const schemes = import.meta.glob<{ labels: Label[] }>('../../../src-tauri/crates/core/schemes/*.json', {
  eager: true,
  import: 'default',
});

interface Tint {
  readonly colour: Colour;
  readonly share: number;
  readonly active: boolean;
}

/** What a label may lay behind text: any of them is lit while its entity has the focus. */
function tintsOf({ colour, shape }: Label, palette: Palette): Tint[] {
  const names = ['--tint-lit', ...(shape === 'tint' ? ['--tint', '--tint-active', '--tint-dimmed'] : [])];
  return names.map((name) => {
    const share = parseFloat(palette[name] ?? '') / 100;
    expect(share, name).toBeGreaterThan(0.05);
    return { colour: read(colour), share, active: name === '--tint-active' };
  });
}

/** Every stack of up to `height` tints; only one claim can be active. */
function stacks(paper: Colour, tints: readonly Tint[], height: number, active = true): Colour[] {
  if (height === 0) return [paper];
  const fitting = tints.filter((tint) => active || !tint.active);
  const further = fitting.flatMap((tint) =>
    stacks(over(paper, tint.colour, tint.share), tints, height - 1, active && !tint.active),
  );
  return [paper, ...further];
}

describe.each(themes)('in the %s theme', (theme, palette) => {
  const least = theme.startsWith('high_contrast') ? AAA : AA;

  it.each(Object.entries(schemes))('text is read over every stack of three tints of %s', (_, { labels }) => {
    const tints = labels.filter(({ shape }) => shape !== 'zone').flatMap((label) => tintsOf(label, palette));
    const ink = colour(palette, '--article-ink');
    const selection = value(palette, '--selection');
    const opacity = parseInt(selection.slice(7), 16) / 255;
    expect(opacity).toBeGreaterThan(0.1);
    for (const paper of stacks(colour(palette, '--article-paper'), tints, 3)) {
      expect(contrast(ink, paper)).toBeGreaterThanOrEqual(least);
      expect(contrast(ink, over(paper, read(selection), opacity))).toBeGreaterThanOrEqual(least);
    }
  });

  it.each(Object.entries(schemes))('lines of %s are seen on the paper', (_, { labels }) => {
    const paper = colour(palette, '--article-paper');
    const ink = colour(palette, '--article-ink');
    for (const label of labels.filter(({ shape }) => ['solid', 'dotted', 'wavy'].includes(shape))) {
      // The style mixes in another space; this one is darker nowhere.
      const line = over(read(label.colour), ink, 0.12);
      expect(contrast(line, paper), `${label.id} ${label.colour}`).toBeGreaterThanOrEqual(GRAPHIC);
    }
  });

  it('text left out of the article is read, on the hatching too', () => {
    const ink = colour(palette, '--zone-ink');
    const hatch = value(palette, '--zone-hatch');
    const paper = colour(palette, '--article-paper');
    const opacity = parseInt(hatch.slice(7), 16) / 255;
    expect(opacity).toBeGreaterThan(0.05);
    const hatched = over(paper, read(hatch), opacity);
    expect(contrast(ink, hatched)).toBeGreaterThanOrEqual(least);
    expect(contrast(colour(palette, '--zone-bar'), paper)).toBeGreaterThanOrEqual(GRAPHIC);
  });

  it('the words of the window are read on every ground', () => {
    const grounds = ['--paper', '--desk', '--raised', '--accent-wash'];
    const inks = ['--ink', '--quiet', '--danger', '--done', '--accent'];
    const weak = grounds.flatMap((ground) =>
      inks.flatMap((ink) => {
        const found = contrast(colour(palette, ink), colour(palette, ground));
        return found < least ? [`${theme}: ${ink} on ${ground} is ${found.toFixed(2)}`] : [];
      }),
    );
    expect(weak).toEqual([]);
    expect(contrast(colour(palette, '--accent-ink'), colour(palette, '--accent'))).toBeGreaterThanOrEqual(
      least,
    );
  });

  it('focus and the edges of fields are seen', () => {
    for (const ground of ['--paper', '--desk', '--raised']) {
      for (const name of ['--accent', '--faint']) {
        const found = contrast(colour(palette, name), colour(palette, ground));
        expect(found, `${name} on ${ground}`).toBeGreaterThanOrEqual(GRAPHIC);
      }
    }
  });
});

describe('ink', () => {
  it('is read on any colour that a person may choose', () => {
    let weakest = 21;
    for (let step = 0; step < 4096; step += 1) {
      const hex = `#${step.toString(16).padStart(3, '0')}`;
      weakest = Math.min(weakest, contrast(read(inkOn(hex)), read(hex)));
    }
    expect(weakest).toBeGreaterThanOrEqual(AA);
  });

  it('is measured as WCAG does', () => {
    expect(contrast(read('#fff'), read('#000'))).toBeCloseTo(21);
    expect(contrast(read('#777777'), read('#ffffff'))).toBeCloseTo(4.48, 2);
    expect(read('#1f6fb280')).toEqual([31, 111, 178]);
    expect(read('nonsense')).toEqual([128, 128, 128]);
  });
});

it('there are themes of high contrast', () => {
  expect(themes.map(([name]) => name)).toEqual(['light', 'dark', 'high_contrast', 'high_contrast_dark']);
});

it('labels of the default scheme differ by shape, so that no colour is the only sign', () => {
  const [, own] = Object.entries(schemes).find(([path]) => path.endsWith('/default.json')) ?? [];
  const shapes = own?.labels.map(({ shape }) => shape) ?? [];
  expect(shapes.length).toBeGreaterThan(3);
  expect(new Set(shapes).size).toBe(shapes.length);
});

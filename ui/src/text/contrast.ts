/** Red, green, blue from 0 to 255. */
export type Colour = readonly [number, number, number];

/** Reads `#rgb`, `#rrggbb` or, without its opacity, `#rrggbbaa`; anything else is grey. */
export function read(hex: string): Colour {
  const long = /^#[0-9a-f]{3}$/iu.test(hex) ? hex.replace(/[0-9a-f]/giu, '$&$&') : hex;
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/iu.exec(long) ?? [];
  return red && green && blue
    ? [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)]
    : [128, 128, 128];
}

/** Relative luminance by WCAG 2, from 0 (black) to 1 (white). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours by WCAG 2, from 1 (none) to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever can be read better on a colour; one of them always can. */
export function inkOn(hex: string): '#000000' | '#ffffff' {
  const colour = read(hex);
  return contrast(colour, [0, 0, 0]) >= contrast(colour, [255, 255, 255]) ? '#000000' : '#ffffff';
}

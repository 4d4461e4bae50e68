// Colours of the scheme, thinned. They are set on the element that shows them:
// WebKit never forgets the styles of an element that was given a custom property
// by itself, nor of what is in it.

/** A colour of which so many percent cover what is below. */
export const mixed = (colour: string, percent: number): string =>
  `color-mix(in srgb, ${colour} ${percent}%, transparent)`;

// A label in hand: what is selected is marked with it at once.

type Value = string | boolean | string[];

export interface Hand {
  readonly label: string;
  /** Values that the person chose last, which the next mark brings. */
  readonly values: { readonly [attribute in string]: Value };
}

export const taken = (label: string): Hand => ({ label, values: {} });

/** The hand after a value of a span was chosen or emptied; of other labels it learns nothing. */
export function learned(hand: Hand, label: string, attribute: string, value: Value | null): Hand {
  if (hand.label !== label) return hand;
  const values = Object.fromEntries(Object.entries(hand.values).filter(([id]) => id !== attribute));
  if (value !== null) values[attribute] = value;
  return { ...hand, values };
}

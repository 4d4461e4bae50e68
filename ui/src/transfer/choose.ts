/** A list with a value, or without it; the order stays. */
export function withOrWithout<T>(list: readonly T[], value: T, wanted: boolean): T[] {
  const others = list.filter((one) => one !== value);
  return wanted ? [...others, value] : others;
}

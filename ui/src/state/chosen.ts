// Choosing several things of a list.

/** Those between two, both with them; the second alone if the first is not listed. */
export function range(listed: readonly number[], from: number, to: number): ReadonlySet<number> {
  const ends = [listed.indexOf(from), listed.indexOf(to)];
  if (ends.includes(-1)) return new Set([to]);
  return new Set(listed.slice(Math.min(...ends), Math.max(...ends) + 1));
}

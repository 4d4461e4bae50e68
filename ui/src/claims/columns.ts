// The columns of the table of claims.

import type { ClaimRowView, ClaimsColumn, ClaimsOrder, LabelView, SchemeView } from '../host/bindings';
import { say } from '../words/words';

export interface Column {
  readonly id: string;
  readonly title: string;
  readonly sort: ClaimsColumn;
  /** Whose values it shows. */
  readonly attribute: string | null;
  /** A width of a grid track. */
  readonly width: string;
}

/** Labels that the table can list together, or by themselves. */
export const listed = (scheme: SchemeView): readonly LabelView[] =>
  scheme.labels.filter((label) => label.role !== 'zone');

/** The labels whose spans are listed now. */
export function labelsShown(scheme: SchemeView, label: string | null): readonly LabelView[] {
  return listed(scheme).filter((known) => (label === null ? known.role === 'statement' : known.id === label));
}

/** Claims have a speaker and a cue; other spans name whom they mention. */
export function columnsOf(scheme: SchemeView, label: string | null): Column[] {
  const shown = labelsShown(scheme, label);
  const statements = shown.every((known) => known.role === 'statement');
  const plain = (sort: ClaimsColumn, width: string, title = say(`claims-column-${sort}`)): Column => ({
    id: sort,
    title,
    sort,
    attribute: null,
    width,
  });
  const values = new Map<string, Column>();
  for (const { id, title, show, retired } of shown.flatMap((known) => known.attributes)) {
    if (show !== 'always' || retired || values.has(id)) continue;
    values.set(id, {
      id: `value:${id}`,
      title: title || id,
      sort: 'value',
      attribute: id,
      width: 'minmax(5.6rem, 0.45fr)',
    });
  }
  return [
    plain('place', '3.2rem'),
    plain('words', 'minmax(12rem, 3fr)'),
    plain(
      'speaker',
      'minmax(6rem, 1fr)',
      statements ? say('claims-column-speaker') : say('claims-column-entity'),
    ),
    ...(statements ? [plain('cue', 'minmax(4rem, 0.5fr)'), plain('places', 'minmax(4.5rem, 0.7fr)')] : []),
    ...values.values(),
    plain('flags', '3.6rem'),
    plain('title', 'minmax(6rem, 1.1fr)'),
    plain('status', '4.2rem'),
    plain('language', '3.6rem'),
    plain('published', '5.6rem'),
  ];
}

export const sortedBy = (column: Column, order: ClaimsOrder): boolean =>
  order.column === column.sort && order.attribute === column.attribute;

/** The order after asking for a column: again turns it round. */
export function turned(column: Column, order: ClaimsOrder): ClaimsOrder {
  const descending = sortedBy(column, order) && !order.descending;
  return { column: column.sort, attribute: column.attribute, descending };
}

/** A value as the scheme calls it. */
export function valueText(row: ClaimRowView, attribute: string, labels: readonly LabelView[]): string {
  const value = row.attributes[attribute]?.value;
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? say('value-yes') : say('value-no');
  const kind = labels
    .find((label) => label.id === row.label)
    ?.attributes.find((known) => known.id === attribute);
  const title = (id: string) => kind?.values.find((known) => known.id === id)?.title || id;
  return (Array.isArray(value) ? value : [value]).map(title).join(', ');
}

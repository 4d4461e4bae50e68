// A list of articles as the program answers with it.

import type { Commands, DocumentRow, LibraryPage } from '../host/bindings';
import { ALL, AS_ADDED } from '../state/library.svelte';

type Asked = Commands['library']['request'];

/** What is asked of status, language and title is done; the rest lets all pass. */
export function listed({ asked }: Asked, rows: readonly DocumentRow[]): LibraryPage {
  const { filter, order } = asked ?? { filter: ALL, order: AS_ADDED };
  const fits = rows.filter(
    (row) =>
      (filter.status === null || row.status === filter.status) &&
      (filter.language === null || row.language === filter.language) &&
      row.title.toLowerCase().includes(filter.words.toLowerCase()),
  );
  if (order.descending) fits.reverse();
  const languages: Record<string, number> = {};
  for (const { language } of rows) languages[language] = (languages[language] ?? 0) + 1;
  const of = (status: string) => rows.filter((row) => row.status === status).length;
  return {
    asked: { filter, order },
    articles: fits.map((row) => row.id),
    whole: true,
    done: of('done'),
    read: rows.length,
    counts: {
      statuses: [of('new'), of('started'), of('done')],
      languages,
      outlets: { '': rows.length },
      labels: { claim: 1 },
      flags: {},
    },
  };
}

// What became of files, in words: for the screen and as a text to be kept.

import type { FileReport, FilesReport } from '../host/bindings';
import { say, sayMessage } from '../words/words';

/** What of a file is to be told besides what came in. */
export interface Told {
  readonly path: string;
  readonly lines: readonly string[];
}

const duplicate = ({ title, row, same }: FileReport['duplicates'][number]): string => {
  if (same.removed) return say('added-in-bin', { title, same: same.title });
  return row > 0
    ? say('added-duplicate-row', { row, title, same: same.title })
    : say('added-duplicate', { title, same: same.title });
};

/** Why something did not come in, by file. */
export const notAdded = (report: FilesReport): Told[] =>
  report.files
    .map((file) => ({
      path: file.path,
      lines: [...file.refused.map((problem) => sayMessage(problem)), ...file.duplicates.map(duplicate)],
    }))
    .filter(({ lines }) => lines.length > 0);

/** What came in otherwise than it stands in the file, by file. */
export const toLookAt = (report: FilesReport): Told[] =>
  report.files
    .map((file) => ({ path: file.path, lines: file.notes.map((note) => sayMessage(note)) }))
    .filter(({ lines }) => lines.length > 0);

export const summary = (report: FilesReport): string =>
  say('added-count', { articles: report.articles, files: report.files.length });

/** The whole report as plain text. Marks that only hold a direction on screen are left out. */
export function asText(report: FilesReport): string {
  const part = (heading: string, told: readonly Told[]): string[] =>
    told.length === 0
      ? []
      : ['', heading, ...told.flatMap(({ path, lines }) => [path, ...lines.map((line) => `  ${line}`)])];
  const added = report.files
    .filter((file) => file.added.length > 0)
    .map((file) => ({ path: file.path, lines: file.added.map((article) => article.title) }));
  const lines = [
    summary(report),
    ...part(say('added-refused'), notAdded(report)),
    ...part(say('added-look'), toLookAt(report)),
    ...part(say('added-articles'), added),
  ];
  return `${lines.join('\n').replace(/[\u2068\u2069]/gu, '')}\n`;
}

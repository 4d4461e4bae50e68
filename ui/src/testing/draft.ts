// The built-in scheme file as the program sends it.

import type { Scheme } from '../host/bindings';
import standard from '../../../src-tauri/crates/core/schemes/default.json';

const guidance = { examples: [], counter_examples: [], decisions: [], retired: false };
/** The built-in scheme with what its file leaves out. */
export function draft(): Scheme {
  const scheme = structuredClone(standard) as unknown as Scheme;
  const fill = (part: object, missing: object) => Object.assign(part, { ...missing, ...part });
  const fields = [...scheme.document_attributes, ...scheme.labels.flatMap((label) => label.attributes)];
  for (const field of fields) {
    fill(field, { default: null, rule: null, ...guidance });
    for (const value of field.values) fill(value, guidance);
  }
  for (const label of scheme.labels) fill(label, { zone: false, ...guidance });
  for (const link of scheme.links)
    fill(link, { rule: null, special: [], many: false, key: null, attributes: [], ...guidance });
  return { ...scheme, help: '' };
}

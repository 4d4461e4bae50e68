import { describe, expect, it } from 'vitest';
import { memoryHost } from '../host/memory';
import { article, edited, project, span, start } from '../testing/article';
import { scheme } from '../testing/scheme';
import { fieldsOf } from '../margin/slots';
import { choicesOf, mainField, shownChoices } from './fields';
import { Program } from './program.svelte';

const claim = scheme.labels.find((label) => label.id === 'claim');
const form = claim?.attributes[0];
if (!claim || !form) throw new Error('the scheme of the tests has no claim');

describe('a scheme that changed', () => {
  it('is taken over with the article read anew, and what is gone is current no more', async () => {
    const labels = scheme.labels.map((label) =>
      label.id === 'claim' ? { ...label, title: 'Content' } : label,
    );
    let spans = [span(1, 'claim', 0, 15), span(2, 'speaker', 16, 20)];
    const program = new Program(
      memoryHost({
        start: () => start({ project: project() }),
        open_article: () => article({ spans }),
        undo: () => edited({}, { scheme: { ...scheme, labels } }),
        checks: () => ({ open: 0, hints: 0, findings: [] }),
      }),
    );
    await program.start();
    await program.open(1);
    program.current = 2;
    program.active = 1;
    spans = [span(1, 'claim', 0, 15)];
    await program.edit('undo', { document: 1 });
    expect(program.label('claim')?.title).toBe('Content');
    expect(program.current).toBeNull();
    expect(program.active).toBe(1);
  });
});

describe('what is retired', () => {
  const retired = { ...form, values: form.values.map((value, at) => ({ ...value, retired: at === 0 })) };
  const direct = { ...span(1, 'claim', 0, 15), attributes: { form: { value: 'direct', byRule: false } } };

  it('is offered no more, but shown where it is chosen', () => {
    expect(choicesOf(retired).map((value) => value.id)).not.toContain('direct');
    expect(shownChoices(direct, retired).map((value) => value.id)).toContain('direct');
    expect(shownChoices(span(1, 'claim', 0, 15), retired).map((value) => value.id)).not.toContain('direct');
  });

  it('is shown as a field only where it has a value, and the digits pass it by', () => {
    const label = { ...claim, attributes: claim.attributes.map((field) => ({ ...field, retired: true })) };
    expect(mainField(label)).toBeNull();
    expect(fieldsOf(label, direct, 'always').map((field) => field.id)).toEqual(['form']);
    expect(fieldsOf(label, span(1, 'claim', 0, 15), 'always')).toEqual([]);
  });
});

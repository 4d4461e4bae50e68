import { expect, test, vi } from 'vitest';
import { memoryHost } from '../host/memory';
import { clipping } from './clipboard';
import { shownMetadata, statedMetadata } from './metadata';

test('a person goes before the page, and the page before the text', () => {
  const shown = shownMetadata(
    { author: '' },
    { author: 'Page', url: 'https://a' },
    { author: 'By', published: '2025' },
  );
  expect(shown).toEqual({ author: '', url: 'https://a', published: '2025' });
  expect(statedMetadata(shown)).toEqual({ url: 'https://a', published: '2025' });
});

const page = { text: 'Read\n', title: 'T', metadata: { outlet: 'Post' } };

test('a page on the clipboard is read by the program', async () => {
  const host = memoryHost({ read_page: () => page });
  expect(await clipping(host, { text: 'plain', html: '<p>Read' })).toEqual(page);
  expect(await clipping(host, { text: 'plain', html: '' })).toMatchObject({ text: 'plain', title: null });
});

test('plain text stands for a page that shows none or is refused', async () => {
  const empty = memoryHost({ read_page: () => ({ ...page, text: '\n' }) });
  expect((await clipping(empty, { text: 'plain', html: '<img>' })).text).toBe('plain');
  const refused = memoryHost({ read_page: () => Promise.reject(new Error('too large')) as never });
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect((await clipping(refused, { text: 'plain', html: '<p>' })).text).toBe('plain');
  expect(report).toHaveBeenCalledOnce();
});

import { expect, test } from 'vitest';
import { dress, fontFamily, SETTINGS, shownTheme } from './reading';

test('the colours of the system are followed unless others are chosen', () => {
  const at = (dark: boolean, contrast: boolean) => shownTheme('system', { dark, contrast });
  expect([at(false, false), at(true, false), at(false, true), at(true, true)]).toEqual([
    'light',
    'dark',
    'high_contrast',
    'high_contrast_dark',
  ]);
  expect(shownTheme('light', { dark: true, contrast: true })).toBe('light');
});

test('a font is one of the common ones, or one by name', () => {
  expect(fontFamily('')).toBeNull();
  expect(fontFamily('monospace')).toContain('monospace');
  expect(fontFamily('Gentium Plus')).toBe('"Gentium Plus", serif');
});

test('the page takes the settings on, and lays a font down again', () => {
  const root = document.createElement('div');
  const ambient = { dark: false, contrast: false };
  dress(root, { ...SETTINGS, font: 'Charis SIL', textSize: 21, lineHeight: 150, dimZones: false }, ambient);
  expect(root.style.getPropertyValue('--article-size')).toBe('21px');
  expect(root.style.getPropertyValue('--article-line-height')).toBe('1.5');
  expect(root.style.getPropertyValue('--article-width')).toBe('44em');
  expect(root.style.getPropertyValue('--article-font')).toContain('Charis SIL');
  expect(root.hasAttribute('data-plain-zones')).toBe(true);
  dress(root, { ...SETTINGS, theme: 'dark' }, ambient);
  expect(root.style.getPropertyValue('--article-font')).toBe('');
  expect(root.dataset['theme']).toBe('dark');
  expect(root.hasAttribute('data-plain-zones')).toBe(false);
});

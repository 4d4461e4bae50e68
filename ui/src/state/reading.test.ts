import { expect, test } from 'vitest';
import { dress, fontFamily, liftsMarks, SETTINGS, shownTheme } from './reading';

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

test('only WebKitGTK lifts words by their last mark', () => {
  const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15';
  expect(liftsMarks(`Mozilla/5.0 (X11; Linux x86_64) ${webkit}`)).toBe(true);
  expect(liftsMarks(`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit}`)).toBe(false);
  expect(liftsMarks('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0')).toBe(false);
});

import { expect, it } from 'vitest';
import { asked, eachInItsOwnWindow, open, press, program, settled } from './testing/window';

eachInItsOwnWindow();

const pane = () => document.querySelector<HTMLElement>('.reading');
const field = <T extends HTMLElement>(selector: string): T => {
  const found = pane()?.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const choose = async (selector: string, value: string, event = 'change') => {
  const input = field<HTMLInputElement | HTMLSelectElement>(selector);
  input.value = value;
  input.dispatchEvent(new Event(event, { bubbles: true }));
  await settled();
};
const root = document.documentElement;

it('opens by its key with the focus in it, and Escape leads back to the text', async () => {
  await open();
  await press('F9');
  expect(document.activeElement).toBe(field('select'));
  await press('Escape');
  expect(pane()).toBeNull();
  expect(document.activeElement?.classList).toContain('cm-content');
});

it('shows what is chosen at once, and keeps it where the hand rests', async () => {
  await open();
  await press('F9');
  await choose('input[type="range"]', '24', 'input');
  expect(root.style.getPropertyValue('--article-size')).toBe('24px');
  expect(asked('save_settings')).toEqual([]);
  await choose('input[type="range"]', '25');
  expect(asked('save_settings').at(-1)).toMatchObject({ textSize: 25, lineHeight: 175 });
  await choose('select', 'high_contrast');
  expect(root.dataset['theme']).toBe('high_contrast');
  field<HTMLInputElement>('input[type="checkbox"]').click();
  await settled();
  expect(root.hasAttribute('data-plain-zones')).toBe(true);
  field('.reset').click();
  await settled();
  expect(program.settings).toMatchObject({ textSize: 17, theme: 'system', dimZones: true });
});

it('takes an installed font by its name, and keeps the one before where a name is refused', async () => {
  await open({
    save_settings: (settings) => {
      const { font } = settings as { font: string };
      if (font.includes('"')) {
        throw {
          code: 'Invalid',
          key: 'problem-font',
          arguments: { name: font },
          hint: null,
          cause: null,
        };
      }
      return settings as never;
    },
  });
  await press('F9');
  await choose('select:nth-of-type(2)', 'other');
  await choose('input.name', 'Gentium Plus');
  expect(root.style.getPropertyValue('--article-font')).toBe('"Gentium Plus", serif');
  await choose('input.name', 'x"');
  expect(program.settings.font).toBe('Gentium Plus');
  expect(document.querySelector('.status')?.textContent).toContain('cannot be the name of a font');
  await choose('select:nth-of-type(2)', 'own');
  expect(root.style.getPropertyValue('--article-font')).toBe('');
});

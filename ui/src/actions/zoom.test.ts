import { expect, it } from 'vitest';
import { eachInItsOwnWindow, host, open, press, program } from '../testing/window';

eachInItsOwnWindow();

it('the window grows and shrinks by steps, within its limits, and says its size', async () => {
  await open();
  for (const expected of [110, 125, 150]) {
    await press('+', { ctrlKey: true, shiftKey: true });
    expect(program.settings.zoom).toBe(expected);
    expect(host.zoomed).toBe(expected / 100);
  }
  expect(document.querySelector('.said')?.textContent).toContain('150');
  await press('-', { ctrlKey: true });
  expect(host.zoomed).toBe(1.25);
  await press('0', { ctrlKey: true });
  expect(host.zoomed).toBe(1);
  for (let step = 0; step < 20; step += 1) await press('=', { ctrlKey: true });
  expect(program.settings.zoom).toBe(300);
  expect(document.documentElement.style.getPropertyValue('--zoom')).toBe('3');
});

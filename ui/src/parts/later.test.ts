import { expect, it } from 'vitest';
import { afterPaint, followed } from './later.svelte';

const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

it('gives each part of the window a frame of its own, in the order they came', async () => {
  const done: string[] = [];
  afterPaint('cards', () => done.push('card'));
  afterPaint('status', () => done.push('status'));
  afterPaint('cards', () => done.push('other card'));
  expect(done).toEqual([]);
  expect(followed()).toBe(false);
  await frame();
  expect(done).toEqual(['card', 'other card']);
  await frame();
  expect(done).toEqual(['card', 'other card', 'status']);
  expect(followed()).toBe(true);
});

it('spends no frame on what was taken back, and goes on with what comes meanwhile', async () => {
  const done: string[] = [];
  const takeBack = afterPaint('cards', () => done.push('card'));
  afterPaint('status', () => {
    done.push('status');
    afterPaint('strip', () => done.push('strip'));
  });
  takeBack();
  await frame();
  expect(done).toEqual(['status']);
  await frame();
  expect(done).toEqual(['status', 'strip']);
  expect(followed()).toBe(true);
});

import { expect, it } from 'vitest';
import { eachInItsOwnWindow, open, press, program } from '../testing/window';

eachInItsOwnWindow();

const caret = () => program.surface?.caret() ?? program.caret;

it('goes back to the active claim where there is no further one', async () => {
  await open();
  await press('j');
  expect(program.active).toBe(1);
  for (const key of ['j', 'k']) {
    program.moveTo(30);
    expect(caret()).toBe(30);
    await press(key);
    expect(caret()).toBe(0);
    expect(program.active).toBe(1);
    expect(program.said?.message.key).toBe(key === 'j' ? 'claim-last' : 'claim-first');
  }
});

import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { type AskedPage, askPage } from './ask-page.ts';

const never = () => new Promise<never>(() => {});

test('a page that answers is alive', async () => {
  const page = pageThat(async () => 0);

  await askPage(page);

  expect(page.listenerCount('did-navigate')).toBe(0);
});

test('a page that shows another document is alive, though nobody answers what its former one was asked', async () => {
  const page = pageThat(never);

  const asked = askPage(page);
  page.emit('did-navigate');
  await asked;

  expect(page.listenerCount('did-navigate')).toBe(0);
});

test('a page that neither answers nor shows another document is waited for', async () => {
  const heard = vi.fn();

  void askPage(pageThat(never)).then(heard);
  await new Promise((later) => setImmediate(later));

  expect(heard).not.toHaveBeenCalled();
});

test('a page that cannot be asked says so, and is not listened to any more', async () => {
  const page = pageThat(() => Promise.reject(new Error('gone')));

  await expect(askPage(page)).rejects.toThrow('gone');

  expect(page.listenerCount('did-navigate')).toBe(0);
});

test('nothing is asked of a page that is no more', async () => {
  const answer = vi.fn(async () => 0);

  await askPage(pageThat(answer, true));

  expect(answer).not.toHaveBeenCalled();
});

function pageThat(answer: () => Promise<unknown>, isDestroyed = false): AskedPage & EventEmitter {
  return Object.assign(new EventEmitter(), {
    isDestroyed: () => isDestroyed,
    mainFrame: { executeJavaScript: answer },
  }) as unknown as AskedPage & EventEmitter;
}

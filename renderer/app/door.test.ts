import { expect, test, vi } from 'vitest';
import { createDoor } from './door.ts';

test('who knocks is heard, until the door is closed', () => {
  const door = createDoor(() => true);
  const listen = vi.fn();
  door.subscribe(listen);

  door.knock();
  const wished = door.wish();
  door.close();

  expect(wished).toBe(true);
  expect(door.wish()).toBeNull();
  expect(listen).toHaveBeenCalledTimes(2);
});

test('the same wish again is no news, and the same code scanned again is', () => {
  const plain = createDoor(() => true);
  const scanned = createDoor((code: string) => ({ code }));
  const [hearPlain, hearScanned] = [vi.fn(), vi.fn()];
  plain.subscribe(hearPlain);
  scanned.subscribe(hearScanned);

  for (const knock of [plain.knock, plain.knock, () => scanned.knock('1'), () => scanned.knock('1')]) knock();

  expect(hearPlain).toHaveBeenCalledTimes(1);
  expect(hearScanned).toHaveBeenCalledTimes(2);
});

test('who listens no more hears nothing', () => {
  const door = createDoor(() => true);
  const listen = vi.fn();
  const stop = door.subscribe(listen);

  stop();
  door.knock();

  expect(listen).not.toHaveBeenCalled();
});

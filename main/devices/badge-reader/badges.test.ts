import { expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { createBadges } from './badges.ts';

const BADGE = { name: 'presented', readerId: '09d8:0410', number: '044C6B92D72580' } as const;

test('a badge that nobody waits for does nothing, and its number is in no log', () => {
  const log = { ...silentLog, info: vi.fn() };

  createBadges(log).tell(BADGE);

  expect(log.info).toHaveBeenCalledExactlyOnceWith('badge.presented', {
    readerId: '09d8:0410',
    isWanted: false,
  });
});

test('whoever listens is told until they listen no more', () => {
  const badges = createBadges(silentLog);
  const listener = vi.fn();
  const stop = badges.listen(listener);

  badges.tell(BADGE);
  stop();
  badges.tell(BADGE);

  expect(listener).toHaveBeenCalledExactlyOnceWith(BADGE);
});

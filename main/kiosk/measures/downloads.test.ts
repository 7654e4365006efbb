import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { isRefused } from '../testing/stand-ins.ts';
import { downloads } from './downloads.ts';

test('a download is refused and counted, and no longer once it is undone', () => {
  const session = new EventEmitter();
  const onAttempt = vi.fn();
  const measure = downloads(session as unknown as Session, silentLog, onAttempt);

  measure.apply();
  const whileApplied = isRefused(session, 'will-download');
  measure.undo();

  expect(whileApplied).toBe(true);
  expect(onAttempt).toHaveBeenCalledExactlyOnceWith('download');
  expect(isRefused(session, 'will-download')).toBe(false);
});

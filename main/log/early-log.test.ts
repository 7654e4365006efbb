import { expect, test } from 'vitest';
import { createEarlyLog } from './early-log.ts';
import type { Log } from './log.ts';

test('what happened before the file was open stands in it, first and in order', () => {
  const lines: unknown[] = [];
  const note = (level: string) => (event: string, facts?: object) => void lines.push([level, event, facts]);
  const file: Log = { info: note('info'), warn: note('warn'), error: note('error') };
  const log = createEarlyLog();

  log.warn('request.refused', { kind: 'image' });
  log.info('start.begun');
  log.pourInto(file);
  log.error('start.failed');

  expect(lines).toEqual([
    ['warn', 'request.refused', { kind: 'image' }],
    ['info', 'start.begun', undefined],
    ['error', 'start.failed', undefined],
  ]);
});

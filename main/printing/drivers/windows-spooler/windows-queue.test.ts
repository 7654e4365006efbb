import { describe, expect, test, vi } from 'vitest';
import { createWindowsQueue } from './windows-queue.ts';

/** As PowerShell writes it. */
const QUIET = '{"titles":[],"status":0}\r\n';

describe('what Windows says of a printer', () => {
  test('nothing, is nothing wrong', async () => {
    expect(await lookAt(QUIET)).toEqual({ need: null, paper: 'unknown', isTonerLow: false, titles: [] });
  });

  test.each([
    ['PRINTER_STATUS_OFFLINE', 0x80, 'offline'],
    ['PRINTER_STATUS_PAPER_JAM', 0x08, 'jam'],
    ['PRINTER_STATUS_DOOR_OPEN', 0x40_0000, 'door'],
    ['PRINTER_STATUS_PAPER_OUT', 0x10, 'paper'],
    ['PRINTER_STATUS_NO_TONER', 0x4_0000, 'toner'],
    ['PRINTER_STATUS_OUTPUT_BIN_FULL', 0x800, 'full'],
    ['PRINTER_STATUS_PAUSED', 0x01, 'held'],
    ['PRINTER_STATUS_USER_INTERVENTION', 0x10_0000, 'other'],
    ['a jam while it prints', 0x408, 'jam'],
  ])('%s is what people are told', async (_, status, need) => {
    expect(await lookAt(JSON.stringify({ status, titles: [] }))).toMatchObject({ need });
  });

  test('that it prints, warms up or has little toner hinders nobody', async () => {
    const status = 0x400 | 0x1_0000 | 0x2_0000;

    expect(await lookAt(JSON.stringify({ status, titles: ['a'] }))).toEqual({
      need: null,
      paper: 'unknown',
      isTonerLow: true,
      titles: ['a'],
    });
  });

  test.each([
    ['nothing', ''],
    ['an error of its own', 'Add-Type : Cannot add type.'],
    ['something else', '[]'],
    ['no number', '{"status":"Paused","titles":[]}'],
    ['half of it', '{"status":0,"tit'],
  ])('in the form of %s, is not known', async (_, told) => {
    expect(await lookAt(told)).toBeNull();
  });

  test('not in time, is not known', async () => {
    expect(await createWindowsQueue(async () => null).look('HP')).toBeNull();
  });
});

test('no name becomes a part of what is run', async () => {
  const run = vi.fn(async () => QUIET);
  const queue = createWindowsQueue(run);
  const hostile = `HP'); Remove-Item C:\\ -Recurse; ('`;

  await queue.look(hostile);
  await queue.cancel(hostile, hostile);

  const [[look] = [], [cancel] = []] = run.mock.calls as unknown as [string, object][];
  expect(look).not.toContain('Remove-Item');
  expect(cancel).not.toContain('Remove-Item');
  expect(run).toHaveBeenLastCalledWith(cancel, { KIOSK_PRINTER: hostile, KIOSK_DOCUMENT: hostile });
});

test('where there is no PowerShell, nothing is known and nothing breaks', async () => {
  expect(await createWindowsQueue().look('HP')).toBeNull();
});

function lookAt(told: string) {
  return createWindowsQueue(async () => told).look('HP LaserJet');
}

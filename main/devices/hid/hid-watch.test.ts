import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { silentLog } from '../../log/log.ts';
import { entryOf, type PretendHid, pretendHid } from '../testing/pretend-hid.ts';
import { type HidKind, type HidWatch, watchHid } from './hid-watch.ts';

const SCANNER = { vendorId: 0x0c2e, productId: 0x0b61 };
const READER = { vendorId: 0x09d8, productId: 0x0410 };
const scannerAt = (path: string) => entryOf(path, SCANNER, [0x8c, 0x02]);
const readerAt = (path: string) => entryOf(path, READER, [0xff00, 0x01]);

let watch: HidWatch | undefined;

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  const stopped = watch?.stop();
  await vi.advanceTimersByTimeAsync(5_000);
  await stopped;
  vi.useRealTimers();
});

describe('a device', () => {
  test('that is there from the start is used', async () => {
    const hid = pretendHid(scannerAt('a'), entryOf('mouse', { vendorId: 1, productId: 1 }, [1, 2]));
    const { scanner } = await start(hid);

    expect(pathsOf(hid)).toEqual(['a']);
    expect(scanner.heard('a', 'code')).toEqual(['code']);
    expect(scanner.counts).toEqual([1]);
  });

  test('that is plugged in later is used within seconds', async () => {
    const hid = pretendHid();
    const { scanner } = await start(hid);

    hid.plugIn(scannerAt('a'));
    await vi.advanceTimersByTimeAsync(2_000);

    expect(pathsOf(hid)).toEqual(['a']);
    expect(scanner.counts).toEqual([0, 1]);
  });

  test('that was pulled out and put back is used again, on its old place or on another', async () => {
    const hid = pretendHid(scannerAt('a'));
    const { scanner } = await start(hid);

    for (const path of ['a', 'b']) {
      hid.unplug(hid.opened.at(-1)?.path ?? '');
      hid.plugIn(scannerAt(path));
      await vi.advanceTimersByTimeAsync(2_000);
    }

    expect(pathsOf(hid)).toEqual(['a', 'a', 'b']);
    expect(hid.opened.map(({ device }) => device.isClosed)).toEqual([true, true, false]);
    expect(scanner.counts).toEqual([1, 0, 1, 0, 1]);
    expect(scanner.heard('b', 'code')).toEqual(['code']);
  });

  test('that was pulled out is told at once', async () => {
    const hid = pretendHid(scannerAt('a'));
    const { scanner } = await start(hid);

    hid.unplug('a');

    expect(scanner.counts).toEqual([1, 0]);
  });

  test('that is gone and does not say so is let go of at the next look', async () => {
    const hid = pretendHid(scannerAt('a'));
    const { scanner } = await start(hid);

    hid.unplug('a', { isSilent: true });
    await vi.advanceTimersByTimeAsync(2_000);

    expect(scanner.counts).toEqual([1, 0]);
    expect(hid.opened[0]?.device.isClosed).toBe(true);
  });

  test('that fails several times over is lost once', async () => {
    const hid = pretendHid(scannerAt('a'));
    const { scanner } = await start(hid);

    for (let times = 0; times < 3; times++) hid.opened[0]?.device.emit('error', new Error('read'));

    expect(scanner.counts).toEqual([1, 0]);
  });

  test('whose late complaint comes after another took its place does that one no harm', async () => {
    const hid = pretendHid(scannerAt('a'));
    const { scanner } = await start(hid);
    const [first] = hid.opened;

    hid.unplug('a', { isSilent: true });
    await vi.advanceTimersByTimeAsync(2_000);
    hid.plugIn(scannerAt('a'));
    await vi.advanceTimersByTimeAsync(2_000);
    first?.device.emit('error', new Error('read'));

    expect(scanner.counts).toEqual([1, 0, 1]);
  });
});

describe('several devices', () => {
  test('of one model are each used, and one is missed when it goes', async () => {
    const hid = pretendHid(scannerAt('a'), scannerAt('b'));
    const { scanner } = await start(hid);

    hid.unplug('a');

    expect(pathsOf(hid).sort()).toEqual(['a', 'b']);
    expect(scanner.heard('b', 'code')).toEqual(['code']);
    expect(scanner.counts.at(-1)).toBe(1);
  });

  test('of several kinds are each used for their own', async () => {
    const hid = pretendHid(scannerAt('a'), readerAt('b'));
    const { scanner, reader } = await start(hid);

    expect(scanner.heard('a', 'code')).toEqual(['code']);
    expect(reader.heard('b', 'badge')).toEqual(['badge']);
    expect(scanner.heard('b', 'badge')).toEqual(['code']);
  });

  test('do not wait for one that never opens', async () => {
    const hid = pretendHid(scannerAt('hangs'), scannerAt('a'), readerAt('b'));
    hid.hang('hangs');

    const { scanner, reader } = await start(hid);

    expect(scanner.counts).toEqual([1]);
    expect(reader.counts).toEqual([1]);
  });
});

describe('what may not be opened', () => {
  test('is named for the technician once, and used as soon as it may be', async () => {
    const hid = pretendHid(readerAt('a'));
    hid.forbid('a');
    const { reader, log } = await start(hid, { isAllowed: async () => false });
    await vi.advanceTimersByTimeAsync(20_000);

    expect(log.warn.mock.calls).toEqual([
      ['hid.not-opened', { kind: 'reader', device: '09d8:0410', code: 'HID_FORBIDDEN' }],
    ]);
    hid.allow('a');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(reader.counts).toEqual([0, 1]);
  });

  test('for another reason is named otherwise', async () => {
    const hid = pretendHid(readerAt('a'));
    hid.forbid('a');

    const { log } = await start(hid, { isAllowed: async () => true });

    expect(log.warn).toHaveBeenCalledWith(
      'hid.not-opened',
      expect.objectContaining({ code: 'HID_NOT_OPENED' }),
    );
  });
});

test('a machine that lists nothing for a while loses no device for it', async () => {
  const hid = pretendHid(scannerAt('a'));
  const { scanner, log } = await start(hid);

  hid.breakList(true);
  await vi.advanceTimersByTimeAsync(20_000);
  hid.breakList(false);
  await vi.advanceTimersByTimeAsync(2_000);

  expect(scanner.counts).toEqual([1]);
  expect(log.warn.mock.calls).toEqual([['hid.not-listed', { cause: 'Error' }]]);
});

test('a machine without the library goes on without devices', async () => {
  const log = { ...silentLog, error: vi.fn() };
  watch = watchHid({
    kinds: [kind('scanner', SCANNER)],
    log,
    loadHid: () => Promise.reject(new Error('libusb')),
  });

  watch.start();
  await vi.advanceTimersByTimeAsync(10_000);

  expect(log.error).toHaveBeenCalledExactlyOnceWith('hid.not-loaded', { cause: 'Error' });
});

test('nothing is looked for where nothing is wanted', async () => {
  const loadHid = vi.fn();
  watch = watchHid({ kinds: [], log: silentLog, loadHid });

  watch.start();
  await vi.advanceTimersByTimeAsync(10_000);

  expect(loadHid).not.toHaveBeenCalled();
});

test('stopped, it has closed all and looks no more, though one hangs', async () => {
  const hid = pretendHid(scannerAt('a'), readerAt('hangs'));
  hid.hang('hangs');
  const { scanner } = await start(hid);

  const stopped = watch?.stop();
  await vi.advanceTimersByTimeAsync(2_000);
  await stopped;
  const { looks } = hid;
  await vi.advanceTimersByTimeAsync(60_000);

  expect(hid.opened[0]?.device.isClosed).toBe(true);
  expect(hid.looks).toBe(looks);
  expect(scanner.counts).toEqual([1]);
});

async function start(hid: PretendHid, { isAllowed = async () => true } = {}) {
  const log = { ...silentLog, warn: vi.fn() };
  const scanner = kind('scanner', SCANNER);
  const reader = kind('reader', READER);
  watch = watchHid({ kinds: [scanner, reader], log, loadHid: async () => hid, isAllowed });
  watch.start();
  await vi.advanceTimersByTimeAsync(0);
  const heard = (of: { said: string[] }) => (path: string, text: string) => {
    hid.opened.findLast((each) => each.path === path)?.device.emit('data', Buffer.from(text));
    return of.said;
  };
  return { scanner: { ...scanner, heard: heard(scanner) }, reader: { ...reader, heard: heard(reader) }, log };
}

function kind(name: string, ids: { vendorId: number }): HidKind & { said: string[]; counts: number[] } {
  const said: string[] = [];
  const counts: number[] = [];
  return {
    name,
    said,
    counts,
    isOne: ({ vendorId }) => vendorId === ids.vendorId,
    begin(device) {
      device.on('data', (report) => said.push(report.toString()));
      return () => {};
    },
    onCount: (count) => counts.push(count),
  };
}

function pathsOf(hid: PretendHid): string[] {
  return hid.opened.map(({ path }) => path);
}

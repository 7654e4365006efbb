import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DOCUMENT_LIMITS } from '../gate/limits.ts';
import { photoHeic, png } from '../testing/sample-files.ts';
import { createUsbKey, type UsbKey } from './usb-key.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const PDF = Buffer.from('%PDF-1.7\nand so on');

let mounts: string;
let key: string;
let usbKey: UsbKey;

beforeEach(() => {
  mounts = mkdtempSync(join(tmpdir(), 'usb-'));
  key = join(mounts, 'sdb1');
  usbKey = createUsbKey(mounts, { log });
});
afterEach(() => rmSync(mounts, { recursive: true, force: true }));

it('without a key, none is there', async () => {
  const absent = createUsbKey(join(mounts, 'nowhere'), { log });

  expect(await absent.list()).toEqual({ ok: true, value: { isThere: false, files: [] } });
  expect(await usbKey.list()).toEqual({ ok: true, value: { isThere: false, files: [] } });
});

it('shows documents of the top and of its folders, by what they are and not by their names', async () => {
  plugIn({
    'attestation.pdf': PDF,
    'photo.txt': png(4, 4),
    'virus.pdf': 'MZ program',
    'lettre.docx': 'PK archive',
    '.caché.pdf': PDF,
    'Mes papiers/bail.HEIC': photoHeic(),
    'Mes papiers/plus loin/secret.pdf': PDF,
  });

  expect(await names()).toEqual(['attestation.pdf pdf', 'photo.txt png', 'Mes papiers/bail.HEIC heic']);
});

it('follows no link, and waits for no pipe', async () => {
  plugIn({ 'one.pdf': PDF });
  const elsewhere = join(mounts, 'elsewhere.pdf');
  writeFileSync(elsewhere, PDF);
  symlinkSync(elsewhere, join(key, 'link.pdf'));
  symlinkSync('/etc', join(key, 'folder'));
  execFileSync('mkfifo', [join(key, 'pipe.pdf')]);

  expect(await names()).toEqual(['one.pdf pdf']);
});

it('reads a file that was listed, and no other', async () => {
  plugIn({ 'one.pdf': PDF });
  const [file] = await listed();

  expect(await usbKey.read(file?.fileId ?? '')).toEqual({ ok: true, value: PDF });
  expect(await usbKey.read('../../etc/passwd')).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
  usbKey.forget();
  expect(await usbKey.read(file?.fileId ?? '')).toEqual({ ok: false, error: { code: 'INPUT_INVALID' } });
});

it('says that a file is too heavy before it is read', async () => {
  const film = Buffer.alloc(DOCUMENT_LIMITS.fileBytes + 1);
  film.set(PDF);
  plugIn({ 'film.pdf': film });
  const [file] = await listed();

  expect(await usbKey.read(file?.fileId ?? '')).toEqual({ ok: false, error: { code: 'DOCUMENT_TOO_BIG' } });
});

it('pulled out between the list and the choice, it is said to be gone, and found again once it is back', async () => {
  plugIn({ 'one.pdf': PDF });
  const [file] = await listed();
  const pocket = join(mounts, '..', `pocket-${process.pid}`);
  renameSync(key, pocket);

  expect(await usbKey.read(file?.fileId ?? '')).toEqual({ ok: false, error: { code: 'USB_KEY_GONE' } });
  expect(await usbKey.list()).toEqual({ ok: true, value: { isThere: false, files: [] } });
  renameSync(pocket, key);
  expect(await names()).toEqual(['one.pdf pdf']);
});

function plugIn(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(key, name, '..'), { recursive: true });
    writeFileSync(join(key, name), content);
  }
}

async function listed() {
  const answer = await usbKey.list();
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.files;
}

async function names(): Promise<string[]> {
  return (await listed()).map(
    ({ name, folder, kind }) => `${folder === null ? '' : `${folder}/`}${name} ${kind}`,
  );
}

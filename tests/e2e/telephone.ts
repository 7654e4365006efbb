/** A person's telephone before the kiosk's screen: it reads the code that is shown, and sends files where that leads. */
import type { ElectronApplication, Page } from 'playwright/test';
import { readPicture } from '../../renderer/screens/quick-pay/read-picture.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { configure, expect, words } from './kiosk.ts';

/** Before the kiosk starts. */
export function letTelephonesSend(sandbox: Sandbox): void {
  configure(sandbox, { phoneUploads: { origin: sandbox.tenantApi.phoneUploadsOrigin } });
}

/** The address that stands in the code, read from pictures of it as it is on the screen: a telephone looks again and again. */
export async function readCode(app: ElectronApplication, page: Page): Promise<string> {
  let address: string | null = null;
  await expect
    .poll(async () => {
      address = await readCodeOnce(app, page);
      return address;
    })
    .not.toBeNull();
  return address ?? '';
}

async function readCodeOnce(app: ElectronApplication, page: Page): Promise<string | null> {
  const screenshot = await page.getByRole('img', { name: words.documents.phoneCode }).screenshot();
  const { data, ...size } = await app.evaluate(({ nativeImage }, png) => {
    const picture = nativeImage.createFromBuffer(Buffer.from(png, 'base64'));
    return { ...picture.getSize(), data: picture.toBitmap().toString('base64') };
  }, screenshot.toString('base64'));
  return readPicture({ ...size, data: new Uint8ClampedArray(Buffer.from(data, 'base64')) });
}

export async function send(address: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) {
    form.append('file', new Blob([new Uint8Array(content)]), name);
  }
  const answer = await fetch(address, { method: 'POST', body: form });
  expect(answer.status).toBe(201);
}

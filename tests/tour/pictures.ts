/** The pictures that a tour leaves behind. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright/test';

export const ORIENTATIONS = ['portrait', 'landscape'] as const;

export type Orientation = (typeof ORIENTATIONS)[number];

export const outFolder = resolve(import.meta.dirname, '../../out/tour');

export function emptyOutFolder(): void {
  rmSync(outFolder, { recursive: true, force: true });
  mkdirSync(join(outFolder, 'printed'), { recursive: true });
}

export async function takePicture(
  page: Page,
  shown: { window: Orientation | 'desk'; number: number; screen: string },
): Promise<void> {
  const { window, number, screen } = shown;
  const words = screen.replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const file = `${window}-${String(number).padStart(3, '0')}-${words}.png`;
  // What is still moving or loading belongs to the step before.
  await page.evaluate('document.fonts.ready.then(() => null)');
  await page.screenshot({ path: join(outFolder, file), animations: 'disabled' });
  console.log(file);
}

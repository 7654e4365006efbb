import { expect, test } from 'vitest';
import type { ConfigFiles } from '../config/config-files.ts';
import { earlyWindowShape } from './early-window-shape.ts';

const LOCKED = { mode: 'kiosk', widthPixels: 1920, heightPixels: 1080 };

test('the shape is the one that the configuration asks for', () => {
  const content = { window: { mode: 'windowed' }, screen: { widthPixels: 1080, heightPixels: 1920 } };

  expect(shapeOf(content)).toEqual({ mode: 'windowed', widthPixels: 1080, heightPixels: 1920 });
});

test.each([
  {},
  { window: null, screen: [] },
  { window: { mode: 'windowed' } },
  { window: { mode: 'windowed' }, screen: { widthPixels: '1080', heightPixels: 1920 } },
  { window: { mode: 'windowed' }, screen: { widthPixels: 1080.5, heightPixels: 1920 } },
  { window: { mode: 'windowed' }, screen: { widthPixels: 1080, heightPixels: -1 } },
  { window: { mode: 'windowed' }, screen: { widthPixels: 1e9, heightPixels: 1920 } },
])('the window is locked where no sense can be made of %j', (content) => {
  expect(shapeOf(content)).toMatchObject(LOCKED);
});

test('a mode that does not exist is the locked one', () => {
  const content = { window: { mode: 'Windowed' }, screen: { widthPixels: 1080, heightPixels: 1920 } };

  expect(shapeOf(content).mode).toBe('kiosk');
});

test('the window is locked where no file can be read', () => {
  expect(earlyWindowShape({ ok: false, faults: [] })).toMatchObject(LOCKED);
});

function shapeOf(content: { [key: string]: unknown }) {
  const files: ConfigFiles = { ok: true, content, fileOf: () => 'default.json' };
  return earlyWindowShape(files);
}

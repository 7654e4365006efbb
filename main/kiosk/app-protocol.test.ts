import { expect, test } from 'vitest';
import { servedFile } from './app-protocol.ts';

const folder = '/srv/kiosk/renderer';

test.each([
  ['app://kiosk/index.html', '/srv/kiosk/renderer/index.html', 'text/html; charset=utf-8'],
  [
    'app://kiosk/assets/app-1a2b.js',
    '/srv/kiosk/renderer/assets/app-1a2b.js',
    'text/javascript; charset=utf-8',
  ],
  ['app://kiosk/assets/font.woff2?v=1#x', '/srv/kiosk/renderer/assets/font.woff2', 'font/woff2'],
  ['app://kiosk/assets/../index.html', '/srv/kiosk/renderer/index.html', 'text/html; charset=utf-8'],
])('%s is served', (address, path, contentType) => {
  expect(servedFile(address, folder)).toEqual({ path, contentType });
});

test.each([
  'app://other/index.html',
  'app://kiosk:8080/index.html',
  'app://kiosk@other/index.html',
  'app://user:pw@kiosk/index.html',
  'file:///srv/kiosk/renderer/index.html',
  'https://kiosk/index.html',
  'app://kiosk/',
  'app://kiosk/index',
  'app://kiosk/secret.json',
  'app://kiosk/%2e%2e%2fmain%2findex.js',
  'app://kiosk/..%2f..%2fmain/index.js',
  'app://kiosk/%252e%252e%252fmain/index.js',
  'app://kiosk/..%5c..%5cmain/index.js',
  'app://kiosk/a%00.html',
  'app://kiosk/%E0%A4%A',
  'app://kiosk/../renderer-other/index.html/..%2f..%2f..%2frenderer-other%2findex.html',
  'not an address',
])('%s is refused', (address) => {
  expect(servedFile(address, folder)).toBeNull();
});

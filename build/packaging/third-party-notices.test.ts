import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '../project.mjs';
import { thirdPartyNotices } from './third-party-notices.ts';

test('the kiosk’s own packages are all there, each with the words of its licence', () => {
  const notices = thirdPartyNotices(projectRoot);

  for (const name of ['react', 'better-sqlite3', 'pdfjs-dist', 'libheif-js', 'sax']) {
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.`, 'm'));
  }
  expect(notices).toContain('GNU LESSER GENERAL PUBLIC LICENSE');
  expect(notices).toContain('GNU GENERAL PUBLIC LICENSE');
  expect(notices).not.toMatch(/^vitest \d/m);
});

test('once each, by name, and none that is for development', () => {
  const root = project({
    zebra: { license: 'MIT', text: 'MIT: by Z' },
    ape: { license: 'ISC', text: 'ISC: by A' },
    'zebra/node_modules/ape': { license: 'ISC', text: 'ISC: by A' },
    tool: { license: 'MIT', text: 'MIT: by T', dev: true },
  });

  const notices = thirdPartyNotices(root);

  expect(notices.match(/^\w+ 1\.0\.0$/gm)).toEqual(['ape 1.0.0', 'zebra 1.0.0']);
  expect(notices).toContain('ISC: by A');
  expect(notices).not.toContain('by T');
});

test('one that brings no text is named with its licence', () => {
  expect(thirdPartyNotices(project({ bare: { license: 'MIT' } }))).toContain('Licence: MIT');
});

test('one that has no terms stops the packaging', () => {
  const root = project({ taken: {} });

  expect(() => thirdPartyNotices(root)).toThrow('taken 1.0.0 does not say');
});

function project(
  packages: Readonly<Record<string, { license?: string; text?: string; dev?: true }>>,
): string {
  const root = mkdtempSync(join(tmpdir(), 'notices-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const locked: Record<string, object> = { '': {} };
  for (const [path, { license, text, dev }] of Object.entries(packages)) {
    const folder = join(root, 'node_modules', path);
    const name = path.split('/').at(-1);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', license }));
    if (text) writeFileSync(join(folder, 'LICENSE.md'), text);
    locked[`node_modules/${path}`] = dev ? { dev } : {};
  }
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  return root;
}

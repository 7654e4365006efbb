/** The test cards of every simulator, in every way in which a program may have written one down. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CARD_TRACES, TEST_CARDS } from '../sandbox/terminal/test-cards.ts';

/** As a machine that writes two bytes a letter puts it into base64, wherever it begins. */
const WIDE_BASE64 = TEST_CARDS.flatMap(({ number }) =>
  [0, 1, 2].map((before) => {
    const wide = Buffer.from(`${' '.repeat(before)}${number}`, 'utf16le').toString('base64');
    // The first and the last letters also depend on what stands around.
    return wide.slice(8, -8);
  }),
);
const TRACES = [...CARD_TRACES, ...WIDE_BASE64];
const TRACES_WITHOUT_CASE = CARD_TRACES.map((trace) => trace.toLowerCase());

/** The traces found in it: in plain, in groups, base64, hexadecimal, with one byte or two a letter. */
export function cardTracesIn(content: Buffer): string[] {
  const text = content.toString('latin1');
  // Letters of two bytes, from either end.
  const narrow = text.replaceAll('\0', '');
  const spaced = content.toString('utf8').replace(/[\s\u00a0\u202f]+/g, ' ');
  const lower = narrow.toLowerCase();
  return [
    ...TRACES.filter((trace) => [text, narrow, spaced].some((read) => read.includes(trace))),
    ...TRACES_WITHOUT_CASE.filter((trace) => /^[0-9a-f]+$/.test(trace) && lower.includes(trace)),
  ];
}

/** `file: traces`, for every file below the folder that has some; names of files count too. */
export function cardTracesOnDisk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    const content = entry.isFile() ? contentOf(file) : Buffer.alloc(0);
    const found = [...cardTracesIn(Buffer.from(entry.name)), ...cardTracesIn(content)];
    return found.length > 0 ? [`${file}: ${[...new Set(found)].join(', ')}`] : [];
  });
}

/** Chromium takes files of its own away at any time; what is gone holds nothing. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

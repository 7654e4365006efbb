/**
 * Writes what is beyond Latin-1 as escapes: V8 keeps the text of a program for as long as it runs, and one such
 * character, be it in a comment, makes it keep two bytes for each.
 */
import type { Plugin } from 'vite';

export function oneByteCharacters(): Plugin {
  return {
    name: 'one-byte-characters',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk') part.code = escaped(part.code);
      }
    },
  };
}

/** @param code JavaScript, in which such characters stand in strings, regular expressions and comments alone */
export function escaped(code: string): string {
  return code.replace(/[^\0-\u00ff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

import { describe, expect, test } from 'vitest';
import { looksLikeTrack } from './track-shaped-input.ts';

describe('what a reader in keyboard mode types is seen', () => {
  test.each([
    ['track 1', '%B4970101234567890^MARTIN/JEANNE^25121010000000000000?'],
    ['track 2', ';4970101234567890=25121010000012300000?'],
    ['the beginning of track 1', '%B4'],
    ['track 2 in the middle of something', 'Bonjour;4970101234567890=25'],
    ['track 1 through a French keyboard', '5B\'ç(à&é"\'(è_çà&é"6MARTIN!JEANNE6é(&é'],
    ['track 2 through a French keyboard', "m'ç(à&é\"'(è_çà&é=é(&é"],
  ])('%s', (_, typed) => {
    expect(looksLikeTrack(typed)).toBe(true);
  });
});

describe('what people type is not', () => {
  test.each([
    ['nothing', ''],
    ['an e-mail address', 'jeanne.martin@exemple.fr'],
    ['a reference', '004473-2026-06'],
    ['an IBAN', 'FR76 3000 6000 0112 3456 7890 189'],
    ['an amount', '112,45 €'],
    ['a complaint', "L'ascenseur est en panne depuis 3 jours (bâtiment B) ; c'est grave."],
  ])('%s', (_, typed) => {
    expect(looksLikeTrack(typed)).toBe(false);
  });
});

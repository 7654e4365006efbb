/** The words of the desk, in the browser's language; pages and sentences in those that the kiosk uses. */
import { guide as englishGuide, explain as englishScreens } from '../messages/en.json';
import { guide as frenchGuide, explain as frenchScreens } from '../messages/fr.json';
import english from './messages.en.json';
import french from './messages.fr.json';

const isFrench = !navigator.language.startsWith('en');

export const words: typeof french = isFrench ? french : english;
export const { pages, sentences } = isFrench ? frenchGuide : englishGuide;

const screens: Readonly<Record<string, { name: string } | undefined>> = (
  isFrench ? frenchScreens : englishScreens
).screens;

export function screenWord(name: string): string {
  return screens[name]?.name ?? name;
}

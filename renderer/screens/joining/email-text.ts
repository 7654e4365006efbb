import { LONGEST_EMAIL } from '../../../preload/credential-lengths.ts';

/** As much of an address as can be judged here; whether it is somebody's, only an e-mail can tell. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim()) && text.trim().length <= LONGEST_EMAIL;
}

/** The one rule for what may be an e-mail address, on the screen and in main. */
import { LONGEST_EMAIL } from './credential-lengths.ts';

/**
 * Letters of any script; no control nobody sees, and no emoji, which no mailbox of ours has in its name. It ends in no
 * figures but those of a country that is spelled in Latin letters, such as `xn--p1ai`.
 */
const ADDRESS =
  /^[^\s@\p{C}\p{So}]{1,64}@(?:[^\s@.\p{C}\p{So}]+\.)+(?:[^\s@.\d\p{C}\p{So}]{2,}|xn--[a-z\d-]+)$/iu;

/** As much as can be judged by looking at it; whether it is somebody's, only an e-mail can tell. */
export function isEmailAddress(text: string): boolean {
  return text.length <= LONGEST_EMAIL && ADDRESS.test(text);
}

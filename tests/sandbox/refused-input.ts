/** What somebody gave the sandbox makes no sense; the message says why. Anything else that is thrown is a bug. */
export class RefusedInput extends Error {
  override readonly name = 'RefusedInput';
}

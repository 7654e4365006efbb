export interface StartOptions {
  /** `kiosk`: the whole screen, as in the hall. `windowed`: an ordinary window, for a laptop. */
  readonly window: 'kiosk' | 'windowed';
}

/** Reads the words after `npm start --`. Returns a sentence when one of them is not understood. */
export function readStartOptions(words: readonly string[]): StartOptions | string {
  const unknown = words.find((word) => word !== '--windowed');
  if (unknown !== undefined) {
    return `"${unknown}" is not understood. There is: npm start, and npm start -- --windowed.`;
  }
  return { window: words.includes('--windowed') ? 'windowed' : 'kiosk' };
}

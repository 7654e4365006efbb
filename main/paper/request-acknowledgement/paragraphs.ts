const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/;

/** A person's own lines. Empty ones are left out: the paragraphs stand apart without them, and save paper. */
export function paragraphsOf(text: string): string[] {
  return text.split(LINE_END).filter((line) => line.trim() !== '');
}

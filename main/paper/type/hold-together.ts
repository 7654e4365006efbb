/** Not torn apart at the end of a line: a telephone number, a reference. */
export function holdTogether(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

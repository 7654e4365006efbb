/** What the keys of a French keyboard type for what a device means, which believes that it types on an American one. */
const AMERICAN_FOR_FRENCH: Readonly<Record<string, string>> = {
  '&': '1',
  é: '2',
  '"': '3',
  "'": '4',
  '(': '5',
  '-': '6',
  è: '7',
  _: '8',
  ç: '9',
  à: '0',
  m: ';',
  M: ';',
  '5': '%',
  '6': '^',
  a: 'q',
  A: 'Q',
  q: 'a',
  Q: 'A',
  z: 'w',
  Z: 'W',
  w: 'z',
  W: 'Z',
};

export function asOnAmericanKeys(typed: string): string {
  return [...typed].map((sign) => AMERICAN_FOR_FRENCH[sign] ?? sign).join('');
}

/** A message of Caisse-AP: fields one after the other, each a tag of 2 characters, a length of 3 digits, a value. */
export type Fields = ReadonlyMap<string, string>;

const HEADER = /^([0-9A-Z]{2})([0-9]{3})/;
const HEADER_LENGTH = 5;

/** Null when it is not made of whole fields. */
export function readFields(message: string): Fields | null {
  const fields = new Map<string, string>();
  let rest = message;
  while (rest !== '') {
    const [, tag = '', digits = ''] = HEADER.exec(rest) ?? [];
    const end = HEADER_LENGTH + Number(digits);
    if (tag === '' || rest.length < end || fields.has(tag)) return null;
    fields.set(tag, rest.slice(HEADER_LENGTH, end));
    rest = rest.slice(end);
  }
  return fields;
}

export function writeFields(fields: Iterable<readonly [tag: string, value: string]>): string {
  return [...fields].map(([tag, value]) => `${tag}${digitsOf(value.length)}${value}`).join('');
}

function digitsOf(length: number): string {
  return String(length).padStart(3, '0');
}

/** The form of a Caisse-AP message: fields one after the other, each `TAG` + three digits of length + value. */

export type Fields = ReadonlyMap<string, string>;

export type Parsed =
  | { readonly form: 'whole'; readonly fields: Fields }
  /** The beginning of a message. */
  | { readonly form: 'partial' }
  /** Nothing that could follow makes a message of it. */
  | { readonly form: 'broken' }
  /** One field is there twice and does not say the same. */
  | { readonly form: 'contradictory' };

const TAG = /^[A-Z][A-Z0-9]$/;
const LENGTH = /^\d{3}$/;
const TAG_SIZE = 2;
const HEAD_SIZE = 5;
const MAX_VALUE_SIZE = 999;

export function encodeFields(fields: ReadonlyArray<readonly [tag: string, value: string]>): string {
  return fields
    .map(([tag, value]) => {
      if (!TAG.test(tag) || value.length > MAX_VALUE_SIZE) throw new RangeError(`no field: ${tag}`);
      return `${tag}${String(value.length).padStart(3, '0')}${value}`;
    })
    .join('');
}

/** @param text one character a byte */
export function parseFields(text: string): Parsed {
  const fields = new Map<string, string>();
  let isContradictory = false;
  for (let at = 0; at < text.length; ) {
    const tag = text.slice(at, at + TAG_SIZE);
    const length = text.slice(at + TAG_SIZE, at + HEAD_SIZE);
    if (!TAG.test(tag.padEnd(TAG_SIZE, 'A')) || !LENGTH.test(length.padEnd(3, '0')))
      return { form: 'broken' };
    const start = at + HEAD_SIZE;
    const end = start + Number(length);
    if (length.length < 3 || end > text.length) return { form: 'partial' };
    const value = text.slice(start, end);
    isContradictory ||= (fields.get(tag) ?? value) !== value;
    fields.set(tag, value);
    at = end;
  }
  if (fields.size === 0) return { form: 'partial' };
  return isContradictory ? { form: 'contradictory' } : { form: 'whole', fields };
}

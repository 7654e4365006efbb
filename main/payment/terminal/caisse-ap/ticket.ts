import { type Fields, parseFields } from './fields.ts';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The customer's ticket as the terminal wrote it: `ZT` holds fields of its own, `AK` the text in base64 of Latin-1. */
export function ticketText(fields: Fields): string | null {
  const inner = parseFields(fields.get('ZT') ?? '');
  if (inner.form !== 'whole') return null;
  const encoded = inner.fields.get('AK') ?? '';
  if (!BASE64.test(encoded)) return null;
  return Buffer.from(encoded, 'base64').toString('latin1');
}

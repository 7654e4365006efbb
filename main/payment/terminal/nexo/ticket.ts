import { looksLikeCardNumber } from '../card-number.ts';
import type { PaymentResponse } from './answers.ts';

/** The customer's receipt, line by line as the terminal wrote it: `name=Merchant&value=EKIDOM` reads "Merchant EKIDOM". */
export function ticketText(answer: PaymentResponse): string | null {
  const receipt = answer.PaymentReceipt?.find(
    ({ DocumentQualifier }) => DocumentQualifier === 'CustomerReceipt',
  );
  const lines = receipt?.OutputContent.OutputText?.map(({ Text }) => lineOf(Text)) ?? [];
  // An acquirer's reference can have the form of a card number, and then nobody can tell it from one.
  const kept = lines.filter((line) => !looksLikeCardNumber(line));
  return kept.length === 0 ? null : kept.join('\n');
}

function lineOf(text: string): string {
  const parts = new URLSearchParams(text);
  const isEncoded = parts.has('name') || parts.has('value') || parts.has('key');
  if (!isEncoded) return text;
  return [parts.get('name'), parts.get('value')].filter(Boolean).join(' ');
}

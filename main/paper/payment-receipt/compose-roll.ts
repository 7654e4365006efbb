import { type Block, millimetres, type PaperDocument, ROLL_80 } from '../layout/document.ts';
import { messagesIn } from '../messages/messages.ts';
import { blocksOf, composeAmount, composeNotes, composeTicket, factsOf, holdTogether } from './compose.ts';
import type { PaymentReceiptContent } from './payment-receipt-content.ts';

/** The same receipt for a printer of receipts: one thing under the other, on as much of the roll as it takes. */
export function composeRollReceipt(content: PaymentReceiptContent): PaperDocument {
  const { landlord, agency, tenantName, reference, isWhole, issuedOn, locale } = content;
  const messages = messagesIn(locale);
  const words = messages.paymentReceipt;
  const title = isWhole ? words.title : words.titleOfPart;
  const sender = [...landlord.addressLines, landlord.phone, agency.name].filter((text) => text !== '');
  const gap = { kind: 'space', height: millimetres(1.5) } as const;
  const line = (text: string): Block => ({ kind: 'text', role: 'P', style: 'body', text });
  return {
    format: ROLL_80,
    languageTag: messages.languageTag,
    title: words.documentTitle(title, reference),
    author: landlord.name,
    issuedOn,
    body: [
      { kind: 'text', role: 'P', style: 'brand', text: landlord.name },
      ...sender.map(line),
      { kind: 'space', height: millimetres(4) },
      { kind: 'text', role: 'H1', style: 'brand', text: title },
      line(words.reference(holdTogether(reference))),
      { kind: 'space', height: millimetres(3) },
      composeAmount(content),
      { kind: 'space', height: millimetres(3) },
      ...(tenantName === null ? [] : [{ kind: 'text', role: 'P', style: 'fact', text: tenantName } as const]),
      ...factsOf(content).flatMap((fact): Block[] => [gap, ...blocksOf(fact)]),
      ...composeNotes(content),
      ...composeTicket(content),
    ],
    footer: null,
  };
}

import { Banknote, CalendarSync, CreditCard, FilePen, type LucideIcon, PenLine } from 'lucide-react';
import type { PaymentMethodName } from '../../../preload/payment-methods.ts';

export const METHOD_ICONS: Readonly<Record<PaymentMethodName, LucideIcon>> = {
  directDebit: CalendarSync,
  tipSepa: FilePen,
  card: CreditCard,
  efficash: Banknote,
  cheque: PenLine,
};

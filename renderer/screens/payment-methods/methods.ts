import { Banknote, CalendarSync, CreditCard, FilePen, type LucideIcon, PenLine } from 'lucide-react';

/** How rent can be paid, in the order of the leaflet that every tenant was given. */
export const METHODS = ['directDebit', 'tipSepa', 'card', 'efficash', 'cheque'] as const;

export type Method = (typeof METHODS)[number];

export const METHOD_ICONS: Readonly<Record<Method, LucideIcon>> = {
  directDebit: CalendarSync,
  tipSepa: FilePen,
  card: CreditCard,
  efficash: Banknote,
  cheque: PenLine,
};

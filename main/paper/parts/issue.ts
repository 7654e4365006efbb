import type { Locale } from '../../../preload/contract.ts';
import { type Block, FORMATS, type PaperDocument, type PaperSize } from '../layout/document.ts';
import { messagesIn } from '../messages/messages.ts';

/** Whose paper it is, what it is called, when it was made, and in which language. */
export interface Issue {
  readonly title: string;
  readonly author: string;
  /** The agency's own day: `2018-07-11`. */
  readonly issuedOn: string;
  readonly locale: Locale;
}

/** A paper of the landlord: what stands on it, and under it on every page where the paper has a foot. */
export function issue(
  { locale, ...described }: Issue,
  body: readonly Block[],
  footerLines: readonly string[],
  size: PaperSize = 'a4',
): PaperDocument {
  const { languageTag, pageOf } = messagesIn(locale);
  const footer = (page: number, pageCount: number) => ({
    lines: footerLines,
    pageLabel: pageOf(page, pageCount),
  });
  return {
    format: FORMATS[size],
    languageTag,
    ...described,
    body,
    footer: size === 'roll80' ? null : footer,
  };
}

/** Whether an account can be debited: what can be told from its IBAN and its BIC alone. */
import {
  electronicFormatIBAN,
  extractBIC,
  getCountrySpecifications,
  isValidBIC,
  validateIBAN,
} from 'ibantools';
import type { BicVerdict, IbanFault, IbanVerdict } from '../../preload/direct-debit-contract.ts';

/**
 * The European Economic Area: there the bank is found from the IBAN alone (regulation 260/2012, article 5). Elsewhere
 * in SEPA the BIC is asked for.
 */
const EUROPEAN_ECONOMIC_AREA = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/** Two letters of the country, two check digits. */
const BEGINNING = /^[A-Z]{2}/;

/** ISO 7064 makes no others, though others would add up. */
const POSSIBLE_CHECK_DIGITS = /^(0[2-9]|[1-8]\d|9[0-8])$/;

/** Of a BIC: bank, country, place, and an office or none. */
const WRITTEN_BIC = /^[A-Z0-9]{8}([A-Z0-9]{3})?$/;

/** Guernsey, Jersey and the Isle of Man have British IBANs, and BICs of their own. */
const BIC_COUNTRIES: Readonly<Record<string, readonly string[]>> = { GB: ['GB', 'GG', 'JE', 'IM'] };

/** As banks exchange it: capitals and digits, nothing between them. */
export function compactIban(typed: string): string {
  // The library takes spaces and hyphens out; what cannot be seen comes with what was pasted or scanned.
  return (electronicFormatIBAN(typed.replaceAll(/[\s\p{Cf}]/gu, '')) ?? '').toUpperCase();
}

export function compactBic(typed: string): string {
  return typed.replaceAll(/[\s\p{Cf}]/gu, '').toUpperCase();
}

export function judgeIban(typed: string): IbanVerdict {
  const iban = compactIban(typed);
  if (iban === '') return wrong('missing');
  if (!/^[A-Z0-9]+$/.test(iban)) return wrong('characters');

  const country = iban.slice(0, 2);
  const known = getCountrySpecifications()[country];
  if (!BEGINNING.test(iban) || !known?.IBANRegistry || known.chars === null) return wrong('country');
  if (!known.SEPA) return wrong('outsideSepa');
  if (iban.length < known.chars) return wrong('tooShort', known.chars);
  if (iban.length > known.chars) return wrong('tooLong', known.chars);
  if (!new RegExp(known.bban_regexp ?? '').test(iban.slice(4))) return wrong('format');
  // What is left to be wrong are check digits: those of the IBAN, or those that the country has within it.
  const isRight = POSSIBLE_CHECK_DIGITS.test(iban.slice(2, 4)) && validateIBAN(iban).valid;
  if (!isRight) return wrong('checkDigits');
  return { verdict: 'right', needsBic: !EUROPEAN_ECONOMIC_AREA.has(country) };
}

/** `iban`: one that was found right. */
export function judgeBic(typedBic: string, iban: string): BicVerdict {
  const bic = compactBic(typedBic);
  if (bic === '') return { verdict: 'wrong', fault: 'missing' };
  if (!WRITTEN_BIC.test(bic) || !isValidBIC(bic)) return { verdict: 'wrong', fault: 'format' };
  const country = compactIban(iban).slice(0, 2);
  const countries = BIC_COUNTRIES[country] ?? [country];
  const isOfSameCountry = countries.includes(extractBIC(bic).countryCode ?? '');
  return isOfSameCountry ? { verdict: 'right' } : { verdict: 'wrong', fault: 'otherCountry' };
}

function wrong(fault: IbanFault, expectedLength: number | null = null): IbanVerdict {
  return { verdict: 'wrong', fault, expectedLength };
}

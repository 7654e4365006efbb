/** Telephone numbers of France and abroad, as people write them. */
import { type CountryCode, ParseError, parsePhoneNumberWithError } from 'libphonenumber-js/min';
import type { ProfileFault } from '../../preload/profile-contract.ts';

export type PhoneVerdict =
  /** `number`: E.164, `+33612345678`. */
  { ok: true; number: string } | { ok: false; fault: ProfileFault };

/** Dialled from anywhere in France without a country code, and part of another numbering plan all the same. */
const OVERSEAS: readonly (readonly [RegExp, CountryCode])[] = [
  [/^0(590|690|691)/, 'GP'],
  [/^0(594|694)/, 'GF'],
  [/^0(596|696|697)/, 'MQ'],
  [/^0(262|692|693)/, 'RE'],
  [/^0(269|639)/, 'YT'],
];

/** In France, overseas, over the internet: no message that is written to it is ever read. */
const FRENCH_FIXED_LINE = /^\+(33[1-589]|590590|594594|596596|262(262|263|269))/;

export function judgePhone(typed: string, line: 'mobile' | 'any'): PhoneVerdict {
  const figures = typed.replace(/[\s.()/-]/g, '');
  if (figures === '') return wrong('missing');
  // As dialled from France.
  const international = figures.replace(/^00/, '+').replace(/^(\+33)0/, '$1');
  const country = OVERSEAS.find(([beginning]) => beginning.test(international))?.[1] ?? 'FR';
  try {
    const phone = parsePhoneNumberWithError(international, { defaultCountry: country, extract: false });
    if (!phone.isValid()) return wrong(lengthFaultOf(phone.isPossible(), international));
    if (line === 'mobile' && FRENCH_FIXED_LINE.test(phone.number)) return wrong('notMobile');
    return { ok: true, number: phone.number };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    switch (error.message) {
      case 'TOO_SHORT':
        return wrong('phoneTooShort');
      case 'TOO_LONG':
        return wrong('phoneTooLong');
      default:
        return wrong('phone');
    }
  }
}

/** `06 12 34 56 78` for whoever dials from France, `+44 20 7946 0958` for other countries. */
export function shownPhone(number: string): string {
  try {
    const phone = parsePhoneNumberWithError(number);
    return phone.countryCallingCode === '33' ? phone.formatNational() : phone.formatInternational();
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return number;
  }
}

/** Possible and not valid is a number that nobody has; a French one has ten figures. */
function lengthFaultOf(isPossible: boolean, dialled: string): ProfileFault {
  if (isPossible || dialled.startsWith('+')) return 'phone';
  return dialled.length < 10 ? 'phoneTooShort' : 'phoneTooLong';
}

function wrong(fault: ProfileFault): PhoneVerdict {
  return { ok: false, fault };
}

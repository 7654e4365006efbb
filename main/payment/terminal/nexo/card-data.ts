import { looksLikeCardNumber } from '../card-number.ts';

/**
 * Names of what is as long as a card number, with any check digit, and is none: references and tokens of the acquirer,
 * days and times. None of it is kept.
 */
const HARMLESS =
  /ref|token|alias|cryptogram|cert|date|time|^(p?tid|mid)$|(transaction|service|reconciliation|poi)id$/i;

const BASE64_OF_JSON = /^eyJ[A-Za-z0-9+/_-]*={0,2}$/;

/** Whether a card number seems to stand anywhere in an answer, be it in what is thrown away. */
export function holdsCardNumber(answer: unknown, name = ''): boolean {
  if (HARMLESS.test(name)) return false;
  switch (typeof answer) {
    case 'number':
      return looksLikeCardNumber(String(answer));
    case 'string':
      return textHoldsCardNumber(answer, name);
    case 'object':
      if (Array.isArray(answer)) return answer.some((item) => holdsCardNumber(item, name));
      return Object.entries(answer ?? {}).some(
        ([key, value]) => looksLikeCardNumber(key) || holdsCardNumber(value, key),
      );
    default:
      return false;
  }
}

/** The lines of a receipt and `AdditionalResponse` hold names and values themselves: form-encoded, or JSON in base64. */
function textHoldsCardNumber(text: string, name: string): boolean {
  switch (name) {
    case 'Text':
      return isCardNumberLine(text);
    case 'AdditionalResponse':
      return BASE64_OF_JSON.test(text)
        ? holdsCardNumber(contentOf(Buffer.from(text, 'base64').toString('utf8')))
        : [...new URLSearchParams(text)].some(
            ([key, value]) => looksLikeCardNumber(key) || holdsCardNumber(value, key),
          );
    default:
      return looksLikeCardNumber(text);
  }
}

/** A line such as `key=pan&name=Card%20nr.&value=************1234`; or plain text, against the protocol. */
function isCardNumberLine(line: string): boolean {
  const parts = [...new URLSearchParams(line)];
  const key = parts.find(([name]) => name === 'key')?.[1] ?? '';
  return parts.some(([name, value]) => looksLikeCardNumber(name) || holdsCardNumber(value, key));
}

function contentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

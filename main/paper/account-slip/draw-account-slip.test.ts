import { expect, test } from 'vitest';
import { drawnOf } from '../testing/drawn.ts';
import { readLines } from '../testing/read-pdf.ts';
import { accountSlipOf } from '../testing/sample-account-slip.ts';
import type { AccountSlipContent } from './account-slip-content.ts';
import { drawAccountSlipHere } from './draw-account-slip.ts';

async function textOf(content: AccountSlipContent): Promise<string> {
  return (await readLines(drawnOf(await drawAccountSlipHere(content)).pdf))
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

test('it speaks English, and of no deadline where none is known', async () => {
  const text = await textOf(accountSlipOf({ locale: 'en', linkValidUntil: null }));

  expect(text).toContain('Your account is still to be validated');
  expect(text).not.toContain('This link works until');
});

test('a password that comes with it by mistake is not printed', async () => {
  const text = await textOf({ ...accountSlipOf(), password: 'Bienvenue-2018' } as AccountSlipContent);

  expect(text).not.toContain('Bienvenue');
});

test.each<[string, Partial<AccountSlipContent>, string]>([
  ['an address in clear', { maskedEmail: 'francoise@exemple.fr' }, 'EMAIL_NOT_MASKED'],
  ['what is no address', { maskedEmail: '•••' }, 'EMAIL_NOT_MASKED'],
  ['a day that does not exist', { issuedOn: '2018-02-30' }, 'DATE_IMPOSSIBLE'],
  ['no instant', { linkValidUntil: 'demain' }, 'DATE_IMPOSSIBLE'],
])('there is no slip with %s', async (_, changes, fault) => {
  expect(await drawAccountSlipHere(accountSlipOf(changes))).toEqual({ ok: false, fault });
});

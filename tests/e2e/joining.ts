/** What somebody does who creates an account, or has lost their password: with the kiosk, and with their telephone. */
import type { Page } from 'playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { english, words as french } from './words.ts';

/** A tenant without an account, as the landlord knows her. */
export const MARGUERITE = {
  number: '0109904',
  name: 'Leveque',
  birthDate: '1943-03-14',
  email: 'marguerite@exemple.fr',
} as const;

export const NEW_PASSWORD = 'trois petits canards bleus';

/** The latest e-mail that the landlord sent to anybody. */
export function lastEmail({ tenantApi }: Sandbox): { to: string; text: string } {
  const email = tenantApi.mailbox.emails.at(-1);
  if (!email) throw new Error('No e-mail was sent.');
  return email;
}

export function linkIn({ text }: { text: string }): string {
  return /http\S+/.exec(text)?.[0] ?? '';
}

export function codeIn({ text }: { text: string }): string {
  return /\b\d{6}\b/.exec(text)?.[0] ?? '';
}

export async function typeBirthDate(
  page: Page,
  { dateFields }: typeof french | typeof english,
  birthDate: string,
): Promise<void> {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  await page.getByLabel(dateFields.day, { exact: true }).fill(day);
  await page.getByLabel(dateFields.month, { exact: true }).fill(month);
  await page.getByLabel(dateFields.year, { exact: true }).fill(year);
}

/** What can be said of an e-mail and a password before anybody is asked. */

/** Longer than the contract takes: such credentials are nobody's, and are not sent anywhere. */
export const EMAIL_MAX_LENGTH = 254;
export const PASSWORD_MAX_LENGTH = 256;

export interface Credentials {
  email: string;
  password: string;
}

export type Readiness = 'ready' | 'emailMissing' | 'passwordMissing' | 'nobodys';

export function readinessOf({ email, password }: Credentials): Readiness {
  if (email.trim() === '') return 'emailMissing';
  if (password === '') return 'passwordMissing';
  if (email.trim().length > EMAIL_MAX_LENGTH || password.length > PASSWORD_MAX_LENGTH) return 'nobodys';
  return 'ready';
}

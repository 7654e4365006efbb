import { useRef, useState } from 'react';
import type { Failure } from '../../../preload/contract.ts';
import { ask } from '../../app/kiosk.ts';
import { type Credentials, readinessOf } from './credentials.ts';

export type SignInState =
  | { name: 'filling' }
  | { name: 'missing'; field: 'email' | 'password' }
  | { name: 'asking' }
  | { name: 'failed'; error: Failure; attempt: number };

/** One try at a time; a success is told by the session, whose next state takes this screen away. */
export function useSignIn(): { state: SignInState; signIn(credentials: Credentials): Promise<void> } {
  const [state, setState] = useState<SignInState>({ name: 'filling' });
  const attempts = useRef(0);
  const asking = useRef(false);

  const signIn = async (credentials: Credentials) => {
    if (asking.current) return;
    const readiness = readinessOf(credentials);
    if (readiness === 'emailMissing') return setState({ name: 'missing', field: 'email' });
    if (readiness === 'passwordMissing') return setState({ name: 'missing', field: 'password' });

    attempts.current += 1;
    const attempt = attempts.current;
    if (readiness === 'nobodys') {
      return setState({ name: 'failed', error: { code: 'CREDENTIALS_INVALID' }, attempt });
    }

    asking.current = true;
    setState({ name: 'asking' });
    const answer = await ask('session.signIn', {
      email: credentials.email.trim(),
      password: credentials.password,
    });
    asking.current = false;
    if (!answer.ok) setState({ name: 'failed', error: answer.error, attempt });
  };

  return { state, signIn };
}

import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../../preload/contract.ts';
import type { Enrolment } from '../../../../preload/enrolment-contract.ts';
import { ask } from '../../../app/kiosk.ts';
import { CODE_LENGTH, figuresOf } from './code-figures.ts';

export type EnrolmentState =
  | { name: 'typing' }
  | { name: 'tooShort'; missing: number }
  | { name: 'asking' }
  | { name: 'enrolled' }
  | { name: 'refused'; error: Failure; attempt: number };

export function useEnrolment() {
  /** Null until it was read. */
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [unreadable, setUnreadable] = useState<Failure | null>(null);
  const [code, setCode] = useState('');
  const [state, setState] = useState<EnrolmentState>({ name: 'typing' });
  const attempts = useRef(0);

  const read = async () => {
    const answer = await ask('staff.readEnrolment', undefined);
    setUnreadable(answer.ok ? null : answer.error);
    if (answer.ok) setEnrolment(answer.value);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen appears
  useEffect(() => void read(), []);

  const enrol = async () => {
    if (state.name === 'asking') return;
    const missing = CODE_LENGTH - code.length;
    if (missing > 0) return setState({ name: 'tooShort', missing });
    attempts.current += 1;
    setState({ name: 'asking' });
    const answer = await ask('staff.enrol', { code });
    if (answer.ok) {
      setCode('');
      setEnrolment(answer.value);
      return setState({ name: 'enrolled' });
    }
    setState({ name: 'refused', error: answer.error, attempt: attempts.current });
    // The API may have agreed all the same, and what failed came after.
    await read();
  };

  return {
    enrolment,
    unreadable,
    code,
    state,
    type(typed: string) {
      setCode(figuresOf(typed));
      if (state.name !== 'asking') setState({ name: 'typing' });
    },
    enrol: () => void enrol(),
  };
}

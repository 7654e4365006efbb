import { startTransition, useCallback, useState } from 'react';

/** Where a person stands among screens. The one before stays on the display until the code of the next one is there. */
export function useStep<Step>(first: Step | (() => Step)): readonly [Step, (next: Step) => void] {
  const [step, setStep] = useState(first);
  const go = useCallback((next: Step) => startTransition(() => setStep(() => next)), []);
  return [step, go];
}

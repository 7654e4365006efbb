import { expect, test } from 'vitest';
import { screenOfStep } from './screen-of-step.ts';
import { SERVICES } from './services.tsx';

test.each(Object.keys(SERVICES))('%s is explained in words of its own', (service) => {
  expect(screenOfStep(service)).not.toBe('general');
});

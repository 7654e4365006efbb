import type { PartCheck } from '../part-check.ts';

export interface DisplayLook {
  /** Of the display in front of people, in real pixels. */
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly displays: number;
  /** Whether the machine's graphics unit draws, or its processor has to. */
  readonly isDrawnByHardware: boolean;
}

/** The screen that people see, against the one that the configuration makes every size from. */
export function checkDisplay(
  expected: { widthPixels: number; heightPixels: number } | null,
  look: () => DisplayLook,
): PartCheck {
  return {
    part: 'display',
    check() {
      const { widthPixels, heightPixels, displays, isDrawnByHardware } = look();
      const facts = { resolution: `${widthPixels} × ${heightPixels}`, displays };
      const isExpected =
        !expected || (expected.widthPixels === widthPixels && expected.heightPixels === heightPixels);
      if (!isExpected) return { state: 'degraded', code: 'DISPLAY_UNEXPECTED', facts };
      return isDrawnByHardware
        ? { state: 'fit', code: 'OK', facts }
        : { state: 'degraded', code: 'RENDERED_IN_SOFTWARE', facts };
    },
  };
}

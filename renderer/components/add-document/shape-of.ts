import type { CSSProperties } from 'react';
import type { Size } from './perspective.ts';

/** For `.picture-place`: as large as there is room for, in the picture's own proportions. */
export function shapeOf({ width, height }: Size): CSSProperties {
  return { '--width-to-height': String(width / height) } as CSSProperties;
}

/** The way of a pen, step by step. */
export type Path = readonly PathStep[];

export type PathStep =
  | { readonly kind: 'move' | 'line'; readonly to: Point }
  /** A cubic Bézier curve. */
  | { readonly kind: 'curve'; readonly controls: readonly [Point, Point]; readonly to: Point };

export interface Point {
  readonly x: number;
  readonly y: number;
}

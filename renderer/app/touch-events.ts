/** All that a touch or a click sends: whoever keeps one from the screen keeps all of these. */
export const EVENTS_OF_A_TOUCH = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'click',
] as const;

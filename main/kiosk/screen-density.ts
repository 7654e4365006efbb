const MILLIMETRES_PER_INCH = 25.4;

/**
 * CSS pixels in one millimetre of the real screen, so that a 20 mm target is 20 mm under a finger.
 *
 * @param scaleFactor the display's device pixels per CSS pixel
 */
export function pixelsPerMillimetre(
  screen: { diagonalInches: number; widthPixels: number; heightPixels: number },
  scaleFactor: number,
): number {
  const diagonalPixels = Math.hypot(screen.widthPixels, screen.heightPixels);
  return diagonalPixels / (screen.diagonalInches * MILLIMETRES_PER_INCH) / scaleFactor;
}

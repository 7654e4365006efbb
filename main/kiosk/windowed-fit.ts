/** For the window's frame and title, which the work area has to hold as well. */
const FRAME_PIXELS = 48;

/**
 * An ordinary window for a laptop: the whole kiosk screen, made smaller where the laptop's own is.
 *
 * @returns the size of the content in CSS pixels of the display, and how much smaller than life it is drawn
 */
export function windowedFit(
  screen: { widthPixels: number; heightPixels: number },
  workArea: { width: number; height: number },
): { width: number; height: number; zoomFactor: number } {
  const { widthPixels, heightPixels } = screen;
  const fits = widthPixels <= workArea.width && heightPixels <= workArea.height;
  const zoomFactor = fits
    ? 1
    : Math.min(1, workArea.width / widthPixels, (workArea.height - FRAME_PIXELS) / heightPixels);
  return {
    width: Math.round(widthPixels * zoomFactor),
    height: Math.round(heightPixels * zoomFactor),
    zoomFactor,
  };
}

/** Pictures as they come out of a decoder, and made small enough for a page. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, opacity: four bytes a pixel, row by row. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/**
 * Each pixel of the page is the mean of those it stands for, on white paper where the picture is transparent. A
 * picture that is small already keeps its size.
 */
export function asPage({ width, height, data }: Pixels, longSide: number): Pixels {
  const scale = Math.min(1, longSide / Math.max(width, height));
  const pageWidth = Math.max(1, Math.round(width * scale));
  const pageHeight = Math.max(1, Math.round(height * scale));
  const page = new Uint8ClampedArray(pageWidth * pageHeight * 4);

  for (let y = 0; y < pageHeight; y++) {
    const top = Math.floor((y * height) / pageHeight);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / pageHeight));
    for (let x = 0; x < pageWidth; x++) {
      const left = Math.floor((x * width) / pageWidth);
      const right = Math.max(left + 1, Math.floor(((x + 1) * width) / pageWidth));
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let row = top; row < bottom; row++) {
        for (let at = (row * width + left) * 4; at < (row * width + right) * 4; at += 4) {
          const opacity = (data[at + 3] ?? 255) / 255;
          const paper = 255 * (1 - opacity);
          red += (data[at] ?? 0) * opacity + paper;
          green += (data[at + 1] ?? 0) * opacity + paper;
          blue += (data[at + 2] ?? 0) * opacity + paper;
        }
      }
      const count = (bottom - top) * (right - left);
      page.set([red / count, green / count, blue / count, 255], (y * pageWidth + x) * 4);
    }
  }
  return { width: pageWidth, height: pageHeight, data: page };
}

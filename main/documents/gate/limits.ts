/** What a file that somebody brings may be. Beyond it, it is refused before it is worked on. */
export const DOCUMENT_LIMITS = {
  /** What phones and scanners make of a few pages; more is a film, or a mistake. */
  fileBytes: 20_000_000,
  /** In all, whatever they were brought on: a file, several pictures. */
  pages: 20,
  /** The sharpest telephones of today make pictures of 50 million; a compressed bomb says it has thousands. */
  pixels: 60_000_000,
  /** One side of a picture. */
  pixelsASide: 20_000,
  /**
   * Of everything that is handed in together, once it is rebuilt: the most that waits in memory. Beside it there are at
   * most the one file that is being worked on and its pages.
   */
  depositBytes: 8_000_000,
  /** For one file. A page takes about half a second. */
  seconds: 40,
  /** What a decoder may take. The largest picture that is let in takes about 700. */
  decoderMegabytes: 1_024,
} as const;

/** The longer side of a rebuilt page: A4 at 150 dots an inch, which is what small print needs to be read. */
export const PAGE_LONG_SIDE_PIXELS = 1_754;
/** Below a quality of 70, small print begins to blur. A progressive picture takes three times as long to write. */
export const PAGE_JPEG = { quality: 75, progressive: false } as const;

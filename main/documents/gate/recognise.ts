/** What a file is, by what stands in it. Its name is not asked. */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'heic';

/** So many bytes of the beginning are enough. */
export const RECOGNISED_BY_BYTES = 1_024;

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG_SIGNATURE = [0xff, 0xd8, 0xff];

/** Brands of ISO/IEC 23008-12 that telephones write. */
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1']);

/** Null for everything else. `file`: the whole of it, or its first `RECOGNISED_BY_BYTES`. */
export function recognise(file: Uint8Array): FileKind | null {
  if (startsWith(file, PNG_SIGNATURE)) return 'png';
  if (startsWith(file, JPEG_SIGNATURE)) return 'jpeg';
  if (latin(file, 4, 8) === 'ftyp' && HEIC_BRANDS.has(latin(file, 8, 12))) return 'heic';
  // Readers of PDF look for its mark in the first kilobyte (ISO 32000, implementation notes).
  if (latin(file, 0, RECOGNISED_BY_BYTES).includes('%PDF-')) return 'pdf';
  return null;
}

function startsWith(file: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => file[at] === byte);
}

function latin(file: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...file.subarray(from, to));
}

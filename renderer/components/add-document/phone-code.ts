/** The code that a telephone reads. Fetched only when somebody asks for one. */
import {
  BarcodeFormat,
  EncodeHintType,
  QRCodeDecoderErrorCorrectionLevel,
  QRCodeWriter,
} from '@zxing/library';

export interface PhoneCode {
  /** Modules on a side, the quiet zone of four on every side included (ISO/IEC 18004). */
  readonly side: number;
  /** Of an SVG: the dark modules, in a square of `side`. */
  readonly path: string;
}

export function phoneCode(address: string): PhoneCode {
  // A quarter of it may be hidden by a reflection of the hall's lamps.
  const hints = new Map([[EncodeHintType.ERROR_CORRECTION, QRCodeDecoderErrorCorrectionLevel.Q]]);
  const code = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 1, 1, hints);
  const side = code.getWidth();
  const dark: string[] = [];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (code.get(x, y)) dark.push(`M${x} ${y}h1v1h-1z`);
    }
  }
  return { side, path: dark.join('') };
}

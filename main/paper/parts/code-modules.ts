import {
  BarcodeFormat,
  EncodeHintType,
  QRCodeDecoderErrorCorrectionLevel,
  QRCodeWriter,
} from '@zxing/library';

/** The modules of a two-dimensional code (ISO/IEC 18004), its quiet zone included. */
export function codeModules(text: string): boolean[][] {
  // A fold or a stain may hide a quarter of it.
  const hints = new Map([[EncodeHintType.ERROR_CORRECTION, QRCodeDecoderErrorCorrectionLevel.Q]]);
  const code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
  const places = Array.from({ length: code.getWidth() }, (_, index) => index);
  return places.map((y) => places.map((x) => code.get(x, y)));
}

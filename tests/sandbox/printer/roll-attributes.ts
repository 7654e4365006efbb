/** What a printer of receipts says of itself, in the words of ippeveprinter's `-a`: a roll of 80 mm, of any length. */
export const ROLL_ATTRIBUTES = `ATTR mimeMediaType document-format-supported application/pdf
ATTR mimeMediaType document-format-default application/pdf
ATTR keyword media-supported "custom_min_80x30mm","custom_max_80x2000mm"
ATTR keyword media-default "custom_max_80x2000mm"
ATTR keyword media-ready "custom_max_80x2000mm"
ATTR keyword media-col-supported "media-size"
ATTR collection media-size-supported {
  MEMBER integer x-dimension 8000
  MEMBER rangeOfInteger y-dimension 3000-200000
}
ATTR keyword sides-supported one-sided
ATTR keyword sides-default one-sided
ATTR keyword print-scaling-supported none,fit
ATTR boolean color-supported false
ATTR text printer-make-and-model "Roll of 80 mm"
ATTR keyword job-creation-attributes-supported media,media-col,sides,print-scaling
`;

/** What is asked of a scanner: a sheet of A4 in colour, fine enough for small print. */
import type { Resolutions, SourceAbilities } from './capabilities.ts';

export interface ScanSettings {
  readonly source: 'Platen' | 'Feeder';
  readonly colourMode: (typeof COLOUR_MODES)[number];
  readonly format: (typeof FORMATS)[number];
  readonly dotsPerInch: number;
  /** In 1/300 inch. */
  readonly width: number;
  readonly height: number;
}

/** The first that the scanner has. */
const COLOUR_MODES = ['RGB24', 'Grayscale8', 'BlackAndWhite1'] as const;
const FORMATS = ['image/jpeg', 'application/pdf'] as const;

const WANTED_DOTS_PER_INCH = 300;
/** What the gate makes of any picture; less would blur small print. */
const LEAST_DOTS_PER_INCH = 150;

/** A4 in 1/300 inch. */
const SHEET = { width: 2_480, height: 3_508 } as const;

/** Null when they have no format, colour or resolution in common with the kiosk. */
export function chooseSettings(
  source: ScanSettings['source'],
  abilities: SourceAbilities,
): ScanSettings | null {
  const colourMode = COLOUR_MODES.find((mode) => abilities.colourModes.includes(mode));
  const format = FORMATS.find((each) => abilities.formats.includes(each));
  const dotsPerInch = resolutionFor(abilities.resolutions);
  if (!colourMode || !format || dotsPerInch === null) return null;
  return {
    source,
    colourMode,
    format,
    dotsPerInch,
    width: Math.min(SHEET.width, abilities.maxWidth ?? SHEET.width),
    height: Math.min(SHEET.height, abilities.maxHeight ?? SHEET.height),
  };
}

function resolutionFor(resolutions: Resolutions): number | null {
  if (resolutions.kind === 'range') {
    const { least, most } = resolutions;
    return least <= most ? Math.min(Math.max(WANTED_DOTS_PER_INCH, least), most) : null;
  }
  const byNearness = resolutions.dotsPerInch.toSorted(
    (one, other) => Math.abs(one - WANTED_DOTS_PER_INCH) - Math.abs(other - WANTED_DOTS_PER_INCH),
  );
  return byNearness.find((each) => each >= LEAST_DOTS_PER_INCH) ?? byNearness[0] ?? null;
}

/** Nothing in it but names from the lists above, and numbers. The order is the schema's. */
export function settingsXml(version: string, settings: ScanSettings): string {
  const { source, colourMode, format, dotsPerInch, width, height } = settings;
  return `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm" xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03">
  <pwg:Version>${version}</pwg:Version>
  <pwg:ScanRegions>
    <pwg:ScanRegion>
      <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
      <pwg:XOffset>0</pwg:XOffset>
      <pwg:YOffset>0</pwg:YOffset>
      <pwg:Width>${width}</pwg:Width>
      <pwg:Height>${height}</pwg:Height>
    </pwg:ScanRegion>
  </pwg:ScanRegions>
  <pwg:InputSource>${source}</pwg:InputSource>
  <scan:ColorMode>${colourMode}</scan:ColorMode>
  <pwg:DocumentFormat>${format}</pwg:DocumentFormat>
  <scan:DocumentFormatExt>${format}</scan:DocumentFormatExt>
  <scan:XResolution>${dotsPerInch}</scan:XResolution>
  <scan:YResolution>${dotsPerInch}</scan:YResolution>${source === 'Feeder' ? '\n  <scan:Duplex>false</scan:Duplex>' : ''}
</scan:ScanSettings>
`;
}

/** What a scanner says of itself in eSCL: one with a glass and a feeder for single sides. */

export const RESOLUTIONS = [75, 150, 300, 600] as const;
export const COLOUR_MODES = ['Grayscale8', 'RGB24'] as const;
export const FORMATS = ['image/jpeg', 'application/pdf'] as const;

export type AdfState =
  | 'ScannerAdfEmpty'
  | 'ScannerAdfLoaded'
  | 'ScannerAdfProcessing'
  | 'ScannerAdfJam'
  | 'ScannerAdfMispick'
  | 'ScannerAdfHatchOpen';

export interface Has {
  readonly glass: boolean;
  readonly feeder: boolean;
}

const NAMESPACES =
  'xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm" xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"';
const VERSION = '<pwg:Version>2.63</pwg:Version>';

const PROFILE = `<scan:SettingProfiles>
  <scan:SettingProfile>
    <scan:ColorModes>${COLOUR_MODES.map((mode) => `<scan:ColorMode>${mode}</scan:ColorMode>`).join('')}</scan:ColorModes>
    <scan:DocumentFormats>
      ${FORMATS.map((format) => `<pwg:DocumentFormat>${format}</pwg:DocumentFormat><scan:DocumentFormatExt>${format}</scan:DocumentFormatExt>`).join('')}
    </scan:DocumentFormats>
    <scan:SupportedResolutions>
      <scan:DiscreteResolutions>
        ${RESOLUTIONS.map((each) => `<scan:DiscreteResolution><scan:XResolution>${each}</scan:XResolution><scan:YResolution>${each}</scan:YResolution></scan:DiscreteResolution>`).join('')}
      </scan:DiscreteResolutions>
    </scan:SupportedResolutions>
  </scan:SettingProfile>
</scan:SettingProfiles>`;

/** In 1/300 inch: a little more than A4. */
const AREA = `<scan:MinWidth>300</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>
<scan:MinHeight>300</scan:MinHeight><scan:MaxHeight>3508</scan:MaxHeight><scan:MaxScanRegions>1</scan:MaxScanRegions>`;

export function capabilities({ glass, feeder }: Has): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerCapabilities ${NAMESPACES}>
${VERSION}
<pwg:MakeAndModel>Sandbox Scanner</pwg:MakeAndModel>
<pwg:SerialNumber>SANDBOX-1</pwg:SerialNumber>
<scan:UUID>6f1ed002-0000-4000-8000-000000000001</scan:UUID>
${glass ? `<scan:Platen><scan:PlatenInputCaps>${AREA}${PROFILE}</scan:PlatenInputCaps></scan:Platen>` : ''}
${feeder ? `<scan:Adf><scan:AdfSimplexInputCaps>${AREA}${PROFILE}</scan:AdfSimplexInputCaps><scan:FeederCapacity>50</scan:FeederCapacity><scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption></scan:AdfOptions></scan:Adf>` : ''}
</scan:ScannerCapabilities>
`;
}

export function status(state: 'Idle' | 'Processing' | 'Stopped', adf: AdfState | null): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerStatus ${NAMESPACES}>
${VERSION}
<pwg:State>${state}</pwg:State>
${adf === null ? '' : `<scan:AdfState>${adf}</scan:AdfState>`}
</scan:ScannerStatus>
`;
}

/** What a job asks for. Null for what this scanner cannot do. */
export interface JobSettings {
  readonly source: 'Platen' | 'Feeder';
  readonly colourMode: (typeof COLOUR_MODES)[number];
  readonly format: (typeof FORMATS)[number];
  readonly dotsPerInch: number;
}

export function jobSettings(xml: string): JobSettings | null {
  const value = (name: string) => new RegExp(`<(?:\\w+:)?${name}>([^<]+)</(?:\\w+:)?${name}>`).exec(xml)?.[1];
  const source = value('InputSource');
  const colourMode = COLOUR_MODES.find((mode) => mode === value('ColorMode'));
  const format = FORMATS.find((each) => each === (value('DocumentFormatExt') ?? value('DocumentFormat')));
  const dotsPerInch = RESOLUTIONS.find((each) => String(each) === value('XResolution'));
  const isSheet = Number(value('Width') ?? 0) <= 2_550 && Number(value('Height') ?? 0) <= 3_508;
  if (!/<(?:\w+:)?ScanSettings[\s>]/.test(xml) || (source !== 'Platen' && source !== 'Feeder')) return null;
  if (!colourMode || !format || !dotsPerInch || !isSheet) return null;
  return value('YResolution') === String(dotsPerInch) ? { source, colourMode, format, dotsPerInch } : null;
}

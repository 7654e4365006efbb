/** What a scanner says it can do, as far as a kiosk asks for it. */
import { elementsAt, numberAt, readXml, textAt, type XmlElement } from './xml.ts';

export interface EsclCapabilities {
  /** Of the protocol. */
  readonly version: string;
  readonly model: string | null;
  readonly platen: SourceAbilities | null;
  /** One side of each sheet. */
  readonly feeder: SourceAbilities | null;
}

export interface SourceAbilities {
  readonly colourModes: readonly string[];
  /** Media types. */
  readonly formats: readonly string[];
  readonly resolutions: Resolutions;
  /** The largest sheet, in 1/300 inch; null where it is not said. */
  readonly maxWidth: number | null;
  readonly maxHeight: number | null;
}

export type Resolutions =
  | { readonly kind: 'some'; readonly dotsPerInch: readonly number[] }
  | { readonly kind: 'range'; readonly least: number; readonly most: number };

/** Of eSCL that every device of any age understands. */
const OLDEST_VERSION = '2.0';

/** Null for what is not the capabilities of a scanner that a kiosk can use. */
export function readCapabilities(bytes: Uint8Array): EsclCapabilities | null {
  const root = readXml(bytes, 'ScannerCapabilities');
  if (!root) return null;
  const version = textAt(root, 'Version') ?? '';
  const platen = abilitiesIn(elementsAt(root, 'Platen', 'PlatenInputCaps')[0]);
  const feeder = abilitiesIn(
    elementsAt(root, 'Adf', 'AdfSimplexInputCaps')[0] ?? elementsAt(root, 'Adf', 'AdfDuplexInputCaps')[0],
  );
  if (!platen && !feeder) return null;
  return {
    version: /^\d\.\d{1,3}$/.test(version) ? version : OLDEST_VERSION,
    model: textAt(root, 'MakeAndModel'),
    platen,
    feeder,
  };
}

function abilitiesIn(input: XmlElement | undefined): SourceAbilities | null {
  if (!input) return null;
  const profiles = elementsAt(input, 'SettingProfiles', 'SettingProfile');
  const texts = (...path: string[]) =>
    profiles.flatMap((profile) => elementsAt(profile, ...path)).map(({ text }) => text);
  const resolutions = resolutionsIn(profiles);
  if (!resolutions) return null;
  return {
    colourModes: texts('ColorModes', 'ColorMode'),
    formats: [
      ...texts('DocumentFormats', 'DocumentFormat'),
      ...texts('DocumentFormats', 'DocumentFormatExt'),
    ],
    resolutions,
    maxWidth: numberAt(input, 'MaxWidth'),
    maxHeight: numberAt(input, 'MaxHeight'),
  };
}

function resolutionsIn(profiles: readonly XmlElement[]): Resolutions | null {
  const supported = profiles.flatMap((profile) => elementsAt(profile, 'SupportedResolutions'));
  const dotsPerInch = supported
    .flatMap((each) => elementsAt(each, 'DiscreteResolutions', 'DiscreteResolution'))
    // What differs across and along would come out stretched.
    .filter((each) => numberAt(each, 'XResolution') === numberAt(each, 'YResolution'))
    .map((each) => numberAt(each, 'XResolution') ?? 0)
    .filter((each) => each > 0);
  if (dotsPerInch.length > 0) return { kind: 'some', dotsPerInch };
  const [range] = supported.flatMap((each) => elementsAt(each, 'ResolutionRange', 'XResolutionRange'));
  const least = range && numberAt(range, 'Min');
  const most = range && numberAt(range, 'Max');
  return least && most ? { kind: 'range', least, most } : null;
}

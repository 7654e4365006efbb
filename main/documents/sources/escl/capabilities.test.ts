import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCapabilities, type SourceAbilities } from './capabilities.ts';
import { chooseSettings, settingsXml } from './scan-settings.ts';
import { readStatus } from './status.ts';

const A4: SourceAbilities = {
  colourModes: ['Grayscale8', 'RGB24'],
  formats: ['application/pdf', 'image/jpeg'],
  resolutions: { kind: 'some', dotsPerInch: [75, 200, 300, 600] },
  maxWidth: 2_550,
  maxHeight: 4_200,
};

test('a multifunction device with a range of resolutions, and names of another schema', () => {
  const found = readCapabilities(
    Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<!-- as some devices do -->
<ScannerCapabilities xmlns="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:p="http://www.pwg.org/schemas/2010/12/sm">
  <p:Version>2.1</p:Version><p:MakeAndModel>ACME &amp; Sons 9000</p:MakeAndModel>
  <Adf><AdfDuplexInputCaps><MaxWidth>2550</MaxWidth><MaxHeight>4200</MaxHeight><SettingProfiles><SettingProfile>
    <ColorModes><ColorMode>BlackAndWhite1</ColorMode><ColorMode>RGB24</ColorMode></ColorModes>
    <DocumentFormats><p:DocumentFormat>application/pdf</p:DocumentFormat></DocumentFormats>
    <SupportedResolutions><ResolutionRange>
      <XResolutionRange><Min>75</Min><Max>1200</Max><Normal>300</Normal><Step>1</Step></XResolutionRange>
    </ResolutionRange></SupportedResolutions>
  </SettingProfile></SettingProfiles></AdfDuplexInputCaps></Adf>
</ScannerCapabilities>`),
  );

  expect(found).toEqual({
    version: '2.1',
    model: 'ACME & Sons 9000',
    platen: null,
    feeder: {
      colourModes: ['BlackAndWhite1', 'RGB24'],
      formats: ['application/pdf'],
      resolutions: { kind: 'range', least: 75, most: 1_200 },
      maxWidth: 2_550,
      maxHeight: 4_200,
    },
  });
  expect(found?.feeder && chooseSettings('Feeder', found.feeder)).toMatchObject({
    format: 'application/pdf',
    colourMode: 'RGB24',
    dotsPerInch: 300,
  });
});

test.each<[string, Partial<SourceAbilities>, object | null]>([
  [
    'all it wants',
    {},
    { colourMode: 'RGB24', format: 'image/jpeg', dotsPerInch: 300, width: 2_480, height: 3_508 },
  ],
  ['no colours', { colourModes: ['Grayscale8'] }, { colourMode: 'Grayscale8' }],
  [
    'coarse or very fine',
    { resolutions: { kind: 'some', dotsPerInch: [100, 1_200] } },
    { dotsPerInch: 1_200 },
  ],
  ['nothing but coarse', { resolutions: { kind: 'some', dotsPerInch: [75, 100] } }, { dotsPerInch: 100 }],
  ['a range below', { resolutions: { kind: 'range', least: 50, most: 200 } }, { dotsPerInch: 200 }],
  ['a range the wrong way round', { resolutions: { kind: 'range', least: 600, most: 75 } }, null],
  ['a small glass', { maxWidth: 1_800, maxHeight: 2_500 }, { width: 1_800, height: 2_500 }],
  ['a glass that it does not measure', { maxWidth: null, maxHeight: null }, { width: 2_480, height: 3_508 }],
  ['formats that nobody knows', { formats: ['image/x-raw'] }, null],
  ['colours that nobody knows', { colourModes: ['Infrared'] }, null],
])('from a device that has %s', (_, abilities, expected) => {
  const chosen = chooseSettings('Platen', { ...A4, ...abilities });

  if (expected) expect(chosen).toMatchObject(expected);
  else expect(chosen).toBeNull();
});

test('what a device calls itself and its version never reach what it is asked', () => {
  const hostile = readCapabilities(
    Buffer.from(`<a:ScannerCapabilities><b:Version>2.0&lt;/pwg:Version&gt;</b:Version><c:Platen><c:PlatenInputCaps>
<c:SettingProfiles><c:SettingProfile><c:ColorModes><c:ColorMode>RGB24</c:ColorMode><c:ColorMode>&lt;x/&gt;</c:ColorMode></c:ColorModes>
<c:DocumentFormats><c:DocumentFormat>image/jpeg</c:DocumentFormat></c:DocumentFormats>
<c:SupportedResolutions><c:DiscreteResolutions><c:DiscreteResolution><c:XResolution>300</c:XResolution><c:YResolution>300</c:YResolution></c:DiscreteResolution></c:DiscreteResolutions></c:SupportedResolutions>
</c:SettingProfile></c:SettingProfiles></c:PlatenInputCaps></c:Platen></a:ScannerCapabilities>`),
  );
  const settings = hostile?.platen && chooseSettings('Platen', hostile.platen);

  expect(hostile?.version).toBe('2.0');
  expect(settings && settingsXml(hostile.version, settings)).toContain('<pwg:Version>2.0</pwg:Version>');
  expect(settings && settingsXml(hostile.version, settings)).not.toContain('<x/>');
});

test('whatever it says, it is read or refused', () => {
  const element = fc.constantFrom(
    'ScannerCapabilities',
    'ScannerStatus',
    'State',
    'AdfState',
    'Platen',
    '!DOCTYPE',
    '',
  );
  const bit = fc.oneof(
    element.map((name) => `<scan:${name}>`),
    element.map((name) => `</scan:${name}>`),
    element.map((name) => `<${name} a="&lt;">`),
    fc.constantFrom(
      '&amp;',
      '&x;',
      '&#0;',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      'constructor',
      '__proto__',
      '<?xml?>',
    ),
    fc.string(),
  );

  fc.assert(
    fc.property(fc.array(bit, { maxLength: 30 }), (bits) => {
      const bytes = Buffer.from(bits.join(''));
      readCapabilities(bytes);
      readStatus(bytes);
    }),
    { numRuns: 2_000 },
  );
});

import { createRequire } from 'node:module';

export type FontName =
  | 'latin-regular'
  | 'latin-strong'
  | 'latin-fixed'
  | 'arabic-regular'
  | 'arabic-strong'
  | 'other-regular'
  | 'other-strong';

export type FontFiles = Readonly<Record<FontName, string>>;

const packagedAs: FontFiles = {
  'latin-regular': 'atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  'latin-strong': 'atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  'latin-fixed': 'atkinson-hyperlegible-mono/400Regular/AtkinsonHyperlegibleMono_400Regular.ttf',
  'arabic-regular': 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'arabic-strong': 'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  'other-regular': 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'other-strong': 'noto-sans/700Bold/NotoSans_700Bold.ttf',
};

/** Where the fonts lie: beside the bundle once there is one, in their packages when run from source. */
export async function fontFiles(): Promise<FontFiles> {
  if (!import.meta.url.endsWith('.ts')) return (await import('./bundled-font-files.ts')).bundledFontFiles;
  const { resolve } = createRequire(import.meta.url);
  const found = Object.entries(packagedAs).map(([name, path]) => [
    name,
    resolve(`@expo-google-fonts/${path}`),
  ]);
  return Object.fromEntries(found) as FontFiles;
}

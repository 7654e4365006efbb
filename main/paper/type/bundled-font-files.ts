/// <reference types="electron-vite/node" />
// Only the bundler understands these: it copies each file beside the bundle and answers its path.
import latinFixed from '@expo-google-fonts/atkinson-hyperlegible-mono/400Regular/AtkinsonHyperlegibleMono_400Regular.ttf?asset';
import latinRegular from '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf?asset';
import latinStrong from '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf?asset';
import otherRegular from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?asset';
import otherStrong from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?asset';
import arabicRegular from '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf?asset';
import arabicStrong from '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf?asset';
import type { FontFiles } from './font-files.ts';

export const bundledFontFiles: FontFiles = {
  'latin-regular': latinRegular,
  'latin-strong': latinStrong,
  'latin-fixed': latinFixed,
  'arabic-regular': arabicRegular,
  'arabic-strong': arabicStrong,
  'other-regular': otherRegular,
  'other-strong': otherStrong,
};

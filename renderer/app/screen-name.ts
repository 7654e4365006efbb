import { createContext } from 'react';
import type { ScreenName } from '../../preload/screen-names.ts';

/** Which screen this is, where a screen does not say so itself: that of the service whose step it is. */
export const ScreenNameContext = createContext<ScreenName>('general');

import { expect, test } from 'vitest';
import signedOut from './sign-in/signed-out-screens.tsx?raw';
import tenant from './tenant/tenant-screens.tsx?raw';

/** What is shown first, and menus, which are small. */
const THERE_AT_ONCE = ['Home', 'MenuScreen'];

test.each([
  ['signed in', tenant],
  ['signed out', signedOut],
])('whoever is %s brings the screen of no service before they open it', (_who, code) => {
  const screens = [...code.matchAll(/^import \{ ([A-Z]\w+) \} from '\.\.\/[a-z][^']*\.tsx';$/gm)];

  expect(screens.map(([, name]) => name).filter((name) => !THERE_AT_ONCE.includes(name ?? ''))).toEqual([]);
});

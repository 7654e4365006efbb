import { expect, test } from 'vitest';
import { escaped } from './text-only-html.ts';

test('a key cap is text, whatever it looks like', () => {
  expect(escaped('<img src=x onerror=alert(1)> & "é"')).toBe('&lt;img src=x onerror=alert(1)&gt; &amp; "é"');
});

import { expect, test } from 'vitest';
import { publishedSchema } from './published-schema.ts';

// `vitest run main/config -u` writes the file anew after the schema has changed.
test('the schema beside the configuration files is the one that the kiosk obeys', async () => {
  const published = `${JSON.stringify(publishedSchema(), null, 2)}\n`;

  await expect(published).toMatchFileSnapshot('../../kiosk-config/kiosk-config.schema.json');
});

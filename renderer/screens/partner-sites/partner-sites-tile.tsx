import { Globe } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '../../app/surroundings.ts';
import { Tile } from '../../components/tile/tile.tsx';
import { usePartnerSites } from './use-partner.ts';

/** The way to the partner sites, signed in or not; nothing where the kiosk has none. */
export function PartnerSitesTile({ onPress }: { onPress(): void }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const sites = usePartnerSites() ?? [];
  if (sites.length === 0) return null;
  const names = sites.map(({ name }) => name[locale]).join(', ');
  return <Tile icon={Globe} word={t('home.partner')} text={names} onPress={onPress} />;
}

/** The ways to what everybody may know, signed in or not. */
import { BookOpen, MapPinned, Megaphone, Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Tile } from '../../components/tile/tile.tsx';

interface Door {
  onPress(): void;
}

export function UsefulNumbersTile({ onPress }: Door) {
  const { t } = useTranslation();
  return (
    <Tile
      icon={Phone}
      word={t('information.numbersTile')}
      text={t('information.numbersTileText')}
      onPress={onPress}
    />
  );
}

export function AgenciesTile({ onPress }: Door) {
  const { t } = useTranslation();
  return (
    <Tile
      icon={MapPinned}
      word={t('information.agenciesTile')}
      text={t('information.agenciesTileText')}
      onPress={onPress}
    />
  );
}

export function GoodToKnowTile({ onPress }: Door) {
  const { t } = useTranslation();
  return (
    <Tile
      icon={BookOpen}
      word={t('information.textsTile')}
      text={t('information.textsTileText')}
      onPress={onPress}
    />
  );
}

export function AlertsTile({ onPress }: Door) {
  const { t } = useTranslation();
  return <Tile icon={Megaphone} word={t('alerts.title')} text={t('alerts.lead')} onPress={onPress} />;
}

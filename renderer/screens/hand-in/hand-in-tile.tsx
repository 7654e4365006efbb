import { FileUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTakesDocuments } from '../../components/add-document/use-document-ways.ts';
import { Tile } from '../../components/tile/tile.tsx';

/** The way to hand a document in; nothing where none can come in. */
export function HandInTile({ onPress }: { onPress(): void }) {
  const { t } = useTranslation();
  const isTaken = useTakesDocuments();
  if (!isTaken) return null;
  return <Tile icon={FileUp} word={t('documents.tile')} text={t('documents.tileText')} onPress={onPress} />;
}

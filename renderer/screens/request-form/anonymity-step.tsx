/** Whoever complains about people is told first who learns of it. */
import { EyeOff, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Tile } from '../../components/tile/tile.tsx';

export function AnonymityStep({
  onChoose,
  onBack,
}: {
  onChoose(isAnonymous: boolean): void;
  onBack(): void;
}) {
  const { t } = useTranslation();
  return (
    <Frame title={t('requests.anonymity.title')} lead={t('requests.anonymity.lead')} onBack={onBack}>
      <div className="request-form">
        <Notice kind="information">{t('requests.anonymity.whoKnows')}</Notice>
        <Tile
          icon={EyeOff}
          word={t('requests.anonymity.anonymous')}
          text={t('requests.anonymity.anonymousText')}
          onPress={() => onChoose(true)}
        />
        <Tile
          icon={UserRound}
          word={t('requests.anonymity.named')}
          text={t('requests.anonymity.namedText')}
          onPress={() => onChoose(false)}
        />
      </div>
    </Frame>
  );
}

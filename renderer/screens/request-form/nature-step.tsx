/** What it is about. What cannot wait stands before everything else. */
import '../../components/tile/tiles.css';
import { Siren } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestNature } from '../../../preload/request-contract.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { NATURE_ICONS } from './pictures.ts';

export interface NatureStepProps {
  natures: readonly RequestNature[];
  /** Which lease it is about, where there are several. */
  lease: ReactNode;
  onChoose(nature: RequestNature): void;
  onUrgent(): void;
  onBack(): void;
}

export function NatureStep({ natures, lease, onChoose, onUrgent, onBack }: NatureStepProps) {
  const { t } = useTranslation();
  return (
    <Frame title={t('requests.form.title')} lead={t('requests.form.nature')} onBack={onBack}>
      <div className="request-form">
        {lease}
        <section className="tiles tiles--low" aria-label={t('requests.form.nature')}>
          <Tile
            icon={Siren}
            word={t('requests.urgent.tile')}
            text={t('requests.urgent.tileText')}
            onPress={onUrgent}
          />
          {natures.map((nature) => (
            <Tile
              key={nature}
              icon={NATURE_ICONS[nature]}
              word={t(`requests.natures.${nature}`)}
              text={t(`requests.natureTexts.${nature}`)}
              onPress={() => onChoose(nature)}
            />
          ))}
        </section>
      </div>
    </Frame>
  );
}

/** To be finished at home: until when, how, and on paper. */
import '../../components/tile/tiles.css';
import './joining.css';
import { Hourglass, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { instantInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Tile } from '../../components/tile/tile.tsx';

export interface LaterStepProps {
  validUntil: string;
  onPrint(): void;
  onWait(): void;
}

export function LaterStep({ validUntil, onPrint, onWait }: LaterStepProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  return (
    <Frame
      title={t('joining.later.title')}
      lead={t('joining.later.lead', { until: instantInText(validUntil, locale) })}
      onBack={onWait}
    >
      <div className="joining">
        <p>{t('joining.later.text')}</p>
        <div className="tiles">
          <Tile
            icon={Printer}
            word={t('joining.later.print')}
            text={t('joining.later.printText')}
            onPress={onPrint}
          />
          <Tile
            icon={Hourglass}
            word={t('joining.later.backToWait')}
            text={t('joining.later.backToWaitText')}
            onPress={onWait}
          />
        </div>
      </div>
    </Frame>
  );
}

/** What an account takes, before one begins; and what there is for those who have no e-mail. */
import '../../styles/card.css';
import './joining.css';
import { ArrowRight, AtSign, Mail, ReceiptText, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';

export interface StartStepProps {
  onBegin(): void;
  onNoEmail(): void;
  onBack(): void;
}

export function StartStep({ onBegin, onNoEmail, onBack }: StartStepProps) {
  const { t } = useTranslation();
  return (
    <Frame
      title={t('joining.start.title')}
      lead={t('joining.start.lead')}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={ArrowRight} onPress={onBegin}>
          {t('joining.start.go')}
        </Button>
      }
    >
      <div className="joining">
        <section className="card" aria-labelledby="needs">
          <h2 id="needs">{t('joining.start.needs')}</h2>
          <ul className="joining__list">
            <li>
              <ReceiptText className="joining__list-icon" aria-hidden />
              {t('joining.start.needNotice')}
            </li>
            <li>
              <Mail className="joining__list-icon" aria-hidden />
              {t('joining.start.needEmail')}
            </li>
            <li>
              <Smartphone className="joining__list-icon" aria-hidden />
              {t('joining.start.needPhone')}
            </li>
          </ul>
        </section>
        <Button icon={AtSign} onPress={onNoEmail}>
          {t('joining.start.noEmail')}
        </Button>
      </div>
    </Frame>
  );
}

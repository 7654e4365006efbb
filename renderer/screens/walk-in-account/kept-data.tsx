/** What becomes of the person's data, before anything is kept, and how they will sign in without an e-mail address. */
import '../../styles/card.css';
import '../joining/joining.css';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';

const SENTENCES = ['why', 'howLong', 'rights', 'kiosk'] as const;

export function KeptData({ onAccept, onBack }: { onAccept(): void; onBack(): void }) {
  const { t } = useTranslation();
  return (
    <Frame
      title={t('joining.consent.title')}
      lead={t('joining.consent.lead')}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={Check} onPress={onAccept}>
          {t('joining.consent.accept')}
        </Button>
      }
    >
      <div className="joining">
        <section className="card">
          <p>{t('walkIn.who')}</p>
          {SENTENCES.map((name) => (
            <p key={name}>{t(`joining.consent.${name}`)}</p>
          ))}
        </section>
        <p>
          <strong>{t('walkIn.signInWith')}</strong>
        </p>
      </div>
    </Frame>
  );
}

/** What people without an e-mail address can do all the same: here, and with staff. */
import '../../styles/card.css';
import './joining.css';
import {
  AtSign,
  CreditCard,
  FileText,
  Info,
  LayoutGrid,
  type LucideIcon,
  MessageSquareText,
  Phone,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { unbroken } from '../../app/formats.ts';
import { useHere } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';

export interface NoEmailStepProps {
  onWithout(): void;
  onBack(): void;
}

export function NoEmailStep({ onWithout, onBack }: NoEmailStepProps) {
  const { t } = useTranslation();
  const { agency } = useHere();
  return (
    <Frame
      title={t('joining.noEmail.title')}
      lead={t('joining.noEmail.lead')}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={LayoutGrid} onPress={onWithout}>
          {t('joining.noEmail.without')}
        </Button>
      }
    >
      <div className="joining">
        <section className="card" aria-labelledby="staff">
          <h2 id="staff">{t('joining.noEmail.staff')}</h2>
          <ul className="joining__list">
            <Way icon={FileText} text={t('joining.noEmail.staffStatement')} />
            <Way icon={MessageSquareText} text={t('joining.noEmail.staffRequest')} />
            <Way icon={AtSign} text={t('joining.noEmail.staffEmail')} />
            {agency.phone && (
              <Way icon={Phone} text={t('joining.noEmail.phone', { phone: unbroken(agency.phone) })} />
            )}
          </ul>
        </section>
        <section className="card" aria-labelledby="here">
          <h2 id="here">{t('joining.noEmail.here')}</h2>
          <ul className="joining__list">
            <Way icon={CreditCard} text={t('joining.noEmail.herePay')} />
            <Way icon={Info} text={t('joining.noEmail.hereInfo')} />
          </ul>
        </section>
      </div>
    </Frame>
  );
}

function Way({ icon: Icon, text }: { icon: LucideIcon; text: string }) {
  return (
    <li>
      <Icon className="joining__list-icon" aria-hidden />
      {text}
    </li>
  );
}

/** Whom to call, before anything is written: a request is not read at night. */
import './request-form.css';
import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { unbroken } from '../../app/formats.ts';
import { useHere } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { type Emergency, type Helper, NUMBERS, WHOM_TO_CALL } from './emergencies.ts';

export interface UrgentStepProps {
  emergencies: readonly Emergency[];
  onGoOn(): void;
  onBack(): void;
}

export function UrgentStep({ emergencies, onGoOn, onBack }: UrgentStepProps) {
  const { t } = useTranslation();
  return (
    <Frame
      title={t('requests.urgent.title')}
      lead={t('requests.urgent.lead')}
      onBack={onBack}
      mainAction={
        <Button look="main" icon={PenLine} onPress={onGoOn}>
          {t('requests.urgent.goOn')}
        </Button>
      }
    >
      <ul className="emergencies">
        {emergencies.map((emergency) => (
          <EmergencyCard key={emergency} emergency={emergency} />
        ))}
      </ul>
    </Frame>
  );
}

function EmergencyCard({ emergency }: { emergency: Emergency }) {
  const { t } = useTranslation();
  const { agency } = useHere();
  const { icon: Icon, helpers } = WHOM_TO_CALL[emergency];
  const numberOf = (helper: Helper) => (helper === 'landlord' ? agency.phone : NUMBERS[helper]);
  return (
    <li className="emergency">
      <Icon className="emergency__icon" aria-hidden />
      <div className="emergency__words">
        <h2>{t(`requests.urgent.cases.${emergency}.word`)}</h2>
        <p className="emergency__numbers">
          {helpers
            .filter((helper) => numberOf(helper) !== '')
            .map((helper) => (
              <span key={helper}>
                <span className="emergency__whose">{t(`requests.urgent.whom.${helper}`)} </span>
                {unbroken(numberOf(helper))}
              </span>
            ))}
        </p>
        <p>{t(`requests.urgent.cases.${emergency}.text`)}</p>
      </div>
    </li>
  );
}

/** The two days that stand on an insurance certificate, one question each. */
import { useTranslation } from 'react-i18next';
import {
  doubtAbout,
  faultOf,
  faultOfStart,
  faultOnAnyDay,
  type InsuranceFault,
  type InsuredPeriod,
} from '../../../preload/insurance-dates.ts';
import { dayInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { DateStep } from '../../components/date-fields/date-step.tsx';
import type { WrittenDate } from '../../components/date-fields/written-date.ts';

/**
 * Which day it is, and who says so. The kiosk's own clock may be wrong: what is wrong by it is doubtful, and nothing
 * more.
 */
export interface Today {
  day: string;
  by: 'landlord' | 'kiosk';
}

export interface InsuredDateProps {
  today: Today;
  /** Kept by whoever keeps this screen: nothing that was typed is lost by a look at another one. */
  written: WrittenDate;
  onWrite(written: WrittenDate): void;
  onDay(day: string): void;
  onBack(): void;
}

export function FromStep({ today, written, onWrite, onDay, onBack }: InsuredDateProps) {
  const { t } = useTranslation();
  const found = (from: string): string | null => {
    const fault = faultOfStart(from, today.day);
    return fault && t(`insurance.faults.${fault}`);
  };
  return (
    <DateStep
      title={t('insurance.from.title')}
      lead={t('insurance.from.lead')}
      label={t('insurance.from.label')}
      hint={t('insurance.dateHint')}
      written={written}
      onWrite={onWrite}
      {...(today.by === 'landlord' ? { objectionTo: found } : { doubtAbout: found })}
      onDay={onDay}
      onBack={onBack}
    />
  );
}

export interface ToStepProps extends InsuredDateProps {
  /** When it begins. */
  from: string;
  /** What was sent before and not refused, as far as it can be known. */
  known: readonly InsuredPeriod[];
}

export function ToStep({ today, from, known, written, onWrite, onDay, onBack }: ToStepProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const fromInText = dayInText(from, locale);
  const said = (fault: InsuranceFault) => t(`insurance.faults.${fault}`, { from: fromInText });
  return (
    <DateStep
      title={t('insurance.to.title')}
      lead={t('insurance.to.lead', { from: fromInText })}
      label={t('insurance.to.label')}
      hint={t('insurance.dateHint')}
      written={written}
      onWrite={onWrite}
      objectionTo={(to) => {
        const period = { from, to };
        const fault = today.by === 'landlord' ? faultOf(period, today.day) : faultOnAnyDay(period);
        return fault && said(fault);
      }}
      doubtAbout={(to) => {
        const fault = faultOf({ from, to }, today.day);
        if (fault) return said(fault);
        const doubt = doubtAbout({ from, to }, known);
        return doubt && t(`insurance.doubts.${doubt}`);
      }}
      onDay={onDay}
      onBack={onBack}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { ask } from '../../app/kiosk.ts';
import { CodeStep, type Judged } from './code-step.tsx';
import type { Draft } from './draft.ts';

export interface BankCodeStepProps {
  draft: Draft;
  onAmend(change: Partial<Draft>): void;
  onBack(): void;
}

export function IbanStep(props: BankCodeStepProps & { onRight(needsBic: boolean): void }) {
  const { t } = useTranslation();
  const { draft, onAmend, onBack, onRight } = props;

  const judge = async (): Promise<Judged> => {
    const answer = await ask('directDebit.checkIban', { iban: draft.iban });
    if (!answer.ok) return { name: 'failed', error: answer.error };
    if (answer.value.verdict === 'right') {
      onRight(answer.value.needsBic);
      return { name: 'right' };
    }
    const { fault, expectedLength } = answer.value;
    const length = draft.iban.replaceAll(' ', '').length;
    return {
      name: 'wrong',
      why: t(`directDebit.ibanFaults.${fault}`, { expected: expectedLength ?? 0, typed: length }),
    };
  };

  return (
    <CodeStep
      key="iban"
      title={t('directDebit.iban.title')}
      lead={t('directDebit.iban.lead')}
      label={t('directDebit.iban.label')}
      hint={t('directDebit.iban.hint')}
      value={draft.iban}
      onChange={(iban) => onAmend({ iban })}
      judge={judge}
      onBack={onBack}
    />
  );
}

export function BicStep({ draft, onAmend, onBack, onRight }: BankCodeStepProps & { onRight(): void }) {
  const { t } = useTranslation();

  const judge = async (): Promise<Judged> => {
    const answer = await ask('directDebit.checkBic', { iban: draft.iban, bic: draft.bic });
    if (!answer.ok) return { name: 'failed', error: answer.error };
    if (answer.value.verdict === 'wrong') {
      return { name: 'wrong', why: t(`directDebit.bicFaults.${answer.value.fault}`) };
    }
    onRight();
    return { name: 'right' };
  };

  return (
    <CodeStep
      key="bic"
      title={t('directDebit.bic.title')}
      lead={t('directDebit.bic.lead')}
      label={t('directDebit.bic.label')}
      hint={t('directDebit.bic.hint')}
      value={draft.bic}
      onChange={(bic) => onAmend({ bic })}
      judge={judge}
      onBack={onBack}
    />
  );
}

/** On the home screen: an insurance that runs out, has run out, or was never sent. */
import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract.ts';
import { dayInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import type { ToRemindOf } from './first-to-remind-of.ts';

export interface InsuranceReminderProps {
  of: ToRemindOf;
  /** Whether it has to be said which lease it is. */
  isOneOfSeveral: boolean;
  onOpen(account: Account): void;
}

export function InsuranceReminder({ of, isOneOfSeveral, onOpen }: InsuranceReminderProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { account, insurance, standing } = of;
  const day = insurance.coveredUntil === null ? '' : dayInText(insurance.coveredUntil, locale);
  return (
    <Notice
      kind="information"
      actions={
        <Button icon={ShieldAlert} onPress={() => onOpen(account)}>
          {t('insurance.reminder.go')}
        </Button>
      }
    >
      {t(`insurance.reminder.${standing}`, { day })}
      {isOneOfSeveral && ` ${t('insurance.reminder.lease', { number: account.leaseNumber })}`}
    </Notice>
  );
}

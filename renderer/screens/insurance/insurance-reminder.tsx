/** On the home screen: an insurance that runs out, has run out, or was never sent. Nothing where all is well. */
import { ShieldAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../preload/contract.ts';
import type { Insurance } from '../../../preload/insurance-contract.ts';
import { dayInText } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../../components/button/button.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { standingOf } from './standing.ts';

/** Nobody rents more dwellings; whoever has a hundred garages is not kept waiting for them. */
const ACCOUNTS_LOOKED_AT = 4;

export interface InsuranceReminderProps {
  accounts: readonly Account[];
  onOpen(account: Account): void;
}

export function InsuranceReminder({ accounts, onOpen }: InsuranceReminderProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const found = useFirstToRemindOf(accounts);
  if (!found) return null;
  const { account, insurance } = found;
  const standing = standingOf(insurance);
  if (standing === 'insured' || standing === 'notRequired') return null;
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
      {accounts.length > 1 && ` ${t('insurance.reminder.lease', { number: account.leaseNumber })}`}
    </Notice>
  );
}

interface Found {
  account: Account;
  insurance: Insurance;
}

/** What cannot be read is no reason to remind anybody. */
function useFirstToRemindOf(accounts: readonly Account[]): Found | null {
  const [found, setFound] = useState<Found | null>(null);

  useEffect(() => {
    let gone = false;
    void firstToRemindOf(accounts.slice(0, ACCOUNTS_LOOKED_AT)).then((first) => {
      if (!gone) setFound(first);
    });
    return () => {
      gone = true;
    };
  }, [accounts]);

  return found;
}

async function firstToRemindOf(accounts: readonly Account[]): Promise<Found | null> {
  for (const account of accounts) {
    const answer = await ask('insurance.read', { accountId: account.id });
    if (!answer.ok) return null;
    const standing = standingOf(answer.value);
    if (standing !== 'insured' && standing !== 'notRequired') return { account, insurance: answer.value };
  }
  return null;
}

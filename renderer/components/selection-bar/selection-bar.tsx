/** Which lease and which period: said in words, changed by a touch. */
import './selection-bar.css';
import { CalendarRange, Check, House, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { useTranslation } from 'react-i18next';
import type { Account, AccountPeriod } from '../../../preload/contract.ts';
import { dayInText } from '../../app/formats.ts';
import { periodKey, type Selection, selectionOf } from '../../app/selection.ts';
import { useAccess } from '../../app/surroundings.ts';
import { BalanceSentence } from '../balance/balance-sentence.tsx';
import { Dialog } from '../dialog/dialog.tsx';

export interface SelectionBarProps {
  accounts: readonly Account[];
  selection: Selection;
  onSelect(selection: Selection): void;
}

export function SelectionBar({ accounts, selection, onSelect }: SelectionBarProps) {
  const { t } = useTranslation();
  const { account, period } = selection;
  return (
    <div className="selection-bar">
      {accounts.length > 1 && (
        <Picker
          icon={House}
          name={t('account.lease')}
          value={<LeaseWords account={account} />}
          change={t('account.changeLease')}
          question={t('account.chooseLease')}
          options={accounts.map((each) => ({
            key: each.id,
            words: (
              <>
                <LeaseWords account={each} />
                <span>
                  <BalanceSentence balanceCents={each.balanceCents} />
                </span>
              </>
            ),
            chosen: each.id === account.id,
            choose: () => onSelect(selectionOf(each, period)),
          }))}
        />
      )}
      <Picker
        icon={CalendarRange}
        name={t('account.period')}
        value={<PeriodWords period={period} />}
        change={t('account.changePeriod')}
        question={t('account.choosePeriod')}
        options={account.periods.map((each) => ({
          key: periodKey(each),
          words: (
            <>
              <PeriodWords period={each} />
              {each.entryCount !== null && <span>{t('periods.entries', { count: each.entryCount })}</span>}
            </>
          ),
          chosen: periodKey(each) === periodKey(period),
          choose: () => onSelect({ account, period: each }),
        }))}
      />
    </div>
  );
}

interface PickerProps {
  icon: LucideIcon;
  name: string;
  value: ReactNode;
  change: string;
  question: string;
  options: readonly { key: string; words: ReactNode; chosen: boolean; choose(): void }[];
}

function Picker({ icon: Icon, name, value, change, question, options }: PickerProps) {
  return (
    <DialogTrigger>
      <AriaButton className="picker">
        <Icon className="picker__icon" aria-hidden />
        <span className="picker__words">
          <span className="picker__name">{name}</span>
          {value}
        </span>
        <span className="picker__change">{change}</span>
      </AriaButton>
      <Dialog title={question}>
        {(close) => (
          <div className="options">
            {options.map(({ key, words, chosen, choose }) => (
              <AriaButton
                key={key}
                className={`option ${chosen ? 'option--chosen' : ''}`}
                aria-current={chosen}
                onPress={() => {
                  choose();
                  close();
                }}
              >
                <span className="option__words">{words}</span>
                {chosen && <Check className="option__check" aria-hidden />}
              </AriaButton>
            ))}
          </div>
        )}
      </Dialog>
    </DialogTrigger>
  );
}

function LeaseWords({ account }: { account: Account }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="words__first">{t('balance.lease', { number: account.leaseNumber })}</span>
      <span>
        <bdi>{account.addressLines.join(', ')}</bdi>
      </span>
    </>
  );
}

function PeriodWords({ period }: { period: AccountPeriod }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const range = { from: dayInText(period.from, locale), to: dayInText(period.to, locale) };
  return (
    <>
      <span className="words__first">{t(`periods.${period.kind}`, { year: period.from.slice(0, 4) })}</span>
      {period.kind !== 'year' && <span>{t('periods.range', range)}</span>}
    </>
  );
}

/** Which lease and which period: said in words, changed by a touch. */
import './selection-bar.css';
import { CalendarRange } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccountPeriod } from '../../../preload/contract.ts';
import { dayInText } from '../../app/formats.ts';
import { periodKey } from '../../app/selection.ts';
import { useAccess } from '../../app/surroundings.ts';
import { LeasePicker, type LeasePickerProps } from './lease-picker.tsx';
import { Picker } from './picker.tsx';

export type SelectionBarProps = LeasePickerProps;

export function SelectionBar({ accounts, selection, onSelect }: SelectionBarProps) {
  const { t } = useTranslation();
  const { account, period } = selection;
  return (
    <div className="selection-bar">
      <LeasePicker accounts={accounts} selection={selection} onSelect={onSelect} />
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

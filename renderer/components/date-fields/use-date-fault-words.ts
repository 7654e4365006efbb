import { useTranslation } from 'react-i18next';
import type { DateFault } from './written-date.ts';

/** What to tell somebody whose date is none. */
export function useDateFaultWords(): (fault: DateFault) => string {
  const { t } = useTranslation();
  return (fault) =>
    fault.name === 'noSuchDay'
      ? t('dateFields.faults.noSuchDay', { count: fault.daysInMonth })
      : t(`dateFields.faults.${fault.name}`);
}

/** When an alert holds, in the person's words. */
import { useTranslation } from 'react-i18next';
import type { ResidenceAlert } from '../../../preload/information-contract.ts';
import { instantInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';

export function useAlertTimes(): (alert: ResidenceAlert, now: Date) => string {
  const { t } = useTranslation();
  const { locale } = useAccess();
  return ({ startsAt, endsAt }, now) => {
    const from = instantInText(startsAt, locale);
    const hasBegun = Date.parse(startsAt) <= now.getTime();
    if (endsAt === null) return t(hasBegun ? 'alerts.since' : 'alerts.from', { from });
    const to = instantInText(endsAt, locale);
    return hasBegun ? t('alerts.sinceUntil', { to }) : t('alerts.between', { from, to });
  };
}

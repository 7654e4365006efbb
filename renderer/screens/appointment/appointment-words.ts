import { useTranslation } from 'react-i18next';
import { weekdayInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';

/** `lundi 16 juillet à 9 h 30` */
export function useMomentWords(): (moment: { day: string; time: string }) => string {
  const { t } = useTranslation();
  const hour = useHourWords();
  const { locale } = useAccess();
  return ({ day, time }) => t('appointment.moment', { day: weekdayInText(day, locale), time: hour(time) });
}

/** `9 h 30`, `9:30` */
export function useHourWords(): (time: string) => string {
  const { t } = useTranslation();
  return (time) => {
    const [hours = '', minutes = ''] = time.split(':');
    return t('appointment.hour', { hours: Number(hours), minutes });
  };
}

import { useTranslation } from 'react-i18next';
import type { PrintJob } from '../../../preload/contract.ts';
import type { HealthFact, HealthFacts } from '../../../preload/health-contract.ts';
import { count, instantInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import { useWishName } from './wish-name.ts';

type Need = Extract<PrintJob['state'], { name: 'waiting' }>['need'];
type Paper = 'loaded' | 'low' | 'empty' | 'unknown';

/** What is not known is not told. */
export type KnownFact = NonNullable<HealthFacts[HealthFact]>;

/** @returns what a fact says, as it is read in the language of the screen */
export function useFactText(): (name: HealthFact, value: KnownFact) => string {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const wishName = useWishName();
  return (name, value) => {
    if (typeof value === 'boolean') return t(value ? 'technician.values.yes' : 'technician.values.no');
    if (typeof value === 'number') return count(value, locale);
    switch (name) {
      case 'need':
        return t(`technician.needs.${value as Need}`);
      case 'paper':
        return t(`technician.papers.${value as Paper}`);
      case 'lastTroubleAt':
      case 'salvagedAt':
      case 'keyReplacedAt':
        return instantInText(value, locale);
      case 'refusals':
        return value
          .split('; ')
          .map((refusal) => {
            const [times = '', kind = '', code = ''] = refusal.split(' ');
            return `${times} × ${wishName(kind)} (${code})`;
          })
          .join(', ');
      default:
        return value;
    }
  };
}

/** On home: that something happens where the person lives. One touch tells the rest. */
import './alerts.css';
import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { ResidenceAlert } from '../../../preload/information-contract.ts';
import { useAccess } from '../../app/surroundings.ts';
import { ALERT_ICONS } from './alert-icons.ts';
import { useAlertTimes } from './alert-words.ts';

export interface AlertBannerProps {
  /** The first to begin comes first. */
  alerts: readonly ResidenceAlert[];
  onOpen(): void;
}

/** Nothing where there is nothing to tell. */
export function AlertBanner({ alerts, onOpen }: AlertBannerProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const times = useAlertTimes();
  const [first, ...others] = alerts;
  if (!first) return null;
  const Icon = ALERT_ICONS[first.kind];
  return (
    <Button className="alert-banner" onPress={() => onOpen()}>
      <Icon className="alert-banner__icon" aria-hidden />
      <span className="alert-banner__words">
        <span className="only-heard">{t('alerts.label')}</span>
        <span className="alert-banner__title">
          {first.title[locale]} · <bdi>{first.residences.map(({ name }) => name).join(', ')}</bdi>
        </span>
        <span>
          {times(first, new Date())}
          {others.length > 0 && ` ${t('alerts.others', { count: others.length })}`}
        </span>
      </span>
      <ChevronRight className="alert-banner__more" aria-hidden />
    </Button>
  );
}

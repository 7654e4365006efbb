/** Works, cuts and breakdowns: what, where, until when, and what to do. */
import '../../styles/card.css';
import './alerts.css';
import { useTranslation } from 'react-i18next';
import type { ResidenceAlert } from '../../../preload/information-contract.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { ALERT_ICONS } from './alert-icons.ts';
import { useAlertTimes } from './alert-words.ts';

export interface AlertsScreenProps {
  alerts: readonly ResidenceAlert[];
  onBack(): void;
}

export function AlertsScreen({ alerts, onBack }: AlertsScreenProps) {
  const { t } = useTranslation();
  return (
    <Frame screen="alerts" title={t('alerts.title')} lead={t('alerts.lead')} onBack={onBack}>
      {alerts.length === 0 && <Notice kind="information">{t('alerts.none')}</Notice>}
      <div className="alerts">
        {alerts.map((alert) => (
          <Alert key={alert.id} alert={alert} />
        ))}
      </div>
    </Frame>
  );
}

function Alert({ alert }: { alert: ResidenceAlert }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const times = useAlertTimes();
  const { kind, title, residences, text, whatToDo } = alert;
  const Icon = ALERT_ICONS[kind];
  return (
    <article className="card alert">
      <h2 className="alert__title">
        <Icon className="alert__icon" aria-hidden />
        {title[locale]}
      </h2>
      <p className="alert__where">
        <bdi>{residences.map(({ name }) => name).join(', ')}</bdi>
      </p>
      <p>{times(alert, new Date())}</p>
      <p>{text[locale]}</p>
      {whatToDo && (
        <div className="alert__advice">
          <h3>{t('alerts.whatToDo')}</h3>
          <p>{whatToDo[locale]}</p>
        </div>
      )}
    </article>
  );
}

/** My coming appointments, and the way to another one. */
import '../../styles/card.css';
import './appointment.css';
import { CalendarCheck, CalendarClock, CalendarPlus, CalendarX, Mail, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../preload/appointment-contract.ts';
import { unbroken } from '../../app/formats.ts';
import { useHere } from '../../app/surroundings.ts';
import type { Reading } from '../../app/use-reading.ts';
import { Button } from '../../components/button/button.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { useMomentWords } from './appointment-words.ts';

export interface AppointmentActions {
  onPrint(appointment: Appointment): void;
  /** Null when there is no address to send to. */
  onEmail: ((appointment: Appointment) => void) | null;
  onMove(appointment: Appointment): void;
  onCancel(appointment: Appointment): void;
}

export interface ComingProps extends AppointmentActions {
  state: Reading<readonly Appointment[]>;
  onRetry(): void;
  onNew(): void;
  onBack(): void;
}

export function Coming({ state, onRetry, onNew, onBack, ...actions }: ComingProps) {
  const { t } = useTranslation();
  const { agency } = useHere();
  return (
    <Frame
      title={t('appointment.title')}
      lead={t('appointment.lead')}
      onBack={onBack}
      mainAction={
        state.name === 'ready' && (
          <Button look="main" icon={CalendarPlus} onPress={onNew}>
            {t('appointment.new')}
          </Button>
        )
      }
    >
      <div className="appointment">
        {state.name === 'loading' && (
          <Waiting
            text={t('appointment.loading')}
            explanation={t('account.loadingExplained')}
            longText={t('account.loadingLong')}
          />
        )}
        {state.name === 'failed' && (
          <FailureNotice error={state.error} onRetry={onRetry}>
            {t('appointment.callInstead.book', { phone: unbroken(agency.phone) })}
          </FailureNotice>
        )}
        {state.name === 'ready' &&
          (state.value.length === 0 ? (
            <Notice kind="information">{t('appointment.noneYet')}</Notice>
          ) : (
            <ul className="appointment__list">
              {state.value.map((appointment) => (
                <li key={appointment.id}>
                  <AppointmentCard appointment={appointment} {...actions} />
                </li>
              ))}
            </ul>
          ))}
      </div>
    </Frame>
  );
}

export function AppointmentCard(props: { appointment: Appointment } & Partial<AppointmentActions>) {
  const { t } = useTranslation();
  const momentWords = useMomentWords();
  const { appointment, onPrint, onEmail, onMove, onCancel } = props;
  const { subject, place } = appointment;
  return (
    <section className="card appointment__card">
      <h2 className="appointment__moment">
        <CalendarCheck className="appointment__icon" aria-hidden />
        <span className="appointment__words">{momentWords(appointment)}</span>
      </h2>
      <p>
        <bdi>{[place.name, ...place.addressLines].join(', ')}</bdi>
      </p>
      <p>{t(`appointment.subjects.${subject}`)}</p>
      <div className="appointment__actions">
        {onPrint && (
          <Button icon={Printer} onPress={() => onPrint(appointment)}>
            {t('appointment.print')}
          </Button>
        )}
        {onEmail && (
          <Button icon={Mail} onPress={() => onEmail(appointment)}>
            {t('appointment.email')}
          </Button>
        )}
        {onMove && (
          <Button icon={CalendarClock} onPress={() => onMove(appointment)}>
            {t('appointment.move.open')}
          </Button>
        )}
        {onCancel && (
          <Button icon={CalendarX} onPress={() => onCancel(appointment)}>
            {t('appointment.cancel')}
          </Button>
        )}
      </div>
    </section>
  );
}

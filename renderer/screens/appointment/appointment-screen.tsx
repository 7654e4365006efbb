/** An appointment with a staff member: about what, where, on which day, at what time; and those that are to come. */
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Appointment,
  AppointmentSlot,
  AppointmentSubject,
} from '../../../preload/appointment-contract.ts';
import { APPOINTMENT_SUBJECTS } from '../../../preload/appointment-subjects.ts';
import type { Failure, Tenant } from '../../../preload/contract.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { unbroken, weekdayInText } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { useAccess, useHere } from '../../app/surroundings.ts';
import { useReading } from '../../app/use-reading.ts';
import { ChoiceStep } from '../../components/choice-step/choice-step.tsx';
import { EmailProgress } from '../../components/email-progress/email-progress.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { PrintProgress } from '../../components/print-progress/print-progress.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { useHourWords, useMomentWords } from './appointment-words.ts';
import { BookedStep } from './booked-step.tsx';
import { AppointmentCard, Coming } from './coming.tsx';
import { DecideStep } from './decide-step.tsx';
import { daysAt, type FreeSlots, placesOf, slotsOn } from './free-slots.ts';

export interface AppointmentScreenProps {
  tenant: Tenant;
  arrivals: Arrivals;
  onBack(): void;
  onHome(): void;
}

interface Wish {
  subject: AppointmentSubject;
  /** Theirs already, and to be at another time. */
  moved: Appointment | null;
}

interface About extends Wish {
  free: FreeSlots;
  /** The hour that was wanted went to somebody else. */
  wasTaken?: boolean;
}

type Step =
  | { name: 'coming' }
  | { name: 'subject' }
  | ({ name: 'looking'; error: Failure | null } & Wish)
  | ({ name: 'place' } & About)
  | ({ name: 'day'; placeId: string } & About)
  | ({ name: 'hour'; placeId: string; day: string } & About)
  | ({ name: 'book'; slot: AppointmentSlot } & About)
  | { name: 'booked'; appointment: Appointment; wasMoved: boolean }
  | { name: 'printing' | 'emailing' | 'cancel'; appointment: Appointment };

export function AppointmentScreen({ tenant, arrivals, onBack, onHome }: AppointmentScreenProps) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { agency } = useHere();
  const hourWords = useHourWords();
  const momentWords = useMomentWords();
  const { state, readAgain } = useReading('appointment.list', undefined);
  const [step, setStep] = useState<Step>({ name: 'coming' });
  const appointmentId = 'appointment' in step ? step.appointment.id : '';
  const print = useCallback(() => ask('appointment.print', { appointmentId }), [appointmentId]);
  const send = useCallback(() => ask('appointment.email', { appointmentId }), [appointmentId]);
  const toComing = () => {
    readAgain();
    setStep({ name: 'coming' });
  };
  const actions = {
    onPrint: (appointment: Appointment) => setStep({ name: 'printing', appointment }),
    onEmail:
      tenant.maskedEmail === null
        ? null
        : (appointment: Appointment) => setStep({ name: 'emailing', appointment }),
    onMove: (appointment: Appointment) => void look({ subject: appointment.subject, moved: appointment }),
    onCancel: (appointment: Appointment) => setStep({ name: 'cancel', appointment }),
  };
  const taken = ({ wasTaken, moved }: About) =>
    wasTaken && (
      <Notice kind="problem">
        {moved ? t('appointment.stillTheirs', { moment: momentWords(moved) }) : t('errors.SLOT_TAKEN')}
      </Notice>
    );
  const beforePlace = ({ moved }: Wish) => setStep(moved ? { name: 'coming' } : { name: 'subject' });

  switch (step.name) {
    case 'coming':
      return (
        <Coming
          state={state}
          onRetry={readAgain}
          onNew={() => setStep({ name: 'subject' })}
          onBack={onBack}
          {...actions}
        />
      );
    case 'subject':
      return (
        <ChoiceStep
          title={t('appointment.subject.title')}
          lead={t('appointment.subject.lead')}
          options={APPOINTMENT_SUBJECTS.map((value) => ({ value, word: t(`appointment.subjects.${value}`) }))}
          onChoose={(subject) => void look({ subject, moved: null })}
          onBack={() => setStep({ name: 'coming' })}
        />
      );
    case 'looking': {
      const { error, subject, moved } = step;
      return (
        <Frame
          title={t(moved ? 'appointment.day.title' : 'appointment.place.title')}
          onBack={() => beforePlace(step)}
        >
          {error ? (
            <FailureNotice error={error} onRetry={() => void look({ subject, moved })}>
              {t('appointment.callInstead.book', { phone: unbroken(agency.phone) })}
            </FailureNotice>
          ) : (
            <Waiting
              text={t('appointment.looking')}
              explanation={t('account.loadingExplained')}
              longText={t('account.loadingLong')}
            />
          )}
        </Frame>
      );
    }
    case 'place': {
      const places = placesOf(step.free);
      if (places.length === 0) {
        return (
          <Frame title={t('appointment.place.title')} onBack={() => beforePlace(step)}>
            <Notice kind="information">
              {t('appointment.nobodyFree')}{' '}
              {t('appointment.callInstead.book', { phone: unbroken(agency.phone) })}
            </Notice>
          </Frame>
        );
      }
      return (
        <ChoiceStep
          title={t('appointment.place.title')}
          lead={t('appointment.place.lead')}
          options={places.map(({ id, name, addressLines }) => ({
            value: id,
            word: name,
            text: addressLines.join(', '),
          }))}
          onChoose={(placeId) => setStep({ ...step, name: 'day', placeId })}
          onBack={() => beforePlace(step)}
        />
      );
    }
    case 'day':
      return (
        <ChoiceStep
          title={t('appointment.day.title')}
          lead={t('appointment.day.lead')}
          notice={taken(step)}
          options={daysAt(step.free, step.placeId).map((value) => ({
            value,
            word: weekdayInText(value, locale),
          }))}
          onChoose={(day) => setStep({ ...step, name: 'hour', day })}
          onBack={() => setStep({ ...step, name: 'place' })}
        />
      );
    case 'hour':
      return (
        <ChoiceStep
          title={t('appointment.time.title')}
          lead={weekdayInText(step.day, locale)}
          notice={taken(step)}
          options={slotsOn(step.free, step.placeId, step.day).map(({ id, time }) => ({
            value: id,
            word: hourWords(time),
          }))}
          onChoose={(slotId) => {
            const slot = step.free.slots.find(({ id }) => id === slotId);
            if (slot) setStep({ ...step, name: 'book', slot });
          }}
          onBack={() => setStep({ ...step, name: 'day' })}
        />
      );
    case 'book': {
      const { slot, subject, free, moved } = step;
      const place = free.places.find(({ id }) => id === slot.placeId);
      if (!place) throw new Error('a slot that is nowhere was to be booked');
      return (
        <DecideStep
          what={moved ? 'move' : 'book'}
          onDecide={() => book(slot, { subject, moved })}
          onBack={() => setStep({ ...step, name: 'hour', placeId: slot.placeId, day: slot.day })}
        >
          <AppointmentCard appointment={{ ...slot, subject, place }} />
          {moved && <p>{t('appointment.insteadOf', { moment: momentWords(moved) })}</p>}
        </DecideStep>
      );
    }
    case 'booked':
      return (
        <BookedStep
          appointment={step.appointment}
          wasMoved={step.wasMoved}
          {...actions}
          onComing={toComing}
        />
      );
    case 'cancel':
      return (
        <DecideStep what="cancellation" onDecide={() => cancel(step.appointment)} onBack={toComing}>
          <AppointmentCard appointment={step.appointment} />
        </DecideStep>
      );
    case 'printing':
      return (
        <PrintProgress
          request={print}
          jobs={arrivals.printJobs}
          words={{
            title: t('appointment.printing.title'),
            preparing: t('appointment.printing.preparing'),
            nothingCame: t('appointment.printing.nothingCame'),
            back: t('appointment.toComing'),
            home: t('statement.backHome'),
          }}
          onBack={toComing}
          onHome={onHome}
          onSendInstead={actions.onEmail && (() => actions.onEmail?.(step.appointment))}
        />
      );
    case 'emailing':
      return (
        <EmailProgress
          maskedEmail={tenant.maskedEmail ?? ''}
          request={send}
          deliveries={arrivals.deliveries}
          words={{
            title: t('appointment.emailTitle'),
            asking: t('appointment.printing.preparing'),
            home: t('statement.backHome'),
          }}
          onBack={toComing}
          onHome={onHome}
          onPrintInstead={() => actions.onPrint(step.appointment)}
        />
      );
    default:
      return step satisfies never;
  }

  async function look(wish: Wish): Promise<void> {
    setStep({ name: 'looking', ...wish, error: null });
    const answer = await ask('appointment.slots', { subject: wish.subject });
    if (!answer.ok) return setStep({ name: 'looking', ...wish, error: answer.error });
    setStep(firstStep({ ...wish, free: answer.value }));
  }

  /** Taken meanwhile, another hour of the same day is offered, or another day. */
  async function book(slot: AppointmentSlot, { subject, moved }: Wish): Promise<Failure | null> {
    const replaces = moved?.id ?? null;
    const answer = await ask('appointment.book', { slotId: slot.id, subject, replaces });
    if (answer.ok) {
      setStep({ name: 'booked', appointment: answer.value, wasMoved: moved !== null });
      return null;
    }
    if (answer.error.code !== 'SLOT_TAKEN') return answer.error;
    const own = await heldBy(slot);
    if (own) {
      setStep({ name: 'booked', appointment: own, wasMoved: moved !== null });
      return null;
    }
    const others = await ask('appointment.slots', { subject });
    if (!others.ok) return answer.error;
    const about = { subject, moved, free: others.value, wasTaken: true };
    const { placeId, day } = slot;
    if (slotsOn(others.value, placeId, day).length > 0) setStep({ name: 'hour', placeId, day, ...about });
    else if (daysAt(others.value, placeId).length > 0) setStep({ name: 'day', placeId, ...about });
    else setStep({ name: 'place', ...about });
    return null;
  }

  /** Booked before, and the answer was lost on its way: nobody was quicker than they themselves. */
  async function heldBy(slot: AppointmentSlot): Promise<Appointment | null> {
    const answer = await ask('appointment.list', undefined);
    if (!answer.ok) return null;
    return answer.value.find((each) => isAt(each, slot)) ?? null;
  }

  async function cancel(appointment: Appointment): Promise<Failure | null> {
    const answer = await ask('appointment.cancel', { appointmentId: appointment.id });
    if (!answer.ok) return answer.error;
    toComing();
    return null;
  }
}

function isAt({ place, day, time }: Appointment, slot: AppointmentSlot): boolean {
  return place.id === slot.placeId && day === slot.day && time === slot.time;
}

/** Nothing is asked where there is one answer, or where it was given before. */
function firstStep(about: About): Step {
  const places = placesOf(about.free);
  const known = places.length === 1 ? places[0] : places.find(({ id }) => id === about.moved?.place.id);
  return known ? { name: 'day', placeId: known.id, ...about } : { name: 'place', ...about };
}

/** It is theirs: on paper or by e-mail for who wants it. */
import { CalendarCheck, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../../preload/appointment-contract.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { type AppointmentActions, AppointmentCard } from './coming.tsx';

export interface BookedStepProps extends AppointmentActions {
  appointment: Appointment;
  /** It was theirs at another time before. */
  wasMoved: boolean;
  onComing(): void;
}

export function BookedStep({ appointment, wasMoved, onPrint, onEmail, onComing }: BookedStepProps) {
  const { t } = useTranslation();
  return (
    <Frame
      title={t(wasMoved ? 'appointment.booked.movedTitle' : 'appointment.booked.title')}
      back={
        <Button icon={CalendarCheck} onPress={onComing}>
          {t('appointment.toComing')}
        </Button>
      }
      mainAction={
        <Button look="main" icon={Printer} onPress={() => onPrint(appointment)}>
          {t('appointment.print')}
        </Button>
      }
    >
      <div className="appointment">
        <Notice kind="good">
          {t(wasMoved ? 'appointment.booked.movedText' : 'appointment.booked.text')}
        </Notice>
        <AppointmentCard appointment={appointment} onEmail={onEmail} />
      </div>
    </Frame>
  );
}

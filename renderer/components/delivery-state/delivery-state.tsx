/** Where something stands that is handed in: safe on this kiosk, then with the landlord. */
import './delivery-state.css';
import {
  Circle,
  CircleCheck,
  FileCheck,
  FileClock,
  Hourglass,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../preload/contract.ts';
import { ProgressPicture } from '../progress-picture/progress-picture.tsx';

const OF_PAPERS = { saved: FileClock, transmitted: FileCheck };

export interface DeliveryStateProps {
  state: Delivery['state'];
  /** Those of a paper, unless it is something else. */
  icons?: { saved: LucideIcon; transmitted: LucideIcon };
  /** What each state means for the person. */
  words: Readonly<Record<Delivery['state'], string>>;
}

export function DeliveryState({ state, icons = OF_PAPERS, words }: DeliveryStateProps) {
  const { t } = useTranslation();
  return (
    <>
      {state === 'saved' && <ProgressPicture icon={icons.saved} text={words.saved} />}
      {state === 'transmitted' && (
        <ProgressPicture icon={icons.transmitted} text={words.transmitted} tone="good" />
      )}
      {state === 'refused' && <ProgressPicture icon={TriangleAlert} text={words.refused} tone="problem" />}
      <ol className="progress__steps">
        <li className="progress__step progress__step--done">
          <CircleCheck className="progress__step-icon" aria-hidden />
          {t('email.saved')}
        </li>
        <li className={`progress__step ${state === 'transmitted' ? 'progress__step--done' : ''}`}>
          {state === 'transmitted' && <CircleCheck className="progress__step-icon" aria-hidden />}
          {state === 'saved' && <Hourglass className="progress__step-icon" aria-hidden />}
          {state === 'refused' && <Circle className="progress__step-icon" aria-hidden />}
          {t(state === 'refused' ? 'email.refused' : 'email.transmitted')}
        </li>
      </ol>
    </>
  );
}

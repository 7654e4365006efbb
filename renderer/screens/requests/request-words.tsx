/** What a request says of itself on every screen that shows it. */
import './requests.css';
import {
  CircleCheck,
  Hourglass,
  Inbox,
  Lock,
  type LucideIcon,
  MessageCircleQuestion,
  TriangleAlert,
  Wrench,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestHead, RequestStatus } from '../../../preload/request-contract.ts';

const STATUS_ICONS: Readonly<Record<RequestStatus, LucideIcon>> = {
  waiting: Hourglass,
  refused: TriangleAlert,
  registered: Inbox,
  inProgress: Wrench,
  answered: MessageCircleQuestion,
  settled: CircleCheck,
  closed: Lock,
};

/** `Mon logement : eau, plomberie` */
export function useAbout(): (head: Pick<RequestHead, 'nature' | 'topic'>) => string {
  const { t } = useTranslation();
  return ({ nature, topic }) =>
    topic === null
      ? t(`requests.natures.${nature}`)
      : t('requests.about', {
          nature: t(`requests.natures.${nature}`),
          topic: t(`requests.topics.${topic}`),
        });
}

export function Status({ status }: { status: RequestStatus }) {
  const { t } = useTranslation();
  const Icon = STATUS_ICONS[status];
  return (
    <span className={`request-status request-status--${status}`}>
      <Icon className="request-status__icon" aria-hidden />
      {t(`requests.statuses.${status}`)}
    </span>
  );
}

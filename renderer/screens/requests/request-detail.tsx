/** One request with all that was written about it, and what can be done about it now. */
import '../../styles/card.css';
import './requests.css';
import { MessageSquarePlus, Printer, ThumbsDown, ThumbsUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import type { Request, RequestMessage } from '../../../preload/request-contract.ts';
import { instantInText } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';
import type { Reading } from '../../app/use-reading.ts';
import { useSending } from '../../app/use-sending.ts';
import { Button } from '../../components/button/button.tsx';
import { Facts } from '../../components/facts/facts.tsx';
import { FailureNotice } from '../../components/failure-notice/failure-notice.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { Waiting } from '../../components/waiting/waiting.tsx';
import { Written } from '../request-form/written.tsx';
import { Status, useAbout } from './request-words.tsx';

export interface RequestDetailProps {
  state: Reading<Request>;
  onRetry(): void;
  onReply(): void;
  /** Answers null when it is on its way. */
  onSettled(): Promise<Failure | null>;
  onNotSettled(): void;
  onPrint(): void;
  onBack(): void;
}

export function RequestDetail(props: RequestDetailProps) {
  const { t } = useTranslation();
  const about = useAbout();
  const { state, onRetry, onReply, onPrint, onBack } = props;
  const request = state.name === 'ready' ? state.value : null;
  return (
    <Frame
      title={request ? about(request) : t('requests.detail.title')}
      onBack={onBack}
      mainAction={
        request?.isOpen && (
          <Button look="main" icon={MessageSquarePlus} onPress={onReply}>
            {t('requests.detail.reply')}
          </Button>
        )
      }
    >
      {state.name === 'loading' && (
        <Waiting
          text={t('requests.detail.loading')}
          explanation={t('account.loadingExplained')}
          longText={t('account.loadingLong')}
        />
      )}
      {state.name === 'failed' && <FailureNotice error={state.error} onRetry={onRetry} />}
      {request && (
        <div className="request">
          <Settlement {...props} request={request} />
          <RequestFacts request={request} />
          <Thread request={request} />
          <div className="request__actions">
            <Button icon={Printer} onPress={onPrint}>
              {t('requests.print')}
            </Button>
          </div>
        </div>
      )}
    </Frame>
  );
}

/** Whether the answer settled it: asked where the landlord asks, and open to whoever finds that it did not. */
function Settlement({
  request,
  onSettled,
  onNotSettled,
}: Pick<RequestDetailProps, 'onSettled' | 'onNotSettled'> & { request: Request }) {
  const { t } = useTranslation();
  const { isSending, error, send } = useSending(onSettled);
  const { status } = request;
  if (status === 'closed') return <Notice kind="information">{t('requests.detail.closed')}</Notice>;
  if (status === 'settled') {
    return (
      <Notice
        kind="good"
        actions={
          <Button icon={ThumbsDown} onPress={onNotSettled}>
            {t('requests.settle.again')}
          </Button>
        }
      >
        {t('requests.detail.settled')}
      </Notice>
    );
  }
  if (status !== 'answered') return null;
  return (
    <>
      {error && <FailureNotice error={error} />}
      <Notice
        kind="information"
        actions={
          <>
            <Button icon={ThumbsUp} isDisabled={isSending} onPress={() => void send()}>
              {t('requests.settle.yes')}
            </Button>
            <Button icon={ThumbsDown} isDisabled={isSending} onPress={onNotSettled}>
              {t('requests.settle.no')}
            </Button>
          </>
        }
      >
        {t('requests.settle.question')}
      </Notice>
    </>
  );
}

function RequestFacts({ request }: { request: Request }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { reference, registeredAt, status, followUp, place, isAnonymous } = request;
  return (
    <section className="card" aria-label={t('requests.detail.title')}>
      <Facts
        facts={[
          { name: t('requests.detail.status'), value: <Status status={status} /> },
          ...(followUp === null
            ? []
            : [{ name: t('requests.detail.followUp'), value: <bdi>{followUp}</bdi> }]),
          { name: t('requests.detail.reference'), value: <bdi>{reference}</bdi> },
          { name: t('requests.detail.registeredAt'), value: instantInText(registeredAt, locale) },
          ...(place === null
            ? []
            : [{ name: t('requests.summary.place'), value: t(`requests.places.${place}`) }]),
          ...(isAnonymous
            ? [{ name: t('requests.summary.yourName'), value: t('requests.anonymity.anonymous') }]
            : []),
        ]}
      />
    </section>
  );
}

function Thread({ request }: { request: Request }) {
  const { t } = useTranslation();
  const { id, text, registeredAt, attachmentCount, messages } = request;
  const first: RequestMessage = {
    ...{ id, text, attachmentCount },
    from: 'tenant',
    author: null,
    writtenAt: registeredAt,
    state: request.status === 'waiting' ? 'saved' : request.status === 'refused' ? 'refused' : 'transmitted',
  };
  return (
    <ol className="thread" aria-label={t('requests.detail.thread')}>
      {[first, ...messages].map((message) => (
        <li key={message.id} className={`thread__message thread__message--${message.from}`}>
          <MessageHead message={message} />
          <Written text={message.text} />
          {message.attachmentCount > 0 && (
            <p className="thread__head">
              {t('requests.detail.attachments', { count: message.attachmentCount })}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function MessageHead({ message }: { message: RequestMessage }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { from, author, writtenAt, state } = message;
  return (
    <p className="thread__head">
      <span className="thread__who">
        {from === 'tenant' ? t('requests.detail.you') : <bdi>{author ?? t('attract.landlord')}</bdi>}
      </span>{' '}
      · {instantInText(writtenAt, locale)}
      {state !== 'transmitted' && <> · {t(`requests.detail.states.${state}`)}</>}
    </p>
  );
}

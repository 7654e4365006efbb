/** Pictures and papers that say more than words: none, one or several, each a document of its own. */
import './request-form.css';
import { ArrowRight, FilePlus2, Paperclip, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { REQUEST_ATTACHMENTS_MAX } from '../../../preload/request-subjects.ts';
import { ask, tell } from '../../app/kiosk.ts';
import { AddDocument } from '../../components/add-document/add-document.tsx';
import { useDocumentWays } from '../../components/add-document/use-document-ways.ts';
import { Button } from '../../components/button/button.tsx';
import { Frame } from '../../components/frame/frame.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import type { Attachment } from './draft.ts';

export interface AttachmentsStepProps {
  attachments: readonly Attachment[];
  onAttachments(attachments: readonly Attachment[]): void;
  onNext(): void;
  onBack(): void;
}

export function AttachmentsStep(props: AttachmentsStepProps) {
  const { t } = useTranslation();
  const ways = useDocumentWays();
  const { attachments, onAttachments, onNext, onBack } = props;
  const [isAdding, setIsAdding] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);

  async function putAside(): Promise<void> {
    const answer = await ask('document.putAside', undefined);
    setIsAdding(false);
    setRefusal(answer.ok ? null : answer.error);
    if (answer.ok) onAttachments([...attachments, answer.value]);
  }

  function drop({ bundleId }: Attachment): void {
    void tell('document.dropAside', { bundleId });
    onAttachments(attachments.filter((each) => each.bundleId !== bundleId));
  }

  if (isAdding) {
    return (
      <AddDocument
        title={t('requests.attachments.add')}
        lead={t('documents.lead')}
        ways={ways}
        mainAction={(pageCount) =>
          pageCount > 0 && (
            <Button look="main" icon={Paperclip} onPress={() => void putAside()}>
              {t('requests.attachments.keep')}
            </Button>
          )
        }
        onBack={() => setIsAdding(false)}
      />
    );
  }
  return (
    <Frame
      title={t('requests.attachments.title')}
      lead={t('requests.attachments.lead')}
      notice={
        refusal && (
          <Notice kind="problem" code={refusal.code}>
            {t(`errors.${refusal.code}`)}
          </Notice>
        )
      }
      onBack={onBack}
      mainAction={
        <Button look="main" icon={ArrowRight} onPress={onNext}>
          {t(attachments.length > 0 ? 'requests.form.next' : 'requests.attachments.without')}
        </Button>
      }
    >
      <div className="request-form">
        <AttachmentList attachments={attachments}>
          {(attachment, number) => (
            <Button icon={Trash2} onPress={() => drop(attachment)}>
              {t('requests.attachments.remove', { number })}
            </Button>
          )}
        </AttachmentList>
        {attachments.length < REQUEST_ATTACHMENTS_MAX && (
          <Button icon={FilePlus2} onPress={() => setIsAdding(true)}>
            {t(attachments.length > 0 ? 'requests.attachments.another' : 'requests.attachments.add')}
          </Button>
        )}
      </div>
    </Frame>
  );
}

export function AttachmentList({
  attachments,
  children,
}: {
  attachments: readonly Attachment[];
  children?: (attachment: Attachment, number: number) => ReactNode;
}) {
  const { t } = useTranslation();
  if (attachments.length === 0) return null;
  return (
    <ul className="attachments">
      {attachments.map((attachment, index) => (
        <li key={attachment.bundleId} className="attachment">
          <span className="attachment__name">
            <Paperclip className="attachment__icon" aria-hidden />
            {t('requests.attachments.one', { number: index + 1, count: attachment.pageCount })}
          </span>
          {children?.(attachment, index + 1)}
        </li>
      ))}
    </ul>
  );
}

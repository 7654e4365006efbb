/** Pictures and papers that say more than words: none, one or several, each a document of its own. */
import './request-form.css';
import { FilePlus2, Paperclip, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { REQUEST_ATTACHMENTS_MAX } from '../../../preload/request-subjects.ts';
import { ask, tell } from '../../app/kiosk.ts';
import { AddDocument } from '../../components/add-document/add-document.tsx';
import { useDocumentWays } from '../../components/add-document/use-document-ways.ts';
import { Button } from '../../components/button/button.tsx';
import type { Attachment } from './draft.ts';

export interface AttachmentsProps {
  attachments: readonly Attachment[];
  onAttachments(attachments: readonly Attachment[]): void;
  onAdd(): void;
}

/** Beside all else that is read once more: nobody is stopped by a question about what most people do not have. */
export function Attachments({ attachments, onAttachments, onAdd }: AttachmentsProps) {
  const { t } = useTranslation();

  function drop({ bundleId }: Attachment): void {
    void tell('document.dropAside', { bundleId });
    onAttachments(attachments.filter((each) => each.bundleId !== bundleId));
  }

  return (
    <section className="request-form__question" aria-labelledby="attachments">
      <h2 id="attachments">{t('requests.attachments.title')}</h2>
      <p className="request-form__quiet">{t('requests.attachments.lead')}</p>
      <AttachmentList attachments={attachments}>
        {(attachment, number) => (
          <Button icon={Trash2} onPress={() => drop(attachment)}>
            {t('requests.attachments.remove', { number })}
          </Button>
        )}
      </AttachmentList>
      {attachments.length < REQUEST_ATTACHMENTS_MAX && (
        <Button icon={FilePlus2} onPress={onAdd}>
          {t(attachments.length > 0 ? 'requests.attachments.another' : 'requests.attachments.add')}
        </Button>
      )}
    </section>
  );
}

export interface AddAttachmentProps {
  onAdded(attachment: Attachment): void;
  onRefused(failure: Failure): void;
  onBack(): void;
}

export function AddAttachment({ onAdded, onRefused, onBack }: AddAttachmentProps) {
  const { t } = useTranslation();
  const ways = useDocumentWays();

  async function putAside(): Promise<void> {
    const answer = await ask('document.putAside', undefined);
    if (answer.ok) onAdded(answer.value);
    else onRefused(answer.error);
  }

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
      onBack={onBack}
    />
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

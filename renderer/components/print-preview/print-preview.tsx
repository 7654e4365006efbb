/** Something long is shown before it is printed: nobody meant to print a year of pages by one touch. */
import { Mail, Printer, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { Frame } from '../frame/frame.tsx';
import { JobPages } from './job-pages.tsx';

export interface PrintPreviewProps {
  jobId: string;
  pagesTotal: number;
  onConfirm(): void;
  onDecline(): void;
  /** Null when nothing can be sent. */
  onSendInstead: (() => void) | null;
}

export function PrintPreview({ jobId, pagesTotal, onConfirm, onDecline, onSendInstead }: PrintPreviewProps) {
  const { t } = useTranslation();
  return (
    <Frame
      screen="preview"
      fills
      title={t('printing.preview.title')}
      lead={t('printing.preview.lead', { count: pagesTotal })}
      {...(onSendInstead && {
        companion: (
          <Button icon={Mail} onPress={onSendInstead}>
            {t('printing.emailInstead')}
          </Button>
        ),
      })}
      back={
        <Button icon={X} onPress={onDecline}>
          {t('printing.preview.decline')}
        </Button>
      }
      mainAction={
        <Button look="main" icon={Printer} onPress={onConfirm}>
          {t('printing.preview.print', { count: pagesTotal })}
        </Button>
      }
    >
      <JobPages jobId={jobId} pagesTotal={pagesTotal} />
    </Frame>
  );
}

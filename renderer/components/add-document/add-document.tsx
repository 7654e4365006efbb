/** A document that somebody brought: on what, page by page, as it will be sent, and away with what is not wanted. */
import './add-document.css';
import { Camera, CircleStop, ScanLine, Smartphone, Trash2, Usb } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentInHand } from '../../../preload/document-contract.ts';
import { Button } from '../button/button.tsx';
import { FailureNotice } from '../failure-notice/failure-notice.tsx';
import { Frame } from '../frame/frame.tsx';
import { Notice } from '../notice/notice.tsx';
import { Tile } from '../tile/tile.tsx';
import { Waiting } from '../waiting/waiting.tsx';
import { FromPhone } from './from-phone.tsx';
import { KeyFiles } from './key-files.tsx';
import { PagePicture } from './page-picture.tsx';
import { TakePicture } from './take-picture.tsx';
import { type DocumentState, useDocument } from './use-document.ts';
import type { DocumentWays } from './use-document-ways.ts';

export interface AddDocumentProps {
  title: string;
  lead: string;
  ways: DocumentWays;
  /** Above everything: what the document is about. */
  subject?: ReactNode;
  /** Null while there is nothing to go on with. */
  mainAction(pageCount: number): ReactNode;
  onBack(): void;
}

export function AddDocument({ title, lead, ways, subject, mainAction, onBack }: AddDocumentProps) {
  const { t } = useTranslation();
  const { state, scan, stopScan, takeFromKey, takePicture, takeFromPhone, remove, clear } = useDocument();
  const [place, setPlace] = useState<'pages' | 'key' | 'camera' | 'phone'>('pages');
  const toPages = () => setPlace('pages');
  const { pages, work, refusal, keptPages, refusedFiles } = state;

  if (place === 'key') {
    return (
      <KeyFiles
        onChoose={(fileId) => {
          toPages();
          void takeFromKey(fileId);
        }}
        onBack={toPages}
      />
    );
  }
  if (place === 'camera') {
    return (
      <TakePicture
        onPicture={(picture) => {
          toPages();
          void takePicture(picture);
        }}
        onBack={toPages}
      />
    );
  }
  if (place === 'phone') {
    return (
      <FromPhone
        onReceived={() => {
          toPages();
          void takeFromPhone();
        }}
        onBack={toPages}
      />
    );
  }
  return (
    <Frame
      screen="documents"
      title={title}
      lead={lead}
      notice={
        <>
          {refusal && (
            <FailureNotice error={refusal}>
              {keptPages > 0 && ` ${t('documents.keptSoFar', { count: keptPages })}`}
            </FailureNotice>
          )}
          {refusedFiles.map(({ position, code }) => (
            <Notice key={position} kind="problem" code={code}>
              {t('documents.phoneRefused', { number: position, reason: t(`errors.${code}`) })}
            </Notice>
          ))}
        </>
      }
      onBack={() => {
        clear();
        onBack();
      }}
      mainAction={
        work === 'scanning' ? (
          <Button icon={CircleStop} isDisabled={state.isStopping} onPress={stopScan}>
            {t('documents.scanStop')}
          </Button>
        ) : (
          work === null && mainAction(pages.length)
        )
      }
    >
      <div className="add-document">
        {subject}
        {work === null ? (
          <>
            {pages.length > 0 && <Pages pages={pages} onRemove={(pageId) => void remove(pageId)} />}
            <section className="add-document__ways" aria-label={t('documents.ways')}>
              {ways.scanner && (
                <Tile
                  icon={ScanLine}
                  word={t(pages.length > 0 ? 'documents.scanMore' : 'documents.scan')}
                  text={t('documents.scanText')}
                  onPress={() => void scan()}
                />
              )}
              {ways.phone && (
                <Tile
                  icon={Smartphone}
                  word={t('documents.phone')}
                  text={t('documents.phoneText')}
                  onPress={() => setPlace('phone')}
                />
              )}
              {ways.usbKey && (
                <Tile
                  icon={Usb}
                  word={t('documents.key')}
                  text={t('documents.keyText')}
                  onPress={() => setPlace('key')}
                />
              )}
              {ways.camera && (
                <Tile
                  icon={Camera}
                  word={t('documents.camera')}
                  text={t('documents.cameraText')}
                  onPress={() => setPlace('camera')}
                />
              )}
            </section>
          </>
        ) : work === 'scanning' ? (
          <Scanning state={state} />
        ) : (
          <Waiting
            key={work}
            text={t(`documents.${work}`)}
            explanation={t(`documents.${work}Explained`)}
            longText={t(`documents.${work}Long`)}
          />
        )}
      </div>
    </Frame>
  );
}

/** How far it has come. */
function Scanning({ state }: { state: DocumentState }) {
  const { t } = useTranslation();
  const { scannedPages, isStopping } = state;
  const explanation = t('documents.scanningExplained');
  const text =
    scannedPages > 0 ? t('documents.scannedPages', { count: scannedPages }) : t('documents.scanning');
  return (
    <Waiting
      text={isStopping ? t('documents.scanStopping') : text}
      explanation={explanation}
      longText={scannedPages > 0 ? explanation : t('documents.scanningLong')}
    />
  );
}

function Pages({ pages, onRemove }: { pages: DocumentInHand['pages']; onRemove(pageId: string): void }) {
  const { t } = useTranslation();
  return (
    <ol className="add-document__pages" aria-label={t('documents.pages')}>
      {pages.map(({ pageId }, index) => (
        <li key={pageId} className="add-document__page">
          <PagePicture pageId={pageId} label={t('documents.page', { number: index + 1 })} />
          <Button icon={Trash2} onPress={() => onRemove(pageId)}>
            {t('documents.remove', { number: index + 1 })}
          </Button>
        </li>
      ))}
    </ol>
  );
}

/** What stands on the key that is plugged in: documents and pictures, to choose one. */
import { FileImage, FileText, RefreshCw } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import type { KeyFile } from '../../../preload/document-contract.ts';
import { fileSize, isolated } from '../../app/formats.ts';
import { ask } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import { Button } from '../button/button.tsx';
import { FailureNotice } from '../failure-notice/failure-notice.tsx';
import { Frame } from '../frame/frame.tsx';
import { Notice } from '../notice/notice.tsx';
import { Tile } from '../tile/tile.tsx';
import { Waiting } from '../waiting/waiting.tsx';

type KeyState =
  | { name: 'looking' }
  | { name: 'listed'; isThere: boolean; files: readonly KeyFile[] }
  | { name: 'failed'; error: Failure };

export function KeyFiles({ onChoose, onBack }: { onChoose(fileId: string): void; onBack(): void }) {
  const { t } = useTranslation();
  const { state, lookAgain } = useKeyFiles();
  const hasFiles = state.name === 'listed' && state.files.length > 0;
  return (
    <Frame
      screen="documents"
      title={t('documents.keyTitle')}
      lead={hasFiles ? t('documents.keyLead') : null}
      onBack={onBack}
      mainAction={
        state.name !== 'looking' && (
          <Button look={hasFiles ? 'plain' : 'main'} icon={RefreshCw} onPress={lookAgain}>
            {t('documents.lookAgain')}
          </Button>
        )
      }
    >
      <Files state={state} onChoose={onChoose} />
    </Frame>
  );
}

function Files({ state, onChoose }: { state: KeyState; onChoose(fileId: string): void }) {
  const { t } = useTranslation();
  const { locale } = useAccess();
  switch (state.name) {
    case 'looking':
      return (
        <Waiting
          text={t('documents.keyLooking')}
          explanation={t('documents.keyLookingExplained')}
          longText={t('documents.keyLookingLong')}
        />
      );
    case 'failed':
      return <FailureNotice error={state.error} />;
    case 'listed':
      if (state.files.length === 0) {
        return (
          <Notice kind="information">{t(state.isThere ? 'documents.keyEmpty' : 'documents.keyNone')}</Notice>
        );
      }
      return (
        <div className="add-document__ways">
          {state.files.map(({ fileId, name, folder, kind, sizeBytes }) => {
            const about = { kind: t(`documents.kinds.${kind}`), size: fileSize(sizeBytes, locale) };
            return (
              <Tile
                key={fileId}
                icon={kind === 'pdf' ? FileText : FileImage}
                word={isolated(name)}
                text={
                  folder === null
                    ? t('documents.fileAbout', about)
                    : t('documents.fileAboutIn', { ...about, folder: isolated(folder) })
                }
                onPress={() => onChoose(fileId)}
              />
            );
          })}
        </div>
      );
    default:
      return state satisfies never;
  }
}

function useKeyFiles() {
  const [state, setState] = useState<KeyState>({ name: 'looking' });

  const look = useCallback(async () => {
    setState({ name: 'looking' });
    const answer = await ask('document.listKey', undefined);
    setState(answer.ok ? { name: 'listed', ...answer.value } : { name: 'failed', error: answer.error });
  }, []);

  useEffect(() => void look(), [look]);

  return { state, lookAgain: () => void look() };
}

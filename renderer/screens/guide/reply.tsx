/** What whoever is guided says to the desk: a ready-made sentence, or a few words of their own. */
import { PenLine, Send, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GUIDE_SENTENCES } from '../../../preload/guide-pages.ts';
import { tell } from '../../app/kiosk.ts';
import { Button } from '../../components/button/button.tsx';
import { Interruption } from '../../components/interruption/interruption.tsx';
import { OnScreenKeyboard } from '../../components/on-screen-keyboard/on-screen-keyboard.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';

/** As main takes it (preload/guide-contract.ts). */
const WORDS_MAX = 200;

export function Reply({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const text = words.trim();
  const [isWriting, setIsWriting] = useState(false);

  const send = () => {
    if (text !== '') void tell('guide.tell', { type: 'words', text });
    onClose();
  };

  if (!isWriting) {
    return (
      <Interruption title={t('guide.replyTitle')} onDismiss={onClose}>
        <div className="guide-sentences">
          {GUIDE_SENTENCES.map((sentence) => (
            <Button
              key={sentence}
              onPress={() => {
                void tell('guide.tell', { type: 'sentence', sentence });
                onClose();
              }}
            >
              {t(`guide.sentences.${sentence}`)}
            </Button>
          ))}
        </div>
        <div className="guide-sentences">
          <Button icon={X} onPress={onClose}>
            {t('frame.close')}
          </Button>
          <Button icon={PenLine} onPress={() => setIsWriting(true)}>
            {t('guide.ownWords')}
          </Button>
        </div>
      </Interruption>
    );
  }
  return (
    <Interruption title={t('guide.replyTitle')} onDismiss={onClose}>
      <TextField
        label={t('guide.ownWords')}
        value={words}
        onChange={setWords}
        inputRef={field}
        isCurrent
        onFocus={() => {}}
        maxLength={WORDS_MAX}
      />
      <div className="guide-keyboard">
        <OnScreenKeyboard field={field} kind="name" nextWord={t('guide.send')} onNext={send} />
      </div>
      <div className="guide-sentences">
        <Button icon={X} onPress={onClose}>
          {t('frame.close')}
        </Button>
        <Button look="main" icon={Send} isDisabled={text === ''} onPress={send}>
          {t('guide.send')}
        </Button>
      </div>
    </Interruption>
  );
}

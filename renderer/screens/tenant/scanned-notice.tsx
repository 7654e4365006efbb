/** A rent notice before the scanner, by somebody who is signed in: their own leads to its payment. */
import { CreditCard } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../preload/contract.ts';
import { ask } from '../../app/kiosk.ts';
import type { QuickPayWish } from '../../app/quick-pay-door.ts';
import { Frame } from '../../components/frame/frame.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { LookingUp } from '../quick-pay/looking-up.tsx';
import { NoticeRefusal } from '../quick-pay/notice-refusal.tsx';

export interface ScannedNoticeProps {
  wish: QuickPayWish;
  /** It is about this account of theirs. */
  onOwn(accountId: string): void;
  /** To pay what they owe, without this notice. */
  onPay(): void;
  onBack(): void;
}

export function ScannedNotice({ wish, onOwn, onPay, onBack }: ScannedNoticeProps) {
  const { t } = useTranslation();
  const [refusal, setRefusal] = useState<{ of: QuickPayWish; error: Failure } | null>(null);
  const found = useRef(onOwn);
  found.current = onOwn;

  useEffect(() => {
    let gone = false;
    void ask('rentNotice.own', { code: wish.code ?? '' }).then((answer) => {
      // They went elsewhere in the meantime, or have scanned another one.
      if (gone) return;
      if (answer.ok) found.current(answer.value.accountId);
      else setRefusal({ of: wish, error: answer.error });
    });
    return () => {
      gone = true;
    };
  }, [wish]);

  if (refusal?.of !== wish) return <LookingUp title={t('rentNotice.scannedTitle')} onBack={onBack} />;
  return (
    <Frame
      screen="quickPay"
      title={t('rentNotice.scannedTitle')}
      notice={<NoticeRefusal error={refusal.error} was="scannedSignedIn" />}
      onBack={onBack}
    >
      <Tile icon={CreditCard} word={t('home.pay')} text={t('home.payText')} onPress={onPay} />
    </Frame>
  );
}

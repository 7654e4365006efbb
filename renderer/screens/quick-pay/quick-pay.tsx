/**
 * Paying a rent notice without signing in: which one, whether it is the right one, then the payment. Of a person, the
 * amount and a masked name are all that is ever shown. A receipt is had on paper only: nobody's address is known.
 */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tell } from '../../app/kiosk.ts';
import type { QuickPayWish } from '../../app/quick-pay-door.ts';
import { useHasCamera } from '../../app/use-has-camera.ts';
import { PayFlow } from '../pay/pay-flow.tsx';
import { CameraScan } from './camera-scan.tsx';
import { FoundNotice } from './found-notice.tsx';
import { LookingUp } from './looking-up.tsx';
import { grouped } from './reference.ts';
import { TypedReference } from './typed-reference.tsx';
import { useRentNotice } from './use-rent-notice.ts';
import { useScanner } from './use-scanner.ts';
import { Ways } from './ways.tsx';

export function QuickPay({ wish, onBack }: { wish: QuickPayWish; onBack(): void }) {
  const { t } = useTranslation();
  const scanner = useScanner();
  const hasCamera = useHasCamera(true);
  const { state, read, putAside } = useRentNotice();
  const [way, setWay] = useState<'any' | 'typed' | 'camera'>('any');
  const [isPaying, setIsPaying] = useState(false);
  const [typed, setTyped] = useState('');
  // Where there is one way only, nobody is asked which.
  const shownWay = way === 'any' && scanner === 'none' && !hasCamera ? 'typed' : way;

  const onWish = useRef((_: QuickPayWish) => {});
  onWish.current = ({ code }) => {
    // Whoever pays goes on paying, whatever is held before the scanner meanwhile.
    if (code !== null && !isPaying) read(code);
  };
  useEffect(() => onWish.current(wish), [wish]);

  const startOver = () => {
    setIsPaying(false);
    setWay('any');
    setTyped('');
    putAside();
  };

  if (state.name === 'found' && isPaying) {
    const { reference, maskedName } = state.notice;
    return (
      <PayFlow
        key={reference}
        payable={{ kind: 'rentNotice', reference }}
        subject={{
          title: t('rentNotice.payTitle'),
          lines: [
            t('rentNotice.numbered', { reference: grouped(reference) }),
            ...(maskedName === null ? [] : [maskedName]),
          ],
        }}
        maskedEmail={null}
        doneWord={t('frame.leave')}
        onBack={() => setIsPaying(false)}
        onDone={() => void tell('session.end', undefined)}
      />
    );
  }
  if (state.name === 'found') {
    return <FoundNotice notice={state.notice} onYes={() => setIsPaying(true)} onNo={startOver} />;
  }
  if (state.name === 'asking') return <LookingUp title={t('rentNotice.title')} onBack={putAside} />;

  const refusal = state.name === 'refused' ? state : null;
  switch (shownWay) {
    case 'typed':
      return (
        <TypedReference
          figures={typed}
          refusal={refusal}
          onType={(figures) => {
            setTyped(figures);
            putAside();
          }}
          onReference={read}
          onBack={way === 'any' ? onBack : startOver}
        />
      );
    case 'camera':
      return (
        <CameraScan
          refusal={refusal}
          onCode={(code) => {
            // Held there still, it would be refused over and over again.
            if (code !== refusal?.of) read(code);
          }}
          onTyped={() => {
            putAside();
            setWay('typed');
          }}
          onBack={startOver}
        />
      );
    case 'any':
      return (
        <Ways
          scanner={scanner}
          hasCamera={hasCamera}
          refusal={refusal}
          onTyped={() => {
            putAside();
            setWay('typed');
          }}
          onCamera={() => {
            putAside();
            setWay('camera');
          }}
          onBack={onBack}
        />
      );
    default:
      return shownWay satisfies never;
  }
}

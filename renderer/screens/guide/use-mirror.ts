/** Sends the screen to the desk while it may be seen, and finds on it what the desk points at. */
import i18next from 'i18next';
import { useEffect, useEffectEvent, useState } from 'react';
import type { FromDesk } from '../../../preload/guide-contract.ts';
import { tell } from '../../app/kiosk.ts';
import type { Mirror } from '../../app/mirror/mirror.ts';
import { type Messages, ownTextsOf } from '../../app/mirror/own-texts.ts';

/** `x`, `y`: where in the element, as shares of its size. */
export interface Pointer {
  readonly element: Element;
  readonly x: number;
  readonly y: number;
}

/** @param isDark nobody may see the screen, whatever is on it */
export function useMirror(
  hear: (shown: FromDesk) => void,
  isDark: boolean,
): {
  isAlone: boolean;
  pointer: Pointer | null;
  highlight: Element | null;
} {
  const [isAlone, setIsAlone] = useState(false);
  const [pointer, setPointer] = useState<Pointer | null>(null);
  const [highlight, setHighlight] = useState<Element | null>(null);
  const onShown = useEffectEvent(hear);

  useEffect(() => {
    let mirror: Mirror | null = null;
    let isOver = false;
    void import('../../app/mirror/mirror.ts').then(({ startMirror }) => {
      if (isOver || isDark) return;
      mirror = startMirror({
        isOwnText: createOwnTexts(),
        send: (events) => void tell('guide.mirror', { events }),
        onTouch: (node) => void tell('guide.tell', { type: 'touch', node }),
        onAlone: (isNow) => {
          setIsAlone(isNow);
          setPointer(null);
          setHighlight(null);
          void tell('guide.tell', { type: 'alone', isAlone: isNow });
        },
      });
    });

    const stopHearing = window.kiosk.on('guide.shown', (shown) => {
      switch (shown.type) {
        case 'pointer': {
          const element = mirror?.find(shown.node) ?? null;
          setPointer(element && { element, x: shown.x, y: shown.y });
          return;
        }
        case 'highlight':
          setHighlight(shown.node === null ? null : (mirror?.find(shown.node) ?? null));
          return;
        case 'again':
          mirror?.again();
          return;
        default:
          onShown(shown);
      }
    });
    return () => {
      isOver = true;
      stopHearing();
      mirror?.stop();
      setIsAlone(false);
      setPointer(null);
      setHighlight(null);
    };
  }, [isDark]);

  return { isAlone: isAlone || isDark, pointer, highlight };
}

/** Those of every language that was spoken here: the screen may be drawn in one before it is in the next. */
function createOwnTexts(): (text: string) => boolean {
  let learnt = 0;
  let isOwn: (text: string) => boolean = () => false;
  return (text) => {
    const bundles = Object.values(i18next.services.resourceStore.data);
    if (bundles.length !== learnt) {
      learnt = bundles.length;
      isOwn = ownTextsOf(bundles.map(({ translation }) => translation as Messages));
    }
    return isOwn(text);
  };
}

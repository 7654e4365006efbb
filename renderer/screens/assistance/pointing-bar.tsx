/**
 * How a member of staff shows one step: they touch something on the screen, it does nothing but stand out, and its name
 * is said here in large letters; then the person touches it. One thing at a time.
 */
import { ALargeSmall, Check, Pointer, Snail } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tell } from '../../app/kiosk.ts';
import { useAccess } from '../../app/surroundings.ts';
import { EVENTS_OF_A_TOUCH } from '../../app/touch-events.ts';
import { Button } from '../../components/button/button.tsx';

const TOUCHABLE = 'button, input, textarea, a, [role="button"], [role="radio"], [role="tab"]';

export interface PointingBarProps {
  isCovered: boolean;
  screen: RefObject<HTMLElement | null>;
  onDone(): void;
}

export function PointingBar({ isCovered, screen, onDone }: PointingBarProps) {
  const { t } = useTranslation();
  const { textSize } = useAccess();
  const shown = useRef<Element | null>(null);
  const [shownName, setShownName] = useState<string | null>(null);
  const isChoosing = shownName === null && !isCovered;

  const forgetShown = useCallback(() => {
    shown.current?.removeAttribute('data-pointed-at');
    shown.current = null;
  }, []);

  useEffect(() => forgetShown, [forgetShown]);
  // In larger letters, everything below has moved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is looked for when the letters change
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest' }), [textSize]);
  // Whoever changes the language reads it in that one.
  useLayoutEffect(() => {
    const name = shown.current?.isConnected ? nameOf(shown.current) : shownName;
    if (name !== shownName) setShownName(name);
  });
  useEffect(() => {
    const place = screen.current;
    if (!place || !isChoosing) return;
    const show = (event: Event) => {
      if (!(event.target instanceof Element) || !place.contains(event.target)) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      const touched = event.target.closest(TOUCHABLE);
      if (event.type !== 'click' || !touched) return;
      shown.current = touched;
      touched.setAttribute('data-pointed-at', '');
      setShownName(nameOf(touched));
    };
    for (const name of EVENTS_OF_A_TOUCH) window.addEventListener(name, show, { capture: true });
    return () => {
      for (const name of EVENTS_OF_A_TOUCH) window.removeEventListener(name, show, { capture: true });
    };
  }, [isChoosing, screen]);

  return (
    <div className="assistance-banner__row">
      <Pointer className="assistance-banner__icon" aria-hidden />
      <p className="assistance-banner__words" role="status">
        {shownName === null ? t('assistance.point.choose') : t('assistance.point.shown', { name: shownName })}
      </p>
      <div className="assistance-banner__actions">
        {shownName !== null && (
          <Button
            icon={Pointer}
            onPress={() => {
              forgetShown();
              setShownName(null);
            }}
          >
            {t('assistance.point.another')}
          </Button>
        )}
        {textSize !== 'largest' && (
          <Button
            icon={ALargeSmall}
            onPress={() =>
              void tell('session.setAccess', { textSize: textSize === 'normal' ? 'large' : 'largest' })
            }
          >
            {t('assistance.point.larger')}
          </Button>
        )}
        <Button icon={Snail} onPress={() => void tell('session.moreTime', undefined)}>
          {t('assistance.point.slower')}
        </Button>
        <Button icon={Check} onPress={onDone}>
          {t('assistance.point.done')}
        </Button>
      </div>
    </div>
  );
}

/** As it is read on the screen. Of a field, what it is called, and never what stands in it. */
function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label) return label;
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    return element.labels?.[0]?.textContent?.trim() ?? '';
  }
  // Of a tile its word, without the sentence about it.
  return (element.querySelector('.tile__word') ?? element).textContent?.trim() ?? '';
}

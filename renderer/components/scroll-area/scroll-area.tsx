/** What may be too long for the screen: it scrolls by finger, by wheel, by keyboard, and by two large buttons. */
import './scroll-area.css';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';

/** How much of the page a touch on a button moves: some of it stays in sight, to find one's place again. */
const PAGE_SHARE = 0.8;

export interface ScrollAreaProps {
  children: ReactNode;
  /** What a screen reader calls this area. */
  label?: string;
  upWord?: string;
  downWord?: string;
  /** Something will follow what is there now: one may go on at its end. */
  growing?: boolean;
}

export function ScrollArea({ children, label, upWord, downWord, growing = false }: ScrollAreaProps) {
  const { t } = useTranslation();
  const view = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ above: false, below: false });

  const measure = useCallback(() => {
    const box = view.current;
    if (!box) return;
    const above = box.scrollTop > 1;
    const below = box.scrollTop + box.clientHeight < box.scrollHeight - 1;
    setRoom((before) => (before.above === above && before.below === below ? before : { above, below }));
  }, []);

  // What came in with this drawing is measured before it is painted; what grows by itself is seen by the watcher.
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    const box = view.current;
    if (!box || !content.current) return;
    const watcher = new ResizeObserver(measure);
    watcher.observe(box);
    watcher.observe(content.current);
    box.addEventListener('scroll', measure, { passive: true });
    return () => {
      watcher.disconnect();
      box.removeEventListener('scroll', measure);
    };
  }, [measure]);

  const scrollable = room.above || room.below;
  const turn = (direction: 1 | -1) => {
    const box = view.current;
    box?.scrollBy({ top: direction * PAGE_SHARE * box.clientHeight });
  };

  return (
    <div className="scroll-area">
      {/* Focusable only while there is something to scroll to, so that the arrow keys reach it. */}
      <section
        ref={view}
        className="scroll-area__view"
        aria-label={label ?? t('frame.scrollArea')}
        {...(scrollable ? { tabIndex: 0 } : {})}
      >
        <div ref={content} className="scroll-area__content">
          {children}
        </div>
      </section>
      {scrollable && (
        <div className="scroll-area__buttons">
          <Button icon={ArrowUp} isDisabled={!room.above} onPress={() => turn(-1)}>
            {upWord ?? t('frame.scrollUp')}
          </Button>
          <Button icon={ArrowDown} isDisabled={!(room.below || growing)} onPress={() => turn(1)}>
            {downWord ?? t('frame.scrollDown')}
          </Button>
        </div>
      )}
    </div>
  );
}

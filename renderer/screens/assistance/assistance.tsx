/** What is there while a member of staff helps: the banner above the screen, and what may stand before the screen. */
import './assistance.css';
import { type RefObject, useEffect, useState } from 'react';
import type { Assistance, AssistanceEnd } from '../../../preload/assist-contract.ts';
import { LayerContext } from '../../app/alone-steps.ts';
import type { Cover, StaffTool } from '../../app/assistance.ts';
import { ScreenNameContext } from '../../app/screen-name.ts';
import { Banner } from './banner.tsx';
import { ConsentScreen } from './consent-screen.tsx';
import { DeclinedScreen } from './declined-screen.tsx';
import { EndedBanner } from './ended-banner.tsx';
import { HandOverScreen } from './hand-over-screen.tsx';
import { StaffToolScreen } from './staff-tool-screen.tsx';

export interface AssistanceLayerProps {
  assistance: Assistance | null;
  /** Why nobody helps any more. */
  ended: AssistanceEnd | null;
  cover: Cover | null;
  tool: StaffTool | null;
  onTool(tool: StaffTool | null): void;
  /** Where the person's screen stands. */
  screen: RefObject<HTMLElement | null>;
}

export function AssistanceLayer({ assistance, ended, cover, tool, onTool, screen }: AssistanceLayerProps) {
  const [read, setRead] = useState<AssistanceEnd | null>(null);
  const isHelped = assistance !== null;
  // What ends after it is another end, though it be for the same reason.
  useEffect(() => {
    if (isHelped) setRead(null);
  }, [isHelped]);
  if (!assistance) {
    return ended && ended !== read ? <EndedBanner ended={ended} onRead={() => setRead(ended)} /> : null;
  }
  return (
    <>
      <Banner assistance={assistance} cover={cover} onTool={onTool} screen={screen} />
      <ScreenNameContext value="general">
        {cover === 'consent' && (
          <div className="assistance-cover">
            <ConsentScreen name={assistance.staffName} />
          </div>
        )}
        {cover === 'declined' && (
          <div className="assistance-cover">
            <DeclinedScreen name={assistance.staffName} onTool={onTool} />
          </div>
        )}
        {tool && (cover === 'tool' || cover === 'handOver') && (
          // Behind the cover it keeps what was typed into it.
          <div className="assistance-cover" data-covered={cover !== 'tool'}>
            <LayerContext value="ofTool">
              <StaffToolScreen tool={tool} screen={screen} onBack={() => onTool(null)} />
            </LayerContext>
          </div>
        )}
        {cover === 'handOver' && (
          <div className="assistance-cover">
            <HandOverScreen name={assistance.staffName} />
          </div>
        )}
      </ScreenNameContext>
    </>
  );
}

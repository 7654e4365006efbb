import type { RefObject } from 'react';
import type { StaffTool } from '../../app/assistance.ts';
import { UsefulNumbers } from '../service-screens.ts';
import { Counts } from './counts.tsx';
import { Interpreter } from './interpreter.tsx';
import { PrintAgain } from './print-again.tsx';
import { RequestInTheirWords } from './request-in-their-words.tsx';
import { Summary } from './summary.tsx';
import { WalkInAccount } from './tool-screens.ts';

export interface StaffToolScreenProps {
  tool: StaffTool;
  screen: RefObject<HTMLElement | null>;
  onBack(): void;
}

export function StaffToolScreen({ tool, screen, onBack }: StaffToolScreenProps) {
  switch (tool) {
    case 'usefulNumbers':
      return <UsefulNumbers onBack={onBack} />;
    case 'interpreter':
      return <Interpreter screen={screen} onBack={onBack} />;
    case 'request':
      return <RequestInTheirWords onBack={onBack} />;
    case 'walkIn':
      return <WalkInAccount onBack={onBack} />;
    case 'summary':
      return <Summary onBack={onBack} />;
    case 'printAgain':
      return <PrintAgain onBack={onBack} />;
    case 'counts':
      return <Counts onBack={onBack} />;
    default:
      return tool satisfies never;
  }
}

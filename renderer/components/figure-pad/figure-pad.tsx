/** Ten large keys for figures, and one that takes the last of them back. */
import './figure-pad.css';
import { Delete } from 'lucide-react';
import { Button } from '../button/button.tsx';

const FIGURES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export interface FigurePadProps {
  label: string;
  eraseWord: string;
  /** What has been typed. */
  figures: string;
  onType(figures: string): void;
}

export function FigurePad({ label, eraseWord, figures, onType }: FigurePadProps) {
  const key = (figure: string) => (
    <Button key={figure} onPress={() => onType(figures + figure)}>
      {figure}
    </Button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: its keys are no fields of a form
    <div role="group" aria-label={label} className="figure-pad">
      {FIGURES.map(key)}
      <Button icon={Delete} onPress={() => onType(figures.slice(0, -1))}>
        {eraseWord}
      </Button>
      {key('0')}
    </div>
  );
}

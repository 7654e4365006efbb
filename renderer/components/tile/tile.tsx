/** A large thing to touch: an icon, what it does, and a sentence about it. */
import './tile.css';
import type { LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components/Button';

export interface TileProps {
  icon: LucideIcon;
  word: string;
  text: string;
  onPress(): void;
}

export function Tile({ icon: Icon, word, text, onPress }: TileProps) {
  return (
    <Button className="tile" onPress={() => onPress()}>
      <span className="tile__icon">
        <Icon aria-hidden />
      </span>
      <span className="tile__words">
        <span className="tile__word">{word}</span>
        <span>{text}</span>
      </span>
    </Button>
  );
}

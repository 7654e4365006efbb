import {
  ArrowUpDown,
  Construction,
  Droplets,
  Flame,
  type LucideIcon,
  Megaphone,
  Thermometer,
  Zap,
} from 'lucide-react';
import type { AlertKind } from '../../../preload/information-contract.ts';

export const ALERT_ICONS: Readonly<Record<AlertKind, LucideIcon>> = {
  works: Construction,
  water: Droplets,
  heating: Thermometer,
  electricity: Zap,
  gas: Flame,
  lift: ArrowUpDown,
  other: Megaphone,
};

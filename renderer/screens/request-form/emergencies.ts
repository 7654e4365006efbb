/**
 * What cannot wait for an answer to a request, and whom to call. The numbers are those of the French emergency services
 * (service-public.fr, "numéros d'urgence") and of the gas network (GRDF, "Urgence Sécurité Gaz").
 */
import {
  ArrowUpDown,
  Droplets,
  Flame,
  type LucideIcon,
  PhoneOff,
  ShieldAlert,
  Wind,
  Zap,
} from 'lucide-react';
import type { RequestTopic } from '../../../preload/request-contract.ts';

export const EMERGENCIES = ['fire', 'gas', 'water', 'lift', 'electricity', 'threats', 'nobody'] as const;

export type Emergency = (typeof EMERGENCIES)[number];

/** Whom to call. Their words stand under `requests.urgent.whom.<name>`. */
export type Helper = 'fireBrigade' | 'police' | 'everyEmergency' | 'bySms' | 'gas' | 'landlord';

/** The landlord's is that of the agency of this kiosk. */
export const NUMBERS: Readonly<Record<Exclude<Helper, 'landlord'>, string>> = {
  fireBrigade: '18',
  police: '17',
  everyEmergency: '112',
  bySms: '114',
  gas: '0 800 47 33 33',
};

export const WHOM_TO_CALL: Readonly<Record<Emergency, { icon: LucideIcon; helpers: readonly Helper[] }>> = {
  fire: { icon: Flame, helpers: ['fireBrigade', 'everyEmergency'] },
  gas: { icon: Wind, helpers: ['gas', 'fireBrigade'] },
  water: { icon: Droplets, helpers: ['landlord', 'fireBrigade'] },
  lift: { icon: ArrowUpDown, helpers: ['fireBrigade', 'landlord'] },
  electricity: { icon: Zap, helpers: ['fireBrigade', 'landlord'] },
  threats: { icon: ShieldAlert, helpers: ['police', 'bySms'] },
  nobody: { icon: PhoneOff, helpers: ['everyEmergency'] },
};

/** Topics of a request that may be more than that. */
export const URGENT_TOPICS: Readonly<Partial<Record<RequestTopic, Emergency>>> = {
  gas: 'gas',
  water: 'water',
  lift: 'lift',
  electricity: 'electricity',
  threats: 'threats',
};

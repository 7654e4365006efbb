/** What a signed-in tenant can do here, and where on the screens it stands: the one list that home and menus show. */
import type { ParseKeys } from 'i18next';
import {
  BriefcaseBusiness,
  CalendarCheck,
  Contact,
  FileCheck,
  Files,
  FileText,
  Gauge,
  History,
  Info,
  Landmark,
  LifeBuoy,
  ListChecks,
  type LucideIcon,
  MessageSquareText,
  PenLine,
  ReceiptText,
  Scale,
  ScrollText,
  ShieldCheck,
  UserRound,
  UsersRound,
  WalletCards,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, LeaseLife } from '../../../preload/contract.ts';
import { Tile } from '../../components/tile/tile.tsx';
import { HandInTile } from '../hand-in/hand-in-tile.tsx';
import {
  AgenciesTile,
  AlertsTile,
  GoodToKnowTile,
  UsefulNumbersTile,
} from '../information/information-tiles.tsx';
import { PartnerSitesTile } from '../partner-sites/partner-sites-tile.tsx';
import { PaymentMethodsTile } from '../payment-methods/payment-methods-tile.tsx';

interface Door {
  onPress(): void;
}

interface Service {
  /** Draws nothing where the kiosk does not offer it. */
  readonly Tile: ComponentType<Door>;
  /** Whether it is about a lease, and of no use to somebody who has none. */
  readonly needsLease: boolean;
  /** For leases of which lives it is; for any, unless it is said. */
  readonly lives?: readonly LeaseLife[];
}

/** Nothing is owed or booked before a lease begins. */
const BEGUN: readonly LeaseLife[] = ['current', 'former'];
/** What is over is not paid month by month, nor insured, nor lived in. */
const NOT_OVER: readonly LeaseLife[] = ['coming', 'current'];

export const SERVICES = {
  account: { Tile: tileOf(ReceiptText, 'home.account', 'home.accountText'), needsLease: true, lives: BEGUN },
  statement: {
    Tile: tileOf(FileText, 'home.statement', 'home.statementText'),
    needsLease: true,
    lives: BEGUN,
  },
  payments: { Tile: tileOf(History, 'home.payments', 'home.paymentsText'), needsLease: true, lives: BEGUN },
  directDebit: {
    Tile: tileOf(Landmark, 'directDebit.tile', 'directDebit.tileText'),
    needsLease: true,
    lives: NOT_OVER,
  },
  paymentMethods: { Tile: PaymentMethodsTile, needsLease: false },
  handIn: { Tile: HandInTile, needsLease: true },
  writeRequest: {
    Tile: tileOf(PenLine, 'requests.tiles.write', 'requests.tiles.writeText'),
    needsLease: true,
  },
  requests: {
    Tile: tileOf(MessageSquareText, 'requests.tiles.list', 'requests.tiles.listText'),
    needsLease: true,
  },
  followUps: { Tile: tileOf(ListChecks, 'followUps.tile', 'followUps.tileText'), needsLease: false },
  assistance: {
    Tile: tileOf(LifeBuoy, 'requests.tiles.assistance', 'requests.tiles.assistanceText'),
    needsLease: true,
  },
  usefulNumbers: { Tile: UsefulNumbersTile, needsLease: false },
  agencies: { Tile: AgenciesTile, needsLease: false },
  goodToKnow: { Tile: GoodToKnowTile, needsLease: false },
  alerts: { Tile: AlertsTile, needsLease: true, lives: NOT_OVER },
  insurance: {
    Tile: tileOf(ShieldCheck, 'insurance.tile', 'insurance.tileText'),
    needsLease: true,
    lives: NOT_OVER,
  },
  rentPapers: {
    Tile: tileOf(FileCheck, 'papers.rentTile', 'papers.rentTileText'),
    needsLease: true,
    lives: BEGUN,
  },
  leasePapers: { Tile: tileOf(ScrollText, 'papers.leaseTile', 'papers.leaseTileText'), needsLease: true },
  appointment: {
    Tile: tileOf(CalendarCheck, 'appointment.tile', 'appointment.tileText'),
    needsLease: false,
  },
  contact: {
    Tile: tileOf(Contact, 'situation.sections.contact.tile', 'situation.sections.contact.tileText'),
    needsLease: false,
  },
  family: {
    Tile: tileOf(UsersRound, 'situation.sections.family.tile', 'situation.sections.family.tileText'),
    needsLease: true,
    lives: NOT_OVER,
  },
  work: {
    Tile: tileOf(BriefcaseBusiness, 'situation.sections.work.tile', 'situation.sections.work.tileText'),
    needsLease: true,
    lives: NOT_OVER,
  },
  consumption: {
    Tile: tileOf(Gauge, 'consumption.tile', 'consumption.tileText'),
    needsLease: true,
    lives: BEGUN,
  },
  charges: { Tile: tileOf(Scale, 'charges.tile', 'charges.tileText'), needsLease: true, lives: BEGUN },
  partnerSites: { Tile: PartnerSitesTile, needsLease: false },
} satisfies Record<string, Service>;

export type ServiceName = keyof typeof SERVICES;

/** The icon of each menu. Its words stand under `menus.<name>`. */
const MENUS = {
  payments: WalletCards,
  requests: MessageSquareText,
  documents: Files,
  consumption: Gauge,
  situation: UserRound,
  practical: Info,
} satisfies Record<string, LucideIcon>;

export type MenuName = keyof typeof MENUS;

/** What home shows, in this order: a service, or a menu of them. */
const HOME: readonly (ServiceName | { menu: MenuName; services: readonly ServiceName[] })[] = [
  'account',
  'statement',
  { menu: 'payments', services: ['payments', 'directDebit', 'paymentMethods'] },
  { menu: 'requests', services: ['writeRequest', 'requests', 'followUps', 'appointment', 'assistance'] },
  { menu: 'documents', services: ['rentPapers', 'leasePapers', 'insurance', 'handIn'] },
  { menu: 'consumption', services: ['consumption', 'charges'] },
  { menu: 'situation', services: ['contact', 'family', 'work'] },
  { menu: 'practical', services: ['usefulNumbers', 'agencies', 'goodToKnow', 'alerts', 'partnerSites'] },
];

interface Ways {
  /** Those of the person's own leases. */
  lives: readonly LeaseLife[];
  onService(name: ServiceName): void;
  onMenu(name: MenuName): void;
}

/** A menu of one service is that service. */
export function HomeTiles(ways: Ways) {
  return HOME.map((entry) => {
    if (typeof entry === 'string') return <ServiceTiles key={entry} {...ways} services={[entry]} />;
    const services = entry.services.filter((name) => isFor(name, ways.lives));
    return services.length > 1 ? (
      <MenuTile key={entry.menu} name={entry.menu} onPress={() => ways.onMenu(entry.menu)} />
    ) : (
      <ServiceTiles key={entry.menu} {...ways} services={services} />
    );
  });
}

export function MenuTiles({ menu, ...ways }: Omit<Ways, 'onMenu'> & { menu: MenuName }) {
  const services = HOME.flatMap((entry) =>
    typeof entry === 'object' && entry.menu === menu ? entry.services : [],
  );
  return <ServiceTiles {...ways} services={services} />;
}

function ServiceTiles({
  services,
  lives,
  onService,
}: Omit<Ways, 'onMenu'> & { services: readonly ServiceName[] }) {
  return services
    .filter((name) => isFor(name, lives))
    .map((name) => {
      const { Tile: ServiceTile } = SERVICES[name];
      return <ServiceTile key={name} onPress={() => onService(name)} />;
    });
}

function MenuTile({ name, onPress }: Door & { name: MenuName }) {
  const { t } = useTranslation();
  return (
    <Tile
      icon={MENUS[name]}
      word={t(`menus.${name}.word`)}
      text={t(`menus.${name}.text`)}
      onPress={onPress}
    />
  );
}

function tileOf(icon: LucideIcon, word: ParseKeys, text: ParseKeys): ComponentType<Door> {
  return function ServiceTile({ onPress }) {
    const { t } = useTranslation();
    return <Tile icon={icon} word={t(word)} text={t(text)} onPress={onPress} />;
  };
}

/** Before a lease begins, nothing is owed for it. */
export function canBePaid({ life }: Account): boolean {
  return BEGUN.includes(life);
}

/** The accounts that a service is for. */
export function accountsFor(name: ServiceName, accounts: readonly Account[]): readonly Account[] {
  const { lives }: Service = SERVICES[name];
  return lives ? accounts.filter(({ life }) => lives.includes(life)) : accounts;
}

export function isService(name: string): name is ServiceName {
  return Object.hasOwn(SERVICES, name);
}

/** Whether it is of any use to somebody with these accounts. */
export function isOffered(name: ServiceName, accounts: readonly Account[]): boolean {
  return isFor(
    name,
    accounts.map(({ life }) => life),
  );
}

function isFor(name: ServiceName, own: readonly LeaseLife[]): boolean {
  const { needsLease, lives }: Service = SERVICES[name];
  if (!needsLease) return true;
  return lives ? own.some((life) => lives.includes(life)) : own.length > 0;
}

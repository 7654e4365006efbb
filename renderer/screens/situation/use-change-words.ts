import { useTranslation } from 'react-i18next';
import type { ProfileChange, TenantProfile } from '../../../preload/profile-contract.ts';
import { dayInText, isolated } from '../../app/formats.ts';
import { useAccess } from '../../app/surroundings.ts';

export interface ChangeWords {
  /** What it would be: `07 98 76 54 32`. */
  after(change: ProfileChange): string;
  /** What is in force of the same thing. */
  before(change: ProfileChange): string;
}

export function useChangeWords(profile: TenantProfile): ChangeWords {
  const { t } = useTranslation();
  const { locale } = useAccess();
  const { contact, family, work } = profile;
  const none = t('situation.none');

  const workWords = ({ status, employer }: TenantProfile['work']) =>
    employer === null
      ? t(`situation.workStatuses.${status}`)
      : t('situation.workWith', {
          status: t(`situation.workStatuses.${status}`),
          employer: isolated(employer),
        });
  const nameOf = (occupantId: string) => {
    const person = family.occupants.find(({ id }) => id === occupantId);
    return person ? isolated(`${person.givenName} ${person.familyName}`) : none;
  };

  return {
    after(change) {
      switch (change.kind) {
        case 'email':
          return change.email;
        case 'mobilePhone':
        case 'landlinePhone':
          return change.phone ?? t('situation.noNumber');
        case 'postalAddress':
          return addressInLine(change.address);
        case 'familyStatus':
          return t(`situation.familyStatuses.${change.status}`);
        case 'occupantAdded':
          return t('situation.occupantBorn', {
            name: isolated(`${change.givenName} ${change.familyName}`),
            day: dayInText(change.bornOn, locale),
          });
        case 'occupantRemoved':
          return t('situation.leaves', { name: nameOf(change.occupantId) });
        case 'work':
          return workWords(change);
        default:
          return change satisfies never;
      }
    },
    before(change) {
      switch (change.kind) {
        case 'email':
          return contact.email ?? none;
        case 'mobilePhone':
        case 'landlinePhone':
          return contact[change.kind] ?? none;
        case 'postalAddress':
          return contact.postalAddress ? addressInLine(contact.postalAddress) : t('situation.atTheDwelling');
        case 'familyStatus':
          return t(`situation.familyStatuses.${family.status}`);
        case 'occupantAdded':
        case 'occupantRemoved':
          return t('situation.people', { count: family.occupants.length });
        case 'work':
          return workWords(work);
        default:
          return change satisfies never;
      }
    },
  };
}

export function addressInLine(address: NonNullable<TenantProfile['contact']['postalAddress']>): string {
  const { lines, postcode, city, country } = address;
  return [...lines, `${postcode} ${city}`.trim(), country].filter((part) => part !== '').join(', ');
}

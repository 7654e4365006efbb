/** "Mes demandes et réclamations": all of them, one of them, a new one. */
import { type ReactNode, useState } from 'react';
import type { Account, Tenant } from '../../../preload/contract.ts';
import type { RequestNature } from '../../../preload/request-contract.ts';
import type { Arrivals } from '../../app/arrivals.ts';
import { type Draft, EMPTY_DRAFT } from '../request-form/draft.ts';
import { naturesFor } from './natures.ts';
import { OpenRequest } from './open-request.tsx';
import { RequestList } from './request-list.tsx';
import { WriteRequest } from './write-request.tsx';

export interface RequestsScreenProps {
  tenant: Tenant;
  account: Account;
  /** Which lease it is about, where there are several. */
  lease: ReactNode;
  arrivals: Arrivals;
  /** Where to begin: help with the online account is a request like any other. */
  begin: 'list' | 'write' | 'assistance';
  /** What is being written, by what it is written for; kept by whoever keeps this screen. */
  drafts: ReadonlyMap<string, Draft>;
  onDraft(of: string, amend: (before: Draft) => Draft): void;
  onBack(): void;
  onHome(): void;
}

type Step = { name: 'list' | 'write' | 'assistance' } | { name: 'request'; requestId: string };

const ASSISTANCE_ONLY: readonly RequestNature[] = ['onlineAccount'];

/** The key of a new request among the drafts. */
const NEW = 'new';
const ASSISTANCE = 'assistance';

export function RequestsScreen(props: RequestsScreenProps) {
  const { tenant, account, lease, arrivals, begin, drafts, onDraft, onBack, onHome } = props;
  const [step, setStep] = useState<Step>({ name: begin });
  const toList = () => setStep({ name: 'list' });

  switch (step.name) {
    case 'list':
      return (
        <RequestList
          accountId={account.id}
          lease={lease}
          onOpen={(requestId) => setStep({ name: 'request', requestId })}
          onWrite={() => setStep({ name: 'write' })}
          onBack={onBack}
        />
      );
    case 'request': {
      const { requestId } = step;
      return (
        <OpenRequest
          requestId={requestId}
          arrivals={arrivals}
          draft={drafts.get(requestId) ?? EMPTY_DRAFT}
          onDraft={(amend) => onDraft(requestId, amend)}
          onBack={toList}
          onHome={onHome}
        />
      );
    }
    case 'write':
    case 'assistance': {
      const isAssistance = step.name === 'assistance';
      const key = isAssistance ? ASSISTANCE : NEW;
      return (
        <WriteRequest
          key={key}
          tenant={tenant}
          accountId={account.id}
          lease={lease}
          natures={isAssistance ? ASSISTANCE_ONLY : naturesFor(account.life)}
          arrivals={arrivals}
          draft={drafts.get(key) ?? EMPTY_DRAFT}
          onDraft={(amend) => onDraft(key, amend)}
          onBack={begin === step.name ? onBack : toList}
          onList={toList}
          onHome={onHome}
        />
      );
    }
    default:
      return step satisfies never;
  }
}

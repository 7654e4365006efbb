import { useState } from 'react';
import { REQUEST_NATURES } from '../../../preload/request-subjects.ts';
import { ScreenNameContext } from '../../app/screen-name.ts';
import { EMPTY_DRAFT } from '../request-form/draft.ts';
import { UnsignedRequest } from '../service-screens.ts';

/** A request of somebody without an account, in their own words, that a member of staff types with them. */
export function RequestInTheirWords({ onBack }: { onBack(): void }) {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  return (
    <ScreenNameContext value="newRequest">
      <UnsignedRequest
        natures={REQUEST_NATURES}
        draft={draft}
        onDraft={setDraft}
        onSent={() => setDraft(EMPTY_DRAFT)}
        onBack={onBack}
      />
    </ScreenNameContext>
  );
}

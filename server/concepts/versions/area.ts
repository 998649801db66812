import type { Area } from '#server/platform/area.ts'
import { approvalCards } from './approving/views.ts'
import { reactions } from './reactions.ts'
import { isSectionOpen, sectionStanding, versionCards } from './reading/views.ts'
import { auditWords, notificationWords } from './words.ts'

/** What versions bring to the area of the concepts. */
export const versions = {
  reactions,
  things: [
    { kind: 'concept-approval', word: 'Medienkonzept', cards: approvalCards },
    { kind: 'concept-version', word: 'Version eines Medienkonzepts', cards: versionCards },
    {
      ...{ kind: 'concept-section', word: 'Kapitel eines Medienkonzepts' },
      // Only pictures hang on it; nobody points at one.
      cards: () => Promise.resolve([]),
      ...{ standing: sectionStanding, isOpen: isSectionOpen },
    },
  ],
  notificationWords,
  auditWords,
} satisfies Partial<Area>

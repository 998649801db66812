import type { Area } from '#server/platform/area.ts'
import { forgetDeleted, sweep, sweepNightly } from './jobs.ts'
import { privacy } from './privacy.ts'
import { reactions } from './reactions.ts'
import { fileCards } from './views.ts'
import { auditWords } from './words.ts'

export const files: Area = {
  name: 'files',
  reactions,
  jobs: [sweep],
  due: [forgetDeleted, sweepNightly],
  things: [{ kind: 'file', word: 'Datei', cards: fileCards }],
  auditWords,
  privacy,
}

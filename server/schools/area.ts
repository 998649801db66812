import type { Area } from '#server/platform/area.ts'
import { importSchools } from './cli.ts'
import { forgetUploads } from './jobs.ts'
import { privacyRules } from './privacy.ts'
import { findSchools, locateSchool, schoolCards } from './views.ts'
import { auditWords } from './words.ts'

export const schools: Area = {
  name: 'schools',
  due: [forgetUploads],
  things: [
    {
      kind: 'school',
      word: 'Schule',
      cards: (_actor, ids) => schoolCards(ids),
      locate: locateSchool,
    },
  ],
  search: [
    { kind: 'school', title: 'Schulen', find: (_actor, words, limit) => findSchools(words, limit) },
  ],
  auditWords,
  cli: { 'schools:import': importSchools },
  privacy: privacyRules,
}

import { type Budget, many, one, PURE } from './query-budgets.ts'
import * as packages from './software/packages/views.ts'
import * as editions from './software/editions/views.ts'
import type { Surroundings } from './surroundings.ts'
import * as adoption from './software/adoption/views.ts'
import * as ofSchool from './software/adoption/school/views.ts'
import * as desk from './software/decisions/desk/views.ts'
import * as history from './software/decisions/history/views.ts'
import * as decisions from './software/decisions/views.ts'

/** Whoever they are besides: also release manager. */
const releaser = ({ lead }: Surroundings) => ({
  ...lead,
  memberships: [{ role: 'release_manager' as const, schoolId: null, state: 'confirmed' as const }],
})

/** Views of releases, adoptions, packages, editions and the city's overview, as in view-calls.ts. */
export const softwareDecisionCalls: Record<string, Record<string, Budget | string>> = {
  'software/adoption': {
    adoptionFor: one(9, (at) => adoption.adoptionFor(at.principal, at.software().product, null)),
    atOwnSchools: many(2, (at) => adoption.atOwnSchools(at.lead, at.software().productId)),
    waitingFor: one(1, (at) => adoption.waitingFor(at.principal)),
    readSchool: one(1, (at) => adoption.readSchool(at.principal, at.school.slug)),
  },
  'software/adoption/school': {
    softwareOfSchool: many(6, (at) => ofSchool.softwareOfSchool(at.principal, at.school.slug, 1)),
    softwareFile: many(3, (at) => ofSchool.softwareFile(at.principal, at.school.slug)),
  },
  'software/decisions': {
    consequencesOf: one(2, (at) => decisions.consequencesOf(at.software().productId)),
  },
  'software/decisions/desk': {
    releaseDeskFor: many(6, (at) => desk.releaseDeskFor(releaser(at), { q: '', page: 1 })),
  },
  'software/decisions/history': {
    historyFor: one(5, (at) => history.historyFor(at.lead, at.software().product, 1)),
    statusFor: one(2, (at) => history.statusFor(at.software().product)),
    reportsWaitingFor: one(1, (at) => history.reportsWaitingFor(at.lead)),
  },
  'software/editions': {
    editionsFor: one(2, (at) => editions.editionsFor(at.staff, 1)),
    editionFor: 'reads one row: its content is fixed',
    editionFile: 'reads one row: its content is fixed',
    editionSchema: PURE,
  },
  'software/packages': {
    packageFor: one(7, (at) =>
      packages.packageFor(at.principal, at.software().product, { use: '', school: '' }),
    ),
    packageFile: one(6, (at) =>
      packages.packageFile(at.principal, at.software().product, {
        ...{ use: at.software().scenarioId, school: at.school.slug, part: 'vvt', format: 'docx' },
      }),
    ),
  },
}

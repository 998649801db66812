import * as report from './concepts/equipment/report/views.ts'
import * as needs from './concepts/equipment/needs/views.ts'
import * as standard from './concepts/equipment/standard/views.ts'
import * as stock from './concepts/equipment/stock/views.ts'
import * as equipment from './concepts/equipment/views.ts'
import * as appointments from './concepts/talks/appointments/views.ts'
import * as cycles from './concepts/talks/cycles/views.ts'
import * as people from './concepts/talks/people/views.ts'
import * as reflection from './concepts/talks/reflection/views.ts'
import * as signing from './concepts/talks/signing/views.ts'
import * as talks from './concepts/talks/views.ts'
import * as talkWaiting from './concepts/talks/waiting/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

/** Of the Amt, whoever they are besides. */
const amt = ({ staff }: Surroundings) => ({
  ...staff,
  memberships: [{ role: 'release_manager' as const, schoolId: null, state: 'confirmed' as const }],
})
const first = (at: Surroundings) => String(at.talks().talk)
const held = (at: Surroundings) => String(at.talks().held)
const firstId = ({ ids }: Surroundings) => ids('equipment-talk')[0] ?? ''
const nothing = new URLSearchParams()
const SPAN = { since: new Date('2026-01-01'), limit: 100 }

/** Views of equipment and of the yearly talk, as in view-calls.ts. */
export const talkCalls: Record<string, Record<string, Budget | string>> = {
  'concepts/equipment': {
    equipmentFor: many(7, (at) => equipment.equipmentFor(at.principal, null)),
  },
  'concepts/equipment/standard': {
    standardPage: many(3, () =>
      standard.standardPage(new URLSearchParams('schulform=comprehensive')),
    ),
    manageStandardFor: many(3, (at) => standard.manageStandardFor(amt(at), nothing)),
    standardOf: many(3, () => standard.standardOf('comprehensive')),
    equipmentClasses: many(1, () => standard.equipmentClasses()),
  },
  'concepts/equipment/stock': {
    schoolFor: one(1, (at) => stock.schoolFor(at.principal, at.school.slug)),
    standingOf: many(5, (at) => stock.standingOf({ id: at.school.id, form: 'comprehensive' })),
    stockFor: many(7, (at) => stock.stockFor(at.principal, at.school.slug, null)),
    stockListFile: many(3, (at) => stock.stockListFile(at.principal, at.school.slug)),
  },
  'concepts/equipment/needs': {
    needsFor: many(8, (at) => needs.needsFor(at.principal, at.school.slug)),
    needsOfTalk: many(1, (at) => needs.needsOfTalk(firstId(at))),
  },
  'concepts/equipment/report': {
    reportFor: one(2, (at) => report.reportFor(amt(at), nothing)),
    reportFile: one(2, (at) => report.reportFile(amt(at), nothing)),
  },
  'concepts/talks': {
    seenTalk: one(1, (at) => talks.seenTalk(at.principal, first(at))),
    headOf: PURE,
    talksFor: many(3, (at) => talks.talksFor(at.principal, nothing)),
    talkFor: many(7, (at) => talks.talkFor(at.principal, first(at))),
    resultFor: many(4, (at) => talks.resultFor(at.principal, held(at))),
    sharedConceptFor: many(4, (at) => talks.sharedConceptFor(amt(at), held(at))),
    talkCards: many(1, (at) => talks.talkCards(at.principal, at.ids('equipment-talk'))),
  },
  'concepts/talks/agreements': {
    agreementsOf: 'counted with resultFor',
  },
  'concepts/talks/appointments': {
    datesOfTalk: many(1, (at) => appointments.datesOfTalk(firstId(at))),
    ledBy: PURE,
    talkDates: one(1, (at) => appointments.talkDates(at.principal, SPAN)),
  },
  'concepts/talks/cycles': {
    BETWEEN: PURE,
    roundFor: many(3, (at) => cycles.roundFor(amt(at), nothing)),
    roundsFor: many(2, (at) => cycles.roundsFor(amt(at))),
  },
  'concepts/talks/people': {
    peopleOfTalk: many(1, (at) => people.peopleOfTalk(firstId(at))),
    candidatesFor: one(1, (at) =>
      people.candidatesFor({ schoolId: at.school.id, now: new Date('2026-11-01') }),
    ),
  },
  'concepts/talks/reflection': {
    yearBefore: PURE,
    reflectionFor: many(8, (at) => reflection.reflectionFor(at.principal, first(at))),
    reflectionsOf: one(1, (at) => reflection.reflectionsOf(firstId(at))),
  },
  'concepts/talks/signing': {
    signaturesOf: one(1, (at) => signing.signaturesOf(firstId(at))),
  },
  'concepts/talks/waiting': {
    waitingFor: many(1, (at) => talkWaiting.waitingFor(at.principal)),
  },
}

import { LAB_DAY } from '#db/factories/lab-neighbourhood.ts'
import * as waiting from './medialab/waiting/views.ts'
import * as after from './medialab/workshops/after/views.ts'
import * as seats from './medialab/workshops/seats/views.ts'
import * as workshops from './medialab/workshops/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

const firstPage = { page: 1, isPast: false }
const NEXT = { since: new Date('2026-01-01'), limit: 100 }
const numberOf = (at: Surroundings) => Number(at.labWorkshop().split('-')[0])
const first = ({ ids }: Surroundings) => ids('workshop')[0] ?? ''
const wish = (at: Surroundings) =>
  new URLSearchParams({ angebot: at.lab().heap, tag: LAB_DAY, von: '10:00', bis: '12:00' })

/** Views of workshops and of the waiting list, as in view-calls.ts. */
export const labWorkshopCalls: Record<string, Record<string, Budget | string>> = {
  'medialab/workshops': {
    undoSince: PURE,
    lookOf: PURE,
    factsOf: PURE,
    pathOf: PURE,
    seenWorkshop: one(1, (at) => workshops.seenWorkshop(at.lead, numberOf(at))),
    workshopsFor: many(3, (at) => workshops.workshopsFor(at.staff, firstPage)),
    nextWorkshops: many(1, () => workshops.nextWorkshops(null, 20)),
    mySeats: many(1, (at) => workshops.mySeats(at.lead)),
    workshopFor: many(4, (at) => workshops.workshopFor(at.lead, at.labWorkshop())),
    newWorkshopFor: one(2, (at) => workshops.newWorkshopFor(at.staff)),
    workshopForEdit: one(4, (at) => workshops.workshopForEdit(at.staff, at.labWorkshop())),
    workshopCards: many(1, (at) => workshops.workshopCards(at.lead, at.ids('workshop'))),
    searchWorkshops: many(1, () => workshops.searchWorkshops(null, ['bruch'], 11)),
    locateWorkshop: one(1, (at) =>
      workshops.locateWorkshop(`/medialab/workshops/${at.labWorkshop()}`),
    ),
    workshopStanding: one(1, (at) => workshops.workshopStanding(at.lead, first(at))),
    mayHearWorkshop: one(1, (at) => workshops.mayHearWorkshop(at.lead, first(at))),
  },
  'medialab/workshops/seats': {
    seatDates: many(1, (at) => seats.seatDates(at.lead, NEXT)),
    publicCalendar: many(1, () => seats.publicCalendar()),
  },
  'medialab/workshops/after': {
    peopleFor: many(2, (at) => after.peopleFor(at.staff, at.labWorkshop())),
    certificateFor: one(2, (at) => after.certificateFor(at.lead, at.labWorkshop())),
    certificatePdf: 'prints what certificateFor shows',
  },
  'medialab/waiting': {
    wantedOf: PURE,
    faultsOf: 'weighs, as counted with medialab/placing',
    myWaiting: many(2, (at) => waiting.myWaiting(at.lead)),
    waitingPage: many(14, (at) => waiting.waitingPage(at.lead, wish(at))),
    waitingCards: many(1, (at) => waiting.waitingCards(at.lead, at.ids('lab-waiting'))),
  },
}

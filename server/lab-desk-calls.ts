import { damageNumbers } from '#db/factories/lab-counter.ts'
import * as damages from './medialab/desk/damages/views.ts'
import * as handing from './medialab/desk/handing/views.ts'
import * as labels from './medialab/desk/labels/views.ts'
import * as overdue from './medialab/desk/overdue/views.ts'
import * as returning from './medialab/desk/returning/views.ts'
import * as stickers from './medialab/desk/stickers/views.ts'
import * as troubles from './medialab/desk/troubles/views.ts'
import * as desk from './medialab/desk/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'

/** Views of the counter, as in view-calls.ts. */
export const labDeskCalls: Record<string, Record<string, Budget | string>> = {
  'medialab/desk': {
    deskDateOf: PURE,
    pathOf: PURE,
    standsAtDesk: PURE,
    deskFor: many(5, (at) => desk.deskFor(at.staff, 'Kim')),
    dateOf: one(1, (at) => desk.dateOf(at.lab().out, { position: null, fits: () => true })),
  },
  'medialab/desk/handing': {
    handOutFor: many(5, (at) => handing.handOutFor(at.staff, at.lab().booking, null)),
  },
  'medialab/desk/returning': {
    takeBackFor: many(5, (at) =>
      returning.takeBackFor(at.staff, at.lab().out, { position: null, scanned: null }),
    ),
  },
  'medialab/desk/damages': {
    damagesFor: many(2, (at) => damages.damagesFor(at.staff, '', 1)),
    damageFor: one(4, async (at) => damages.damageFor(at.staff, (await damageNumbers())[0] ?? 0)),
    damageTable: many(1, (at) => damages.damageTable(at.staff, '')),
    damageCards: many(1, (at) => damages.damageCards(at.staff, at.ids('lab-damage'))),
    damageStanding: one(1, (at) => damages.damageStanding(at.staff, at.ids('lab-damage')[0] ?? '')),
  },
  'medialab/desk/labels': {
    labelsFor: many(2, (at) => labels.labelsFor(at.staff, [at.lab().heap])),
    labelSheets: 'starts a browser; asks what labelsFor asks, and the name of the lab',
  },
  'medialab/desk/overdue': {
    overdueFor: many(2, (at) => overdue.overdueFor(at.staff, 1)),
  },
  'medialab/desk/stickers': {
    stickerFor: one(3, (at) => stickers.stickerFor(at.lead, at.lab().code)),
  },
  'medialab/desk/troubles': {
    troublesOf: many(1, (at) => troubles.troublesOf(at.ids('lab-booking'))),
  },
}

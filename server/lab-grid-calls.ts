import { LAB_DAY } from '#db/factories/lab-neighbourhood.ts'
import * as grid from './medialab/grid/views.ts'
import { type Budget, many, one } from './query-budgets.ts'

/** Views of the calendar of the MediaLab, as in view-calls.ts. */
export const labGridCalls: Record<string, Record<string, Budget | string>> = {
  'medialab/grid': {
    calendarFor: many(5, (at) => grid.calendarFor(at.lead, { tag: LAB_DAY })),
    mayHearDay: one(0, () => grid.mayHearDay()),
    roomsOfDates: one(1, (at) =>
      grid.roomsOfDates({ dateIds: at.ids('lab-booking'), bookingId: null }),
    ),
  },
}

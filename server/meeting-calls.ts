import * as polls from './plg/polls/views.ts'
import * as attestation from './plg/sessions/attestation/views.ts'
import * as feed from './plg/sessions/feed/views.ts'
import * as live from './plg/sessions/live/views.ts'
import * as upcoming from './plg/sessions/upcoming/views.ts'
import * as sessions from './plg/sessions/views.ts'
import * as tasks from './plg/tasks/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import * as calendar from './schools/calendar/views.ts'
import type { Surroundings } from './surroundings.ts'

const session = (at: Surroundings) => ({ plg: at.plg.slug, number: String(at.meetings().session) })
const poll = (at: Surroundings) => ({ plg: at.plg.slug, number: String(at.meetings().poll) })
const NEW_YEAR = new Date('2098-01-02T12:00:00Z')

/** Views of meetings, polls, tasks and free days, as in view-calls.ts. */
export const meetingCalls: Record<string, Record<string, Budget | string>> = {
  'plg/sessions': {
    groundOf: one(2, (at) => sessions.groundOf(at.lead, at.plg.slug)),
    insideSession: one(2, (at) => sessions.insideSession(at.lead, session(at))),
    dayFactsFor: one(1, (at) => sessions.dayFactsFor([{ schoolId: at.school.id }], [NEW_YEAR])),
    sessionsFor: many(7, (at) => sessions.sessionsFor(at.lead, at.plg.slug, 1)),
    nextSessionOf: one(2, (at) => sessions.nextSessionOf(at.lead, at.plg.slug)),
    newSessionFor: many(4, (at) => sessions.newSessionFor(at.lead, at.plg.slug)),
    editSessionFor: 'needs a planned meeting; asks what newSessionFor asks',
    minutesFor: one(2, (at) => sessions.minutesFor(at.lead, session(at))),
    sessionFor: many(7, (at) => sessions.sessionFor(at.lead, session(at))),
    abilitiesOf: PURE,
    mayHearSession: one(2, (at) =>
      sessions.mayHearSession(at.lead, at.meetings().sessionIds[0] ?? ''),
    ),
    sessionCards: many(2, (at) => sessions.sessionCards(at.lead, at.meetings().sessionIds)),
  },
  'plg/sessions/live': {
    liveFor: one(5, (at) => live.liveFor(at.lead, session(at))),
  },
  'plg/sessions/feed': {
    hashOfKey: PURE,
    keysOf: PURE,
    icsFor: one(3, (at) => feed.icsFor(at.lead, session(at))),
    feedFor: one(1, () => feed.feedFor('A'.repeat(43), undefined)),
    meetingDates: many(1, (at) => feed.meetingDates(at.lead, { since: NEW_YEAR, limit: 500 })),
    calendarFor: many(2, (at) => feed.calendarFor(at.lead)),
  },
  'plg/sessions/upcoming': {
    nextMeetings: many(1, (at) => upcoming.nextMeetings(at.lead, 100)),
    searchMeetings: many(1, (at) => upcoming.searchMeetings(at.lead, ['bruch'], 100)),
  },
  'plg/sessions/attestation': {
    attestationFor: many(2, (at) => attestation.attestationFor(at.lead, at.plg.slug)),
    attestationPdf: 'asks through attestationFor, then makes a file',
  },
  'plg/polls': {
    insidePoll: one(3, (at) => polls.insidePoll(at.lead, poll(at))),
    openPollsOf: many(3, (at) => polls.openPollsOf(at.lead, at.plg.slug)),
    newPollFor: one(2, (at) => polls.newPollFor(at.lead, at.plg.slug)),
    pollFor: many(7, (at) => polls.pollFor(at.lead, poll(at))),
    pollCards: many(2, (at) => polls.pollCards(at.lead, at.meetings().pollIds)),
  },
  'plg/tasks': {
    tasksFor: many(4, (at) => tasks.tasksFor(at.lead, at.plg.slug)),
    taskCards: many(2, (at) => tasks.taskCards(at.lead, at.meetings().taskIds)),
  },
  'schools/calendar': {
    freeDaysFor: one(2, (at) => calendar.freeDaysFor(at.lead, at.school.slug)),
    freeDaysOf: many(1, (at) => calendar.freeDaysOf(at.ids('school'), '2098-01-01', '2098-12-31')),
  },
}

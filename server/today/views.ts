import { waitingFor as waitingInAccounts } from '#server/accounts/roles/views.ts'
import { accountFor } from '#server/accounts/views.ts'
import { type Actor, fullName, hasNetworkRole, isConfirmed } from '#server/auth/actor.ts'
import { waitingFor as waitingAims } from '#server/concepts/aims/views.ts'
import { waitingFor as waitingInConcepts } from '#server/concepts/goals/due/views.ts'
import { waitingFor as waitingTalks } from '#server/concepts/talks/waiting/views.ts'
import { waitingFor as waitingApprovals } from '#server/concepts/versions/approving/views.ts'
import { newFor } from '#server/discussions/views.ts'
import { nextBookings } from '#server/medialab/booking/own/views.ts'
import { waitingFor as waitingInMedialab } from '#server/medialab/booking/requests/views.ts'
import { openCount, waitingFor as waitingInModeration } from '#server/moderation/views.ts'
import { reportsWaitingFor as waitingReportsOfLab } from '#server/medialab/reports/views.ts'
import { unreadCount } from '#server/notifications/views.ts'
import { now } from '#server/platform/clock.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { settings } from '#server/platform/env.ts'
import { NotFound } from '#server/platform/errors.ts'
import { standsAtDesk } from '#server/medialab/desk/views.ts'
import { nextMeetings } from '#server/plg/sessions/upcoming/views.ts'
import { myPlgs, suggestionsFor, waitingFor as waitingInPlgs } from '#server/plg/views.ts'
import { waitingFor as waitingInSchools } from '#server/schools/views.ts'
import { waitingFor as waitingInSoftware } from '#server/software/adoption/views.ts'
import { reportsWaitingFor } from '#server/software/decisions/history/views.ts'
import { may as mayOfSoftware } from '#server/software/policy.ts'
import { isAuthority } from '#server/concepts/equipment/policy.ts'
import { answersRequests, waitingFor as waitingInSupport } from '#server/support/views.ts'
import { waitingFor as waitingInVisits } from '#server/visits/views.ts'
import { greetingAt } from './rules.ts'

/** What the frame around every page needs to know of the person. */
export async function frameFor(actor: Actor | null) {
  const { isDemo, smtpUrl } = settings()
  const mayModerate = actor !== null && hasNetworkRole(actor, 'smz_staff')
  const [unread, openReports] = await Promise.all([
    actor ? unreadCount(actor) : 0,
    actor && mayModerate ? openCount(actor) : 0,
  ])
  return {
    person: actor && { id: actor.id, name: fullName(actor), confirmed: isConfirmed(actor) },
    mayModerate,
    ...areasOf(actor),
    openReports,
    unread,
    isDemo,
    hasMailbox: isDemo && !smtpUrl,
    sessionEnd: actor?.sessionEnd
      ? {
          secondsLeft: Math.floor((actor.sessionEnd.at.getTime() - now().getTime()) / 1000),
          isFinal: actor.sessionEnd.isFinal,
        }
      : null,
  }
}

/** The areas of offices in the menu. */
const areasOf = (actor: Actor | null) => ({
  maySupport: actor !== null && answersRequests(actor),
  mayAccompany: actor !== null && hasNetworkRole(actor, 'facilitator', 'media_advisor'),
  mayLeadTalks: actor !== null && isAuthority(actor),
  mayReview: actor !== null && mayOfSoftware.seeReview(actor, {}),
  mayStandAtDesk: actor !== null && standsAtDesk(actor),
  mayAdministrate: actor !== null && hasNetworkRole(actor, 'operator'),
})

const MOST_WAITING = 5
const MOST_MEETINGS = 5
const MOST_BOOKINGS = 3

/**
 * "Heute": what waits for the person, what is new in their PLGs, when these meet next; for people without a PLG, three that fit.
 * Each line comes through the view, and so the rights, of its area.
 *
 * @param all everything that waits, not only the first few
 */
export async function todayFor(actor: Actor, { all = false } = {}) {
  const [accounts, plgs, schools, software, pilots, moderation, support, visits, lab, ...rest] =
    await Promise.all([
      waitingInAccounts(actor),
      waitingInPlgs(actor),
      waitingInSchools(actor),
      waitingInSoftware(actor),
      reportsWaitingFor(actor),
      waitingInModeration(actor),
      waitingInSupport(actor),
      waitingInVisits(actor),
      waitingInMedialab(actor),
      newFor(actor),
      myPlgs(actor),
      nextMeetings(actor, MOST_MEETINGS),
      nextBookings(actor, MOST_BOOKINGS),
      waitingReportsOfLab(actor),
      waitingInConcepts(actor),
      waitingApprovals(actor),
      waitingTalks(actor),
      waitingAims(actor),
    ])
  const [news, mine, meetings, bookings, trials, goals, approvals, talks, aims] = rest
  const waiting: Waiting[] = [
    ...accounts,
    ...plgs,
    ...schools,
    ...software,
    ...pilots,
    ...moderation,
    ...support,
    ...visits,
    ...lab,
    ...trials,
    ...goals,
    ...approvals,
    ...talks,
    ...aims,
  ]
  const isAlone = mine.length === 0 && isConfirmed(actor)
  const at = now()
  return {
    greeting: `${greetingAt(at)}, ${fullName(actor)}`,
    now: at,
    isConfirmed: isConfirmed(actor),
    isNew: !actor.isWelcomed,
    waiting: all ? waiting : waiting.slice(0, MOST_WAITING),
    moreWaiting: all ? 0 : Math.max(0, waiting.length - MOST_WAITING),
    showsAll: all,
    meetings,
    bookings,
    news,
    newPosts: news.reduce((sum, topic) => sum + topic.count, 0),
    plgs: mine.slice(0, MOST_WAITING),
    suggestions: isAlone ? await suggestionsFor(actor, await accountFor(actor)) : [],
  }
}

/** The view of an address that is no page. */
export function nowhere(): Promise<never> {
  return Promise.reject(new NotFound())
}

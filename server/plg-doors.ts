import type { Actor } from '#server/auth/actor.ts'
import * as agreement from './plg/agreement/commands.ts'
import * as agreementViews from './plg/agreement/views.ts'
import * as commands from './plg/commands.ts'
import * as cycle from './plg/cycle/commands.ts'
import * as cycleViews from './plg/cycle/views.ts'
import * as directory from './plg/directory/views.ts'
import * as inquiry from './plg/inquiry/commands.ts'
import * as inquiryViews from './plg/inquiry/views.ts'
import * as invitations from './plg/invitations/commands.ts'
import * as leading from './plg/leading/commands.ts'
import * as members from './plg/members/commands.ts'
import * as memberViews from './plg/members/views.ts'
import * as programmes from './plg/programmes/views.ts'
import * as seats from './plg/seats/commands.ts'
import * as seatViews from './plg/seats/views.ts'
import * as views from './plg/views.ts'

const about = {
  title: 'Neuer Titel',
  question: 'Neue Frage?',
  summary: '',
  joining: 'open' as const,
  subjects: [],
  gradeBands: [],
  schoolForms: [],
  seeksMembers: true,
}

const seen = { from: 'forming' as const, cycle: 1, note: '' }
const focus = {
  ...{ cycle: 1, version: 0, question: 'Worum?', shouldLearn: '', knownBy: '', evidence: '' },
  ...{ goal: '', measure: '', outOfScope: '' },
}

/** Where somebody stands who has the address of a PLG and all its ids. */
export type Place = {
  slug: string
  id: string
  memberId: string
  personId: string
  invitationId: string
  schoolId: string
  normId: string
}

/** Everything that takes one PLG, as somebody would try it who has its address and all its ids. */
export const DOORS: Record<string, (actor: Actor, at: Place) => Promise<unknown>> = {
  'views.insideOf': (actor, { slug }) => views.insideOf(actor, { slug }),
  'views.insideOf by id': (actor, { id }) => views.insideOf(actor, { id }),
  'views.settingsFor': (actor, { slug }) => views.settingsFor(actor, slug),
  'memberViews.workspaceFor': (actor, { slug }) => memberViews.workspaceFor(actor, slug),
  'memberViews.aboutFor': (actor, { slug }) => memberViews.aboutFor(actor, slug),
  'memberViews.membersFor': (actor, { slug }) => memberViews.membersFor(actor, slug),
  'commands.lockedPlg': (actor, { slug }) => commands.lockedPlg(actor, { slug }),
  'commands.ledPlg': (actor, { slug }) => commands.ledPlg(actor, slug),
  'commands.editPlg': (actor, { slug }) => commands.editPlg(actor, slug, about),
  'cycle.movePhase': (actor, { slug }) => cycle.movePhase(actor, slug, { ...seen, phase: 'idea' }),
  'cycle.pausePlg': (actor, { slug }) => cycle.pausePlg(actor, slug, seen),
  'cycle.resumePlg': (actor, { slug }) => cycle.resumePlg(actor, slug, seen),
  'cycle.closePlg': (actor, { slug }) => cycle.closePlg(actor, slug, { ...seen, isSure: true }),
  'cycle.beginNextCycle': (actor, { slug }) => cycle.beginNextCycle(actor, slug, seen),
  'cycleViews.cycleFor': (actor, { slug }) => cycleViews.cycleFor(actor, slug, null),
  'cycleViews.standingFor': (actor, { slug }) => cycleViews.standingFor(actor, slug),
  'agreement.saveAgreement': (actor, { slug }) =>
    agreement.saveAgreement(actor, slug, { version: 0, text: 'Neu', rhythm: '' }),
  'agreement.setTimeBudget': (actor, { slug, schoolId }) =>
    agreement.setTimeBudget(actor, slug, { schoolId, timeBudget: 'Keine', version: 1 }),
  'agreement.agreeNorms': (actor, { slug }) =>
    agreement.agreeNorms(actor, slug, { chosen: ['Neu'], own: '' }),
  'agreement.reviewNorm': (actor, { slug, normId }) =>
    agreement.reviewNorm(actor, slug, { normId, verdict: 'dropped', text: '' }),
  'agreement.restoreNorm': (actor, { slug, normId }) => agreement.restoreNorm(actor, slug, normId),
  'agreementViews.agreementFor': (actor, { slug }) => agreementViews.agreementFor(actor, slug),
  'inquiry.saveInquiry': (actor, { slug }) => inquiry.saveInquiry(actor, slug, focus),
  'inquiryViews.focusFor': (actor, { slug }) => inquiryViews.focusFor(actor, slug, null),
  'members.joinPlg': (actor, { slug }) => members.joinPlg(actor, slug, {}),
  'members.requestToJoin': (actor, { slug }) => members.requestToJoin(actor, slug, { message: '' }),
  'members.withdrawRequest': (actor, { slug }) => members.withdrawRequest(actor, slug),
  'members.leavePlg': (actor, { slug }) => members.leavePlg(actor, slug),
  'members.comeBack': (actor, { slug }) => members.comeBack(actor, slug),
  'leading.acceptRequest': (actor, { slug, memberId }) =>
    leading.acceptRequest(actor, slug, memberId),
  'leading.declineRequest': (actor, { slug, memberId }) =>
    leading.declineRequest(actor, slug, memberId),
  'leading.removeMember': (actor, { slug, memberId }) =>
    leading.removeMember(actor, slug, memberId),
  'leading.restoreMember': (actor, { slug, memberId }) =>
    leading.restoreMember(actor, slug, memberId),
  'leading.changeRole': (actor, { slug, memberId }) =>
    leading.changeRole(actor, slug, { memberId, role: 'lead' }),
  'leading.assignFacilitator': (actor, { slug, personId }) =>
    leading.assignFacilitator(actor, slug, personId),
  'leading.endFacilitation': (actor, { slug, memberId }) =>
    leading.endFacilitation(actor, slug, memberId),
  'invitations.invite': (actor, { slug }) =>
    invitations.invite(actor, slug, { email: 'x@schule.example', role: 'member', message: '' }),
  'invitations.cancelInvitation': (actor, { slug, invitationId }) =>
    invitations.cancelInvitation(actor, slug, invitationId),
  'invitations.acceptInvitation': (actor, { slug }) =>
    invitations.acceptInvitation(actor, slug, {}),
  'invitations.declineInvitation': (actor, { slug }) => invitations.declineInvitation(actor, slug),
}

/** What takes no PLG, or is no door for persons; each is looked at below or in its own test. */
const NO_DOORS = [
  // Makes the row of a new PLG, for those who found one.
  'commands.insertWithSlug',
  'views.foundingIds',
  'programmes.programmeChoices',
  'views.factsOf',
  // Ids by addresses, for areas that then ask for cards, which have rights.
  'views.locatePlg',
  'views.authorizeVisit',
  'views.cardOf',
  'views.namesOf',
  'views.teachingSchools',
  'views.foundingFor',
  'views.myPlgs',
  'views.suggestionsFor',
  'views.plgsOfSchool',
  'views.waitingFor',
  'views.plgThings',
  'views.searchPlgs',
  // Ask for nobody: what they say is for callers that have asked for rights.
  'cycleViews.cyclesOf',
  'cycleViews.findCycle',
  'views.endingThings',
  'views.consentThings',
  'directory.overviewFor',
  'seatViews.consentsFor',
  'seats.decideConsent',
  'commands.chosenSchool',
  'commands.teachingIds',
  'commands.settle',
  'commands.foundPlg',
  'members.giveUpSeats',
  'invitations.claimInvitations',
  'invitations.deliverInvitation',
]

const MODULES = {
  ...{ views, directory, memberViews, seatViews, cycleViews, agreementViews, inquiryViews },
  ...{ commands, members, leading, invitations, seats, cycle, agreement, inquiry, programmes },
}

/** Exported functions of the area that stand in no list. */
export function forgottenDoors(): string[] {
  const exported = Object.entries(MODULES).flatMap(([name, module]) =>
    Object.keys(module).map((key) => `${name}.${key}`),
  )
  const known = [...Object.keys(DOORS).map((name) => name.replace(/ by .*/, '')), ...NO_DOORS]
  return exported.filter((name) => !known.includes(name))
}

import { idOf } from '#db/factories/neighbourhood.ts'
import * as administration from './accounts/administration/views.ts'
import * as people from './accounts/directory/views.ts'
import * as entry from './accounts/entry/views.ts'
import * as registration from './accounts/registration/views.ts'
import { conceptGoalCalls } from './concept-goal-calls.ts'
import { conceptMatrixCalls } from './concept-matrix-calls.ts'
import { conceptChapterCalls } from './concept-chapter-calls.ts'
import { conceptNetworkCalls } from './concept-network-calls.ts'
import { conceptVersionCalls } from './concept-version-calls.ts'
import { cycleCalls, foundingCalls } from './cycle-calls.ts'
import { documentCalls } from './document-calls.ts'
import { labDeskCalls } from './lab-desk-calls.ts'
import { labBookingCalls } from './lab-booking-calls.ts'
import { labFigureCalls } from './lab-figures-calls.ts'
import { labFindingCalls } from './lab-finding-calls.ts'
import { labOfferCalls } from './lab-offer-calls.ts'
import { labWorkshopCalls } from './lab-workshop-calls.ts'
import { meetingCalls } from './meeting-calls.ts'
import { projectCalls } from './project-calls.ts'
import { supportCalls } from './support-calls.ts'
import { ideaCalls } from './idea-calls.ts'
import { softwareDirectoryCalls } from './software-directory-calls.ts'
import { softwareDecisionCalls } from './software-decision-calls.ts'
import { softwareOverviewCalls } from './software-overview-calls.ts'
import { softwareProductCalls } from './software-product-calls.ts'
import { softwareReviewCalls } from './software-review-calls.ts'
import { talkCalls } from './talk-calls.ts'
import { visitCalls } from './visit-calls.ts'
import { labGridCalls } from './lab-grid-calls.ts'
import type { Surroundings } from './surroundings.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import * as roles from './accounts/roles/views.ts'
import * as accounts from './accounts/views.ts'
import * as audit from './audit/views.ts'
import * as posts from './discussions/posts/views.ts'
import * as discussions from './discussions/views.ts'
import * as files from './files/views.ts'
import * as barriers from './moderation/barriers/views.ts'
import * as reports from './moderation/reports/views.ts'
import * as moderation from './moderation/views.ts'
import { listLines } from './notifications/sql.ts'
import * as notifications from './notifications/views.ts'
import * as directory from './plg/directory/views.ts'
import * as members from './plg/members/views.ts'
import * as seats from './plg/seats/views.ts'
import { plgHome } from './plg/home/views.ts'
import * as plg from './plg/views.ts'
import * as suggestions from './references/suggestions/views.ts'
import * as references from './references/views.ts'
import { keyOf } from './references/contract.ts'
import { DUISBURG } from './schools/register/contract.ts'
import * as register from './schools/register/views.ts'
import * as schools from './schools/views.ts'
import * as search from './search/views.ts'
import * as today from './today/views.ts'
import { aRegister, manyRegisterRows } from '#db/factories/register.ts'

const noFilter = { action: '', from: '', until: '' }
const topicOf = ({ plg }: Surroundings) => ({ plg: plg.slug, topic: '1-frage' })
const named = (kind: string, ids: string[]) => ids.map((id) => ({ kind, id }))
const thingsAt = ({ ids }: Surroundings) =>
  ['plg', 'school', 'topic', 'person'].flatMap((kind) => named(kind, ids(kind).slice(0, 20)))
const documentOf = ({ ids }: Surroundings) => ({ kind: 'document', id: ids('document')[0] ?? '' })
const fileAt = ({ ids }: Surroundings) => ids('file')[0] ?? ''
const found = (word: string) => new URLSearchParams({ q: word })

/**
 * Every exported function of every views.ts with how many queries it may take (performance.md: a handful, and
 * never more for more rows), called as somebody it is for. A sentence instead says why there is nothing to count.
 */
export const viewCalls: Record<string, Record<string, Budget | string>> = {
  ...conceptGoalCalls,
  ...conceptMatrixCalls,
  ...conceptChapterCalls,
  ...conceptNetworkCalls,
  ...conceptVersionCalls,
  ...cycleCalls,
  ...documentCalls,
  ...labBookingCalls,
  ...labFindingCalls,
  ...labFigureCalls,
  ...labDeskCalls,
  ...labOfferCalls,
  ...labWorkshopCalls,
  ...meetingCalls,
  ...projectCalls,
  ...supportCalls,
  ...talkCalls,
  ...ideaCalls,
  ...visitCalls,
  ...labGridCalls,
  ...softwareOverviewCalls,
  ...softwareProductCalls,
  ...softwareReviewCalls,
  ...softwareDecisionCalls,
  ...softwareDirectoryCalls,
  'accounts/administration': {
    administrationFor: one(1, (at) => administration.administrationFor(at.operator)),
    peopleFor: many(2, (at) => administration.peopleFor(at.operator, found('kim'))),
    personFor: many(3, (at) => administration.personFor(at.operator, at.newcomer.id)),
  },
  'accounts/directory': {
    personCards: many(1, (at) => people.personCards(at.lead, at.ids('person'))),
    findPersons: one(1, (at) =>
      people.findPersons(at.lead, { words: ['k', 'nach'], plgId: at.plg.id, limit: 8 }),
    ),
  },
  'accounts/entry': {
    linkState: one(1, (at) => entry.linkState(at.signInLink, 'sign_in')),
  },
  'accounts/registration': {
    registrationLink: one(2, (at) => registration.registrationLink(at.registerLink)),
    setUpLink: one(1, (at) => registration.setUpLink(at.operatorLink)),
  },
  'accounts/roles': {
    schoolPeopleFor: many(2, (at) => roles.schoolPeopleFor(at.principal, at.school.slug)),
    waitingFor: many(1, (at) => roles.waitingFor(at.staff)),
    ownWaitingFor: many(1, (at) => roles.ownWaitingFor(at.newcomer)),
    findPendingPrincipal: one(1, () => roles.findPendingPrincipal(idOf('c', 1))),
    membershipCards: many(1, (at) => roles.membershipCards(at.lead, at.ids('role'))),
  },
  accounts: {
    personNames: many(1, (at) => accounts.personNames(at.ids('person'))),
    personForInvitation: one(1, () => accounts.personForInvitation('person1@nachbarn.example')),
    accountFor: many(2, (at) => accounts.accountFor(at.newcomer)),
    ownMemberships: many(1, (at) => accounts.ownMemberships(at.newcomer)),
    passwordFor: one(1, (at) => accounts.passwordFor(at.lead)),
    sessionsFor: many(1, (at) => accounts.sessionsFor(at.lead)),
    welcomeFor: many(4, (at) => accounts.welcomeFor(at.newcomer)),
    demoMailbox: 'reads letters from files, the newest 200',
  },
  audit: {
    protocolFor: many(3, (at) => audit.protocolFor(at.operator, noFilter, 1)),
  },
  'discussions/posts': {
    topicFor: many(8, (at) => posts.topicFor(at.lead, { ...topicOf(at), page: null, search: '' })),
    insidePost: one(3, (at) => posts.insidePost(at.lead, { ...topicOf(at), post: 1 })),
    factsOf: PURE,
    postForEdit: one(3, (at) => posts.postForEdit(at.lead, { ...topicOf(at), post: 1 })),
    historyFor: many(4, (at) => posts.historyFor(at.lead, { ...topicOf(at), post: 1 })),
    postCards: many(1, (at) => posts.postCards(at.lead, at.ids('post'))),
  },
  discussions: {
    topicsFor: many(3, (at) =>
      discussions.topicsFor(at.lead, { plg: at.plg.slug, page: 1, filter: 'unread' }),
    ),
    newTopicFor: one(1, (at) => discussions.newTopicFor(at.lead, at.plg.slug)),
    namesFor: many(2, (at) => discussions.namesFor(at.lead, at.plg.slug)),
    insideTopic: one(2, (at) => discussions.insideTopic(at.lead, topicOf(at))),
    mayHearTopic: one(2, (at) => discussions.mayHearTopic(at.lead, at.topic.id)),
    mayHearPlg: one(1, (at) => discussions.mayHearPlg(at.lead, at.plg.id)),
    unreadByPlg: many(1, (at) => discussions.unreadByPlg(at.lead, at.ids('plg'))),
    unreadIn: one(1, (at) => discussions.unreadIn(at.lead, at.plg.id)),
    newestTopics: many(2, (at) => discussions.newestTopics(at.lead, at.plg.id)),
    newFor: many(1, (at) => discussions.newFor(at.lead)),
    locateTopic: one(1, (at) => discussions.locateTopic(`/plg/${at.plg.slug}/diskussion/1-frage`)),
    topicCards: many(1, (at) => discussions.topicCards(at.lead, at.ids('topic'))),
    searchTopics: many(1, (at) => discussions.searchTopics(at.lead, ['bruch'], 11)),
    nameOf: PURE,
  },
  files: {
    factsOf: 'asks the area of the thing; counted with fileFor',
    filesOf: many(3, (at) => files.filesOf(at.lead, documentOf(at))),
    fileFor: one(3, (at) => files.fileFor(at.lead, fileAt(at))),
    aboutFile: many(6, (at) => files.aboutFile(at.lead, fileAt(at))),
    fileToServe: one(3, (at) => files.fileToServe(at.lead, fileAt(at), { version: 1, width: 480 })),
    fileAtDoor: one(1, (at) => files.fileAtDoor(fileAt(at))),
    bytesOf: 'asks the storage, not the database',
    fileCards: many(3, (at) => files.fileCards(at.lead, at.ids('file'))),
  },
  'moderation/barriers': {
    barrierFormFor: PURE,
    barriersFor: many(3, (at) => barriers.barriersFor(at.staff, 1)),
    barrierKind: many(1, (at) => barriers.barrierKind.cards(at.staff, at.ids('barrier'))),
  },
  moderation: {
    openCount: one(1, (at) => moderation.openCount(at.staff)),
    waitingFor: one(1, (at) => moderation.waitingFor(at.staff)),
  },
  'moderation/reports': {
    reportFormFor: many(2, (at) =>
      reports.reportFormFor(at.lead, { kind: 'topic', id: at.topic.id }),
    ),
    deskFor: many(4, (at) => reports.deskFor(at.staff, 1)),
    reportKind: many(1, (at) => reports.reportKind.cards(at.staff, at.ids('report'))),
  },
  notifications: {
    bellFor: many(8, (at) => notifications.bellFor(at.lead, null)),
    readableOf: many(8, async (at) =>
      notifications.readableOf(at.lead, await listLines(at.lead.id, null, 60)),
    ),
    unreadCount: many(8, (at) => notifications.unreadCount(at.lead)),
    mailGoesAt: PURE,
  },
  'plg/directory': {
    overviewFor: many(7, (at) => directory.overviewFor(at.outsider, {})),
  },
  'plg/members': {
    workspaceFor: many(4, (at) => members.workspaceFor(at.outsider, at.plg.slug)),
    aboutFor: many(3, (at) => members.aboutFor(at.staff, at.plg.slug)),
    membersFor: many(4, (at) => members.membersFor(at.lead, at.plg.slug)),
  },
  'plg/seats': {
    consentsFor: many(2, (at) => seats.consentsFor(at.principal, at.school.slug)),
  },
  plg: {
    insideOf: one(1, (at) => plg.insideOf(at.lead, { slug: at.plg.slug })),
    factsOf: PURE,
    authorizeVisit: PURE,
    teachingSchools: many(1, (at) => plg.teachingSchools(at.lead)),
    namesOf: many(1, (at) => plg.namesOf(at.ids('school'))),
    foundingFor: many(3, (at) => plg.foundingFor(at.lead)),
    ...foundingCalls,
    myPlgs: many(1, (at) => plg.myPlgs(at.lead)),
    suggestionsFor: one(1, (at) =>
      plg.suggestionsFor(at.outsider, { subjects: ['mathematik'], gradeBands: [] }),
    ),
    plgsOfSchool: many(1, (at) => plg.plgsOfSchool(at.school.id, at.lead)),
    waitingFor: many(3, (at) => plg.waitingFor(at.principal)),
    plgThings: many(1, (at) => plg.plgThings(at.lead, at.ids('plg'))),
    searchPlgs: many(1, (at) => plg.searchPlgs(at.lead, ['bruch'], 11)),
    locatePlg: one(1, (at) => plg.locatePlg(`/plg/${at.plg.slug}`)),
    endingThings: many(1, (at) => plg.endingThings(at.lead, at.ids('ending'))),
    consentThings: many(1, (at) => plg.consentThings(at.principal, at.ids('school'))),
    cardOf: PURE,
    settingsFor: one(1, (at) => plg.settingsFor(at.lead, at.plg.slug)),
  },
  'plg/home': { plgHome: many(1, (at) => plgHome.writable(at.lead)) },
  privacy: { storedData: PURE },
  references: {
    liveCards: many(4, (at) => references.liveCards(at.lead, thingsAt(at))),
    cardsFor: many(4, (at) => references.cardsFor(at.lead, thingsAt(at).map(keyOf).join(','))),
    referencesOf: many(5, (at) => references.referencesOf(at.lead, { kind: 'plg', id: at.plg.id })),
    mentionedBy: many(4, (at) => references.mentionedBy(at.lead, named('post', at.ids('post')))),
    backLinksOf: many(5, (at) =>
      references.backLinksOf(at.lead, { kind: 'plg', id: at.plg.id }, 1),
    ),
    addressedIn: one(3, (at) =>
      references.addressedIn(`/plg/${at.plg.slug} /plg/${at.plg.slug}/diskussion/1-frage
        /schulen/${at.school.slug}`),
    ),
    relationsFor:
      'nothing of the neighbourhood can be connected by form; referencesOf and suggestionsFor are counted',
  },
  'references/suggestions': {
    suggestionsFor: one(25, (at) =>
      suggestions.suggestionsFor(at.lead, { q: 'bruch', home: `plg:${at.plg.id}`, persons: true }),
    ),
  },
  'schools/register': {
    comparison: many(2, (at) => {
      const rows = aRegister(manyRegisterRows(at.ids('school').length))
      return register.comparison({ register: rows, districts: null }, DUISBURG)
    }),
    importPageFor: many(3, (at) => register.importPageFor(at.operator, at.uploadId)),
  },
  schools: {
    schoolChoices: many(1, () => schools.schoolChoices()),
    schoolBySlug: one(1, (at) => schools.schoolBySlug(at.school.slug)),
    schoolNames: many(1, (at) => schools.schoolNames(at.ids('school'))),
    schoolFormsOf: one(1, (at) => schools.schoolFormsOf(at.ids('school'))),
    schoolList: many(3, () => schools.schoolList(found('bruch'))),
    schoolPage: one(1, (at) => schools.schoolPage(at.lead, at.school.slug)),
    administrationFor: many(4, (at) => schools.administrationFor(at.operator, found('bruch'))),
    editingFor: many(2, (at) => schools.editingFor(at.operator, at.school.slug)),
    waitingFor: one(1, (at) => schools.waitingFor(at.operator)),
    schoolCards: many(1, (at) => schools.schoolCards(at.ids('school'))),
    locateSchool: one(1, (at) => schools.locateSchool(`/schulen/${at.school.slug}`)),
    findSchools: many(1, () => schools.findSchools(['bruch'], 11)),
  },
  search: {
    resultsFor: many(25, (at) => search.resultsFor({ actor: at.lead, network: '::1' }, 'bruch')),
  },
  today: {
    frameFor: many(10, (at) => today.frameFor(at.staff)),
    todayFor: many(15, (at) => today.todayFor(at.lead)),
    nowhere: PURE,
  },
}

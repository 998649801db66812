import { sectionIds } from '#db/factories/concept-versions.ts'
import * as succession from './concepts/succession/views.ts'
import * as approving from './concepts/versions/approving/views.ts'
import * as comparing from './concepts/versions/comparing/views.ts'
import * as draft from './concepts/versions/draft/views.ts'
import * as publishing from './concepts/versions/publishing/views.ts'
import * as linked from './concepts/versions/reading/linked/views.ts'
import * as reading from './concepts/versions/reading/views.ts'
import * as versions from './concepts/versions/views.ts'
import { type Budget, many, one, PURE } from './query-budgets.ts'
import type { Surroundings } from './surroundings.ts'

const slugOf = (at: Surroundings) => at.school.slug
const door = (at: Surroundings) => versions.doorOf(at.principal, slugOf(at), String)
const asked = { from: 1, to: 2, layout: 'inline', chapter: null } as const
const by = (at: Surroundings) => ({ actor: at.principal, network: 'test' })
const aSection = async () => (await sectionIds())[0] ?? ''

/** Views of versions, of their files and of handing over, as in view-calls.ts. */
export const conceptVersionCalls: Record<string, Record<string, Budget | string>> = {
  'concepts/versions': {
    doorOf: one(1, door),
    versionFacts: PURE,
    versionAt: one(2, async (at) => versions.versionAt(at.principal, await door(at), 1)),
    reachOf: PURE,
    versionsFor: many(2, (at) => versions.versionsFor(at.principal, slugOf(at), String)),
    lineOf: PURE,
    manageFor: one(2, (at) => versions.manageFor(at.principal, slugOf(at), 1)),
    freezingFor: one(1, (at) => versions.freezingFor(at.principal, slugOf(at))),
  },
  'concepts/versions/draft': {
    draftOf: many(6, async (at) => draft.draftOf((await door(at)).concept.id)),
    seenOf: PURE,
    piecesOf: PURE,
  },
  'concepts/versions/approving': {
    approvalFor: many(7, (at) => approving.approvalFor(at.principal, slugOf(at))),
    waitingFor: one(1, (at) => approving.waitingFor(at.principal)),
    approvalCards: one(2, async (at) =>
      approving.approvalCards(at.principal, [(await door(at)).concept.id]),
    ),
  },
  'concepts/versions/publishing': {
    publishingFor: many(7, (at) => publishing.publishingFor(at.principal, slugOf(at), null)),
  },
  'concepts/versions/reading': {
    currentFor: many(8, (at) => reading.currentFor(at.principal, slugOf(at))),
    readerFor: many(8, (at) => reading.readerFor(at.principal, slugOf(at), 1)),
    versionCards: many(1, (at) => reading.versionCards(at.principal, at.ids('concept-version'))),
    sectionStanding: one(2, async (at) => reading.sectionStanding(at.principal, await aSection())),
    isSectionOpen: one(2, async () => reading.isSectionOpen(await aSection())),
  },
  'concepts/versions/reading/linked': {
    mentionCards: many(2, (at) =>
      linked.mentionCards(
        null,
        at.ids('product').map((thingId) => ({ thingKind: 'software', thingId })),
      ),
    ),
    projectCardsIn: 'asks for cards of Vorhaben, as projectCards',
    withSources: 'asks for cards of what entries came of, as mentionCards',
    appsIn: many(4, (at) =>
      linked.appsIn(at.principal, {
        apps: at.ids('product'),
        things: at.ids('project').map((id) => ({ id })),
      }),
    ),
  },
  'concepts/versions/comparing': {
    compareFor: many(13, (at) => comparing.compareFor(by(at), slugOf(at), asked)),
  },
  'concepts/exporting': {
    exportFor: 'makes a file; asks what readerFor asks, and takes a turn',
  },
  'concepts/succession': {
    handOverFor: one(4, (at) => succession.handOverFor(at.operator, slugOf(at), '')),
  },
}

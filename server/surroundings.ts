import { now } from '#server/platform/clock.ts'
import { aNeighbourhood } from '#db/factories/neighbourhood.ts'
import { ideasAmong } from '#db/factories/idea.ts'
import { referencesAmong } from '#db/factories/reference.ts'
import { documentsAmong } from '#db/factories/document.ts'
import { mintToken } from './auth/tokens.ts'
import { threadsAmong } from '#db/factories/comment.ts'
import { versionsAmong } from '#db/factories/version.ts'
import { supportAmong } from '#db/factories/support.ts'
import { filesAmong } from '#db/factories/file.ts'
import { sessionsAmong } from '#db/factories/session.ts'
import { projectsAmong } from '#db/factories/project.ts'
import { softwareAmong } from '#db/factories/software.ts'
import { visitsAmong } from '#db/factories/visit.ts'
import { goalsAmong } from '#db/factories/concept-goals.ts'
import { importsAmong } from '#db/factories/concept-imports.ts'
import { conceptVersionsAmong } from '#db/factories/concept-versions.ts'
import { counterAmong } from '#db/factories/lab-counter.ts'
import { learningAmong } from '#db/factories/lab-learning.ts'
import { labAmong, NO_LAB } from '#db/factories/lab-neighbourhood.ts'
import { matrixAmong } from '#db/factories/concept-matrix.ts'
import { publishedAmong } from '#db/factories/concepts-published.ts'
import { talksAmong } from '#db/factories/talks-neighbourhood.ts'
import { workshopsAmong } from '#db/factories/lab-workshops.ts'

const NO_MEETINGS: Awaited<ReturnType<typeof sessionsAmong>> = {
  ...{ session: 0, poll: 0, sessionIds: [], pollIds: [], taskIds: [] },
}

/** The neighbourhood of the factories, and links that wait to be followed. */
export async function surroundings() {
  const at = await aNeighbourhood()
  let documents = 0
  let project = ''
  let lab = NO_LAB
  let workshop = ''
  let conceptChapter = 0
  let lesson = ''
  let conceptGoal = 0
  let published = { aim: '', slug: '' }
  let talks = { talk: 0, held: 0 }
  let meetings = NO_MEETINGS
  let helped = { request: 0, call: 0, funding: 0 }
  let software = { product: '', review: 0, productId: '', scenarioId: '' }
  const { firstName, lastName } = at.newcomer
  const payload = { schoolId: at.school.id, role: 'teacher', firstName, lastName, email: 'a@b.c' }
  return {
    ...at,
    /** Things of all kinds also point at each other. */
    grow: async (to: number) => {
      await at.grow(to)
      await documentsAmong(at)
      documents = await threadsAmong(at)
      await versionsAmong(at)
      await referencesAmong(at)
      await filesAmong(at)
      project = await projectsAmong(at)
      await ideasAmong(at)
      meetings = await sessionsAmong(at)
      helped = await supportAmong(at)
      await visitsAmong(at)
      software = await softwareAmong(at)
      lab = await labAmong(at)
      workshop = await workshopsAmong(at)
      await learningAmong({ ...at, at: now() })
      await counterAmong(at)
      await conceptVersionsAmong(at)
      conceptChapter = await importsAmong(at)
      conceptGoal = await goalsAmong(at)
      talks = await talksAmong(at)
      published = await publishedAmong(at)
      lesson = await matrixAmong(at)
    },
    /** The number of the document that was made last. */
    lastDocument: () => documents,
    /** The address of the Vorhaben that has the most of everything. */
    firstProject: () => project,
    /** Numbers and ids of the meetings, polls and tasks of the PLG. */
    meetings: () => meetings,
    /** The numbers of a request, a call and an application. */
    helped: () => helped,
    /** The address of the app that has the most of everything, and the number of its review. */
    software: () => software,
    /** Slugs, stickers and numbers of what the lab has the most of. */
    lab: () => lab,
    /** The address of the workshop that has the most of everything. */
    labWorkshop: () => workshop,
    /** The number of a chapter of the concept of its school. */
    conceptChapter: () => conceptChapter,
    /** The number of the lesson concept that has the most of everything. */
    lesson: () => lesson,
    /** A school with much in its published concept, and a network goal at which all point. */
    published: () => published,
    /** The numbers of a talk before it is held and of one after it. */
    talks: () => talks,
    /** The number of the goal that has the most of everything. */
    conceptGoal: () => conceptGoal,
    registerLink: await mintToken('register', { payload }),
    signInLink: await mintToken('sign_in', { personId: at.lead.id }),
    operatorLink: await mintToken('first_operator', {}),
  }
}

export type Surroundings = Awaited<ReturnType<typeof surroundings>>

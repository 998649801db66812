import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { parseWithZod } from '@conform-to/zod/v4'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { saveClosing } from './closing/commands.ts'
import {
  createProject,
  deleteProject,
  editProject,
  moveStatus,
  restoreProject,
} from './commands.ts'
import { saveEvaluation } from './evaluation/commands.ts'
import { evaluationInput } from './evaluation/inputs.ts'
import { createProjectInput, editProjectInput } from './inputs.ts'
import { projectFor } from './reading/views.ts'
import { addTrial, putTrialAway } from './trials/commands.ts'
import { newProjectFor } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

async function setting(kind = 'plg') {
  const plg = await aPlg({ kind })
  const lead: Actor = await anActor()
  const member: Actor = await anActor()
  const schoolId = lead.memberships[0]?.schoolId ?? ''
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead', schoolId })
  await aMember({ plgId: plg.id, personId: member.id })
  await db().insertInto('plgSeats').values({ plgId: plg.id, schoolId, since: new Date() }).execute()
  return { plg, lead, member, schoolId }
}

function formOf(fields: Record<string, string | string[]>) {
  const form = new FormData()
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) form.append(name, value)
  return form
}

function parsed(schema: typeof createProjectInput, fields: Record<string, string | string[]>) {
  const submission = parseWithZod(formOf(fields), { schema })
  if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
  return submission.value
}

const filled = (schoolId: string) => ({
  clientKey: randomUUID(),
  title: 'Brüche falten',
  kind: 'teaching_development',
  summary: 'Wir falten.',
  subjects: ['mathematics'],
  gradeBands: '5-6',
  competencies: ['1.2', '4.1'],
  dimension: '',
  startsOn: '2026-11-30',
  endsOn: '',
  software0Name: 'GeoSkizze',
  software0Purpose: 'Anteile zeichnen',
  software0Status: 'unknown',
  software1Name: '',
  software1Purpose: '',
  software1Status: 'unknown',
  equipment0Name: 'iPad-Koffer 3',
  classes0SchoolId: schoolId,
  classes0GradeBand: '5-6',
  classes0Subject: 'mathematics',
  classes0Pupils: '27',
  classes1SchoolId: '',
  classes1GradeBand: '',
  classes1Pupils: '',
})

const addressed = (path: string) => {
  const [, , plg = '', , project = ''] = path.split('/')
  return { plg, project }
}

describe('planning', () => {
  test('a form as browsers send it becomes a draft with its rows; sent twice it is one', async () => {
    const { plg, lead, schoolId } = await setting()
    const input = parsed(createProjectInput, filled(schoolId))
    const paths = await Promise.all([
      createProject(lead, plg.slug, input),
      createProject(lead, plg.slug, input),
    ])
    expect(paths[0]).toBe(paths[1])
    const view = await projectFor(lead, addressed(paths[0]))
    expect(view).toMatchObject({
      project: { title: 'Brüche falten', status: 'draft', competencies: ['1.2', '4.1'] },
      software: [{ name: 'GeoSkizze', purpose: 'Anteile zeichnen', status: 'unknown' }],
      equipment: [{ name: 'iPad-Koffer 3', note: '' }],
      classes: [{ schoolId, gradeBand: '5-6', subject: 'mathematics', pupils: 27 }],
      authors: [{ personId: lead.id, nameUse: 'pending' }],
      unsettled: ['GeoSkizze'],
      steps: ['planned'],
    })
  })

  test('of two who change it from the same form the second is refused, and nothing of it is kept', async () => {
    const { plg, lead, member } = await setting()
    const { param, version } = await aProject({ plgId: plg.id, createdBy: lead.id })
    const { clientKey: _, ...fields } = filled('')
    const input = (title: string) => {
      const given = { ...fields, title, authors: lead.id, version: String(version) }
      const submission = parseWithZod(formOf(given), { schema: editProjectInput })
      if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
      return submission.value
    }
    const place = { plg: plg.slug, project: param }
    const results = await Promise.allSettled([
      editProject(lead, place, input('Von der Sprecherin')),
      editProject(member, place, input('Vom Mitglied')),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('classes of schools and authors from elsewhere are refused', async () => {
    const { plg, lead } = await setting()
    const stranger = await anActor()
    const base = filled(stranger.memberships[0]?.schoolId ?? '')
    await expect(
      createProject(lead, plg.slug, parsed(createProjectInput, base)),
    ).rejects.toBeInstanceOf(Refusal)
    const foreign = { ...filled(''), authors: stranger.id }
    await expect(
      createProject(lead, plg.slug, parsed(createProjectInput, foreign)),
    ).rejects.toMatchObject({ field: 'authors' })
    expect(await db().selectFrom('projects').selectAll().execute()).toEqual([])
  })

  test.each([
    { startsOn: '0000-13-45' },
    { startsOn: '2026-02-30' },
    { endsOn: '2026-01-01' },
    { classes0Pupils: '1e9' },
    { classes0Pupils: '-1' },
    { software99Name: 'x' },
    { competencies: '9.9' },
    { subjects: ['mathematics', 'hexerei'] },
    { title: '\u0000' },
  ] as Record<string, string | string[]>[])(
    'hostile input %j is refused with sentences',
    (fields) => {
      const given = { ...filled(randomUUID()), ...fields }
      const { status } = parseWithZod(formOf(given), { schema: createProjectInput })
      expect(status).toBe('error')
    },
  )

  test('goes its way step by step, not by jumps', async () => {
    const { plg, lead } = await setting()
    const { param } = await aProject({ plgId: plg.id, status: 'draft' })
    const place = { plg: plg.slug, project: param }
    const step = async (status: Parameters<typeof moveStatus>[2]['status']) => {
      const { project } = await projectFor(lead, place)
      return moveStatus(lead, place, { status, version: project.version })
    }
    await expect(step('completed')).rejects.toBeInstanceOf(Refusal)
    for (const status of ['planned', 'running', 'completed'] as const) await step(status)
    expect((await projectFor(lead, place)).project.status).toBe('completed')
  })

  test('deleted it is gone for everybody, and comes back into the PLG only', async () => {
    const { plg, lead, member } = await setting()
    const given = { plgId: plg.id, createdBy: lead.id, visibility: 'public' as const }
    const { param, number } = await aProject(given)
    const place = { plg: plg.slug, project: param }
    await expect(deleteProject(member, place)).rejects.toBeInstanceOf(Forbidden)
    await deleteProject(lead, place)
    await expect(projectFor(lead, place)).rejects.toBeInstanceOf(NotFound)
    await expect(restoreProject(member, plg.slug, number)).rejects.toBeInstanceOf(Forbidden)
    await restoreProject(lead, plg.slug, number)
    expect((await projectFor(lead, place)).project.visibility).toBe('plg')
  })
})

describe('trial runs, evaluation and report', () => {
  const run = () => ({
    clientKey: randomUUID(),
    heldOn: '2026-11-20',
    gradeBand: '5-6' as const,
    subject: 'mathematics' as const,
    lessons: 2,
    what: 'Gefaltet.',
    pupilsReaction: '',
    problem: '',
  })

  test('a run is taken away by who taught it, and can be brought back', async () => {
    const { plg, lead, member } = await setting()
    const { param } = await aProject({ plgId: plg.id })
    const place = { plg: plg.slug, project: param }
    const input = run()
    await Promise.all([addTrial(member, place, input), addTrial(member, place, input)])
    await addTrial(lead, place, run())
    const [one, two] = (await projectFor(member, place)).trials
    const own = [one, two].find((trial) => trial?.canChange)
    const other = [one, two].find((trial) => !trial?.canChange)
    await expect(putTrialAway(member, place, other?.id ?? '', true)).rejects.toBeInstanceOf(
      Forbidden,
    )
    await putTrialAway(member, place, own?.id ?? '', true)
    expect((await projectFor(member, place)).trials).toHaveLength(1)
    await putTrialAway(member, place, own?.id ?? '', false)
    expect((await projectFor(member, place)).trials).toHaveLength(2)
  })

  test('an evaluation is saved whole; an outdated form overwrites nothing', async () => {
    const { plg, lead, member } = await setting()
    const { param } = await aProject({ plgId: plg.id })
    const place = { plg: plg.slug, project: param }
    const fields = {
      whoLearned: 'Die meisten.',
      evidence0Kind: 'observation',
      evidence0Text: 'Im Unterricht gesehen.',
      evidence1Kind: 'observation',
      evidence1Text: '',
      version: '0',
    }
    const submission = parseWithZod(formOf(fields), { schema: evaluationInput })
    if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
    const results = await Promise.allSettled([
      saveEvaluation(lead, place, submission.value),
      saveEvaluation(member, place, submission.value),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await projectFor(lead, place)).evaluation).toMatchObject({
      whoLearned: 'Die meisten.',
      version: 1,
      evidence: [{ kind: 'observation', text: 'Im Unterricht gesehen.' }],
    })
  })

  test('a report with what looks like a name is refused once others read it', async () => {
    const { plg, lead } = await setting()
    const { param } = await aProject({ plgId: plg.id, visibility: 'network' })
    const place = { plg: plg.slug, project: param }
    const report = {
      ...{ result: 'Emre aus der 6b hat es erklärt.', surprise: '', wouldChange: '' },
      ...{ oneSentence: 'Es trägt.', context: '', approach: '', effort: '' },
      ...{ recommendation: 'adopt' as const, version: 0 },
    }
    await expect(saveClosing(lead, place, { ...report, isChecked: false })).rejects.toMatchObject({
      field: 'isChecked',
    })
    await saveClosing(lead, place, { ...report, isChecked: true })
    expect((await projectFor(lead, place)).closing?.oneSentence).toBe('Es trägt.')
  })
})

test('outside people get no form and no page', async () => {
  const { plg } = await setting()
  const { param } = await aProject({ plgId: plg.id, visibility: 'public' })
  const place = { plg: plg.slug, project: param }
  for (const role of ['teacher', 'principal', 'smz_staff', 'operator']) {
    const actor = await anActor(role)
    await expect(newProjectFor(actor, plg.slug)).rejects.toBeInstanceOf(Forbidden)
    await expect(projectFor(actor, place)).rejects.toBeInstanceOf(Forbidden)
  }
})

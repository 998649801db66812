import '#db/testing.ts'
import { beforeEach, expect, test } from 'vitest'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { saveClosing } from './closing/commands.ts'
import { editProject } from './commands.ts'
import { saveEvaluation } from './evaluation/commands.ts'
import { projectFor } from './reading/views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

async function setting() {
  const plg = await aPlg()
  const [lead, member] = [await anActor(), await anActor()]
  await aMember({ plgId: plg.id, personId: lead.id, role: 'lead' })
  await aMember({ plgId: plg.id, personId: member.id })
  return { plg, lead, member }
}

test('whoever was slower gets what stands there now, in words, and nothing is lost', async () => {
  const { plg, lead, member } = await setting()
  const { param } = await aProject({ plgId: plg.id })
  const place = { plg: plg.slug, project: param }
  const report = {
    ...{ result: 'Das Falten.', surprise: '', wouldChange: '', oneSentence: 'Es trägt.' },
    ...{ context: '', approach: '', effort: '', recommendation: 'adopt' as const },
    ...{ version: 0, isChecked: false },
  }
  await saveClosing(lead, place, report)
  const refused = saveClosing(member, place, { ...report, oneSentence: 'Es trägt nicht.' })
  await expect(refused).rejects.toMatchObject({
    name: 'Conflict',
    theirs: expect.stringMatching(
      /Was hat geklappt\?\nDas Falten\.[^]*Zur Nachahmung empfohlen/,
    ) as string,
  })
  expect((await projectFor(lead, place)).closing?.oneSentence).toBe('Es trägt.')

  const { project } = await projectFor(lead, place)
  const about = {
    ...{ title: 'Brüche falten', kind: 'innovation' as const, summary: 'Zwei Stunden.' },
    ...{ subjects: ['mathematics' as const], gradeBands: [], competencies: ['1.2'] },
    ...{ dimension: null, startsOn: '2026-11-09', endsOn: null, authors: [lead.id] },
    ...{ software: [], classes: [], equipment: [{ name: 'Beamer', note: '' }] },
    ...{ version: project.version, isChecked: false },
  }
  await editProject(lead, place, about)
  await expect(
    editProject(member, place, { ...about, title: 'Anteile zeichnen' }),
  ).rejects.toMatchObject({
    name: 'Conflict',
    theirs: expect.stringMatching(
      /Titel\nBrüche falten[^]*Innovationsprojekt[^]*Mathematik[^]*1\.2[^]*09\.11\.2026[^]*Beamer/,
    ) as string,
  })
  expect((await projectFor(lead, place)).project.title).toBe('Brüche falten')
})

test('the same with an evaluation, also before there was one', async () => {
  const { plg, lead, member } = await setting()
  const { param } = await aProject({ plgId: plg.id })
  const place = { plg: plg.slug, project: param }
  const answers = {
    ...{ whoLearned: 'Fast alle.', whoDidNot: '', forThoseWhoCould: '', costBenefit: '' },
    ...{ equipmentInsight: '', softwareInsight: '', version: 0 },
    evidence: [{ kind: 'observation' as const, text: 'Im Heft gesehen.' }],
  }
  await saveEvaluation(lead, place, answers)
  await expect(
    saveEvaluation(member, place, { ...answers, whoLearned: 'Die Hälfte.' }),
  ).rejects.toMatchObject({
    name: 'Conflict',
    theirs:
      'Wer hat gelernt, was gelernt werden sollte?\nFast alle.\n\nBeobachtung\nIm Heft gesehen.',
  })
  expect((await projectFor(lead, place)).evaluation?.whoLearned).toBe('Fast alle.')
})

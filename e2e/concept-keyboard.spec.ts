import { paragraph as p, wordFile } from '../server/rich-text/zip-for-tests.ts'
import { choose, enter, pick, press, tabTo, tick, write, writeMoment } from './keys.ts'
import { expect, test } from './test.ts'

// Journeys 6 and 7 by people without a mouse.

const HAFEN = '/konzepte/ggs-am-hafen'
const RHEINBLICK = '/konzepte/gesamtschule-rheinblick'
/** A Vorhaben that the demonstration has published. */
const LINKED = 'Lesetagebuch zum Hören'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

test('a concept from a Word file to its publication, by keyboard alone @laptop', async ({ as }) => {
  test.setTimeout(240_000)
  const chapter = `Alltag ${String(Date.now()).slice(-5)}`
  const file = wordFile({
    styles: { t: 'Titel', u1: 'Überschrift 1' },
    body: [
      p('Medienkonzept', 't'),
      p(`Werkstatt ${chapter}`, 'u1'),
      p('Zwölf Tablets im Wagen.'),
      p(chapter, 'u1'),
      p('Montag bis Freitag.'),
    ].join(''),
  })
  const ruth = await as('ruth.lang')
  await enter(ruth, `${HAFEN}/import`)
  const name = `${chapter}.docx`
  const field = ruth.getByLabel('Datei', { exact: true })
  await tabTo(ruth, field)
  // The dialog in which a file is chosen is the browser's own.
  await field.setInputFiles({ name, mimeType: WORD, buffer: Buffer.from(file) })
  await press(ruth, ruth.getByRole('button', { name: 'Hochladen' }))
  const arrived = ruth.getByRole('radio', { name })
  await expect(arrived).toBeVisible({ timeout: 30_000 })
  await choose(ruth, arrived)
  await choose(ruth, ruth.getByRole('radio', { name: 'Nein', exact: true }))
  await press(ruth, ruth.getByRole('button', { name: 'Datei lesen' }))
  await expect(ruth.getByText('2 Kapitel erkannt', { exact: false }).first()).toBeVisible({
    timeout: 60_000,
  })
  await pick(ruth, ruth.getByLabel('Kommt in (Abschnitt 2)'), 'Neu: Kooperation')
  await press(ruth, ruth.getByRole('button', { name: 'Übernehmen', exact: true }))
  await expect(ruth.getByRole('heading', { name: 'Übernommen' })).toBeVisible()

  await enter(ruth, `${HAFEN}/entwurf/mkr/vorhaben?q=Lesetagebuch`)
  await press(ruth, ruth.getByRole('button', { name: /^Verknüpfen ?: Lesetagebuch/ }))
  await expect(ruth.getByRole('heading', { level: 2, name: LINKED })).toBeVisible()
  await tick(ruth, ruth.getByRole('checkbox', { name: '3/4', exact: true }))
  await tick(ruth, ruth.getByRole('checkbox', { name: /^6\.1/ }))
  await press(ruth, ruth.getByRole('button', { name: 'Zuordnung speichern' }))
  await expect(ruth.getByText(/zählt bei .*6\.1/).first()).toBeVisible()

  await enter(ruth, `${HAFEN}/entwurf/veroeffentlichen`)
  // Journeys beside this one count what visitors find.
  const readers = ruth.getByRole('group', { name: 'Wer soll die Version lesen?' })
  await choose(ruth, readers.getByRole('radio', { name: /^Netzwerk/ }))
  await write(ruth, ruth.getByLabel('Was hat sich geändert und warum?'), `${chapter} ist neu`)
  await writeMoment(ruth, ruth.getByLabel('Beschluss der Schulkonferenz'), '2026-11-12')
  // Others write in this concept at the same time: then the form says so, and one presses again.
  await expect(async () => {
    const button = ruth.getByRole('button', { name: 'Veröffentlichen' })
    if (await button.isVisible()) await press(ruth, button)
    await expect(ruth).toHaveURL(/\/v\/\d+$/, { timeout: 3_000 })
  }).toPass({ timeout: 60_000 })
  await expect(ruth.getByRole('main')).toContainText('12.11.2026')
  await expect(ruth.getByRole('heading', { name: chapter, exact: false }).first()).toBeVisible()
  // Its matrix counts what was linked.
  await ruth.goto(`${ruth.url()}/mkr/stelle?zeile=6.1&spalte=3-4`)
  await expect(ruth.getByRole('link', { name: LINKED })).toBeVisible()
})

test('gaps, what others do there and what differs, by keyboard alone @laptop', async ({ as }) => {
  const petra = await as('petra.wolff')
  await enter(petra, `${RHEINBLICK}/mkr`)
  await press(petra, petra.getByRole('link', { name: 'Lücke' }).first())
  await expect(petra.getByRole('heading', { name: /Lücke/ })).toBeVisible()

  await enter(petra, `${RHEINBLICK}/mkr`)
  await press(petra, petra.getByRole('link', { name: 'Mit anderen Schulen vergleichen' }))
  await expect(petra.getByRole('heading', { level: 1 })).toBeFocused()
  const boxes = petra.getByRole('checkbox')
  await tick(petra, boxes.nth(0))
  await tick(petra, boxes.nth(1))
  for (let at = 2; at < (await boxes.count()); at += 1) await tick(petra, boxes.nth(at), false)
  await press(petra, petra.getByRole('button', { name: 'Vergleichen' }))
  await expect(petra.locator('table.mkr')).toHaveCount(2)
  await press(petra, petra.getByRole('link', { name: 'Unterschiede' }))
  await expect(petra.getByText(/[▲▼] \d/).first()).toBeVisible()
  const [download] = await Promise.all([
    petra.waitForEvent('download'),
    press(petra, petra.getByRole('link', { name: /CSV/ })),
  ])
  expect(download.suggestedFilename()).toMatch(/\.csv$/)
})

import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

const CONCEPT = '/konzepte/gesamtschule-rheinblick'

test('Meike hands the concept over, the Schulleitung compares, is warned of a name, publishes with a date', async ({
  as,
  asVisitor,
}) => {
  test.setTimeout(180_000)
  // Meike writes, without a script, what must not leave the school.
  const meike = await as('meike.thomas', { javaScriptEnabled: false })
  await meike.goto(`${CONCEPT}/entwurf/kapitel`)
  const chapters = await meike.content()
  const [text = ''] =
    /\/konzepte\/gesamtschule-rheinblick\/entwurf\/dokumente\/[^/"?#]+/.exec(chapters) ?? []
  const name = `Mia ${'SKLMT'.charAt(Date.now() % 5)}.`
  const write = async (change: (before: string) => string) => {
    await meike.goto(`${text}/bearbeiten?einfach`)
    const field = meike.locator('main textarea').first()
    await field.fill(change(await field.inputValue()))
    await meike
      .locator('main form button[type=submit]', { hasText: /Speichern|speichern/ })
      .first()
      .click()
    await expect(meike.locator('main')).not.toContainText('Fehler')
  }
  await write((before) => `${before}\n\nDen Koffer hat ${name} gepackt.`)
  await meike.goto(`${CONCEPT}/entwurf`)
  await expect(meike.getByRole('link', { name: 'Veröffentlichen' })).toHaveCount(0)
  await meike.getByRole('link', { name: 'Zur Freigabe an die Schulleitung' }).click()
  await meike.getByLabel('Hinweis an die Schulleitung').fill('Bitte ansehen')
  await meike.getByRole('button', { name: 'Zur Freigabe geben' }).click()
  await expect(meike.getByText('zur Freigabe vor').first()).toBeVisible()
  expect((await meike.request.get(`${CONCEPT}/entwurf/veroeffentlichen`)).status()).toBe(404)

  const petra = await as('petra.wolff', { javaScriptEnabled: false })
  await petra.goto('/heute?wartet=alle')
  await expect(petra.locator('main')).toContainText('liegt Ihnen zur Freigabe vor')
  await petra.goto(`${CONCEPT}/entwurf/freigabe`)
  await expect(petra.locator('main')).toContainText('Bitte ansehen')
  await petra.getByRole('link', { name: /^Mit Version \d+ vergleichen/ }).click()
  await expect(petra.getByRole('heading', { level: 1 })).toContainText('→ Entwurf')
  await expect(petra.locator('main')).toContainText(/Abschnitte? geändert, \d+ neu/)

  // Without a date, and with a name, nothing leaves.
  await petra.goto(`${CONCEPT}/entwurf/veroeffentlichen`)
  await expect(petra.locator('main')).toContainText(`„${name}“ in`)
  await petra.getByLabel('Öffentlich').last().check()
  await petra.getByLabel('Was hat sich geändert und warum?').fill('Ausstattung ergänzt')
  await petra.getByRole('button', { name: 'Veröffentlichen' }).click()
  await expect(petra.locator('main')).toContainText(
    'Bitte geben Sie an, wann die Schulkonferenz beschlossen hat.',
  )
  await expect(petra.getByLabel('Was hat sich geändert und warum?')).toHaveValue(
    'Ausstattung ergänzt',
  )
  await petra.getByLabel('Beschluss der Schulkonferenz').fill('2026-11-12')
  await petra.getByRole('button', { name: 'Veröffentlichen' }).click()
  await expect(petra.locator('main')).toContainText('Das sieht nach Namen von Kindern aus')

  // The name comes out; what she filled in belongs to an older draft, and the form says so.
  await write((before) => before.replace(name, 'eine Gruppe'))
  await petra.getByRole('button', { name: 'Veröffentlichen' }).click()
  await expect(petra.locator('main')).toContainText('Der Entwurf hat sich inzwischen geändert')
  await petra.getByRole('button', { name: 'Veröffentlichen' }).click()
  await expect(petra).toHaveURL(/\/v\/\d+$/)
  const path = new URL(petra.url()).pathname
  const number = Number(path.split('/').at(-1))
  await expect(petra.locator('main')).toContainText(`Version ${number} veröffentlicht`)

  const visitor = await asVisitor()
  await visitor.goto(path)
  await expect(visitor.locator('main')).toContainText(
    'beschlossen in der Schulkonferenz am 12.11.2026',
  )
  await expect(visitor.locator('main')).not.toContainText(name)
  await expectAccessible(visitor)
  await expectNoSidewaysScroll(visitor)
  await visitor.goto(CONCEPT)
  await expect(visitor.locator('main')).toContainText(`Version ${number} veröffentlicht`)
  await visitor.goto(`${CONCEPT}/v/${number - 1}`)
  await expect(visitor.locator('main')).toContainText(`Es gibt eine neuere Version ${number}.`)
  await visitor.goto(`${CONCEPT}/vergleich?von=${number - 1}&bis=${number}`)
  await expect(visitor.locator('ins').first()).toBeVisible()
  const file = await visitor.request.get(`${path}/export?format=md`)
  expect(await file.text()).toContain('12.11.2026')
})

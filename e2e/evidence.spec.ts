import { randomUUID } from 'node:crypto'
import { expect, linkIn, mailTo, ORIGIN, test } from './test.ts'

const pdf = (words: string) => ({
  name: 'Auskunft.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Title (${words}) >>\nendobj\ntrailer\n<<>>\n%%EOF\n`),
})

test('a file as evidence; a vendor sends another, without an account and without JavaScript', async ({
  as,
  asVisitor,
}) => {
  test.setTimeout(90_000)
  const mark = randomUUID().slice(0, 8)
  const jens = await as('jens.albrecht')
  await jens.goto('/pruefstelle')
  await jens.getByRole('link', { name: 'Ideenwand' }).first().click()
  const card = jens.getByRole('heading', { name: 'Belege' }).locator('xpath=ancestor::section')
  await card.getByText('Beleg hinzufügen').click()
  await card.getByLabel('Zu welchem Prüfpunkt?').selectOption('C04')
  await card.getByLabel('Oder eine Datei').setInputFiles(pdf(mark))
  await card.getByLabel('Was steht dort').fill(`Nur in der EU, ${mark}`)
  await card.getByRole('button', { name: 'Beleg sichern' }).click()
  const proof = jens.getByRole('listitem').filter({ hasText: mark })
  await expect(proof).toContainText('SHA-256')
  const address = await proof.getByRole('link', { name: 'Auskunft.pdf' }).getAttribute('href')
  const got = await jens.request.get(address ?? '')
  expect([got.status(), (await got.body()).includes(mark)]).toEqual([200, true])

  const email = `info-${mark}@anbieter.example`
  await jens.getByText('Den Anbieter fragen').click()
  const asking = jens.locator('form').filter({ hasText: 'Mail an den Anbieter senden' })
  await asking.getByLabel('E-Mail-Adresse des Anbieters').fill(email)
  await asking.getByLabel('Frage').fill('Wo stehen die Server?')
  await asking.getByLabel('Antwort bis').fill('2027-05-31')
  await asking.getByRole('button', { name: 'Mail an den Anbieter senden' }).click()
  await expect(jens.getByText(`An den Anbieter (${email})`)).toBeVisible()

  const link = linkIn(await mailTo(email, /Frage der Duisburger Schulen/))
  const vendor = await asVisitor({ javaScriptEnabled: false })
  await vendor.goto(link)
  await vendor.getByLabel('Ihr Name und Unternehmen').fill('Rita Ruhr, Anbieter GmbH')
  await vendor.getByLabel('Ihre Antwort').fill(`In Frankfurt, ${mark}.`)
  const page = Buffer.from('<!doctype html><script>1</script>')
  await vendor.getByLabel('Unterlagen').setInputFiles({ ...pdf(mark), buffer: page })
  await vendor.getByRole('button', { name: 'Antwort senden' }).click()
  await expect(vendor.getByText('Quelltext einer Webseite').last()).toBeVisible()
  await expect(vendor.getByLabel('Ihre Antwort')).toHaveValue(`In Frankfurt, ${mark}.`)
  const late = await vendor.context().newPage()
  await late.goto(link)
  await vendor.getByLabel('Unterlagen').setInputFiles(pdf(mark))
  await vendor.getByRole('button', { name: 'Antwort senden' }).click()
  await expect(vendor.getByText('schon beantwortet')).toBeVisible()
  // The link works once; what somebody else typed behind it meanwhile is shown to them.
  await late.getByLabel('Ihr Name und Unternehmen').fill('Rolf Ruhr')
  await late.getByLabel('Ihre Antwort').fill('In Dublin.')
  await late.getByLabel('Unterlagen').setInputFiles(pdf('zu spät'))
  await late.getByRole('button', { name: 'Antwort senden' }).click()
  await expect(late.getByText('schon beantwortet').first()).toBeVisible()
  await expect(late.getByText('In Dublin.')).toBeVisible()

  // Nobody's link: nothing of what comes is read.
  const nobody = await jens.request.post(`/anbieter/${'x'.repeat(43)}`, {
    headers: { origin: ORIGIN },
    multipart: { name: 'X', answer: 'Y', file: { ...pdf(''), buffer: Buffer.alloc(300_000, 'x') } },
  })
  expect(nobody.status()).toBe(404)

  await jens.reload()
  await expect(jens.getByText(`In Frankfurt, ${mark}.`)).toBeVisible()
  await expect(jens.getByRole('link', { name: 'Auskunft.pdf' })).toHaveCount(2)
})

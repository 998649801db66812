import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

test('an idea answers a call: the form says so, the idea keeps it, the call shows it, the search finds both', async ({
  as,
}) => {
  const tobias = await as('tobias.hansen')
  await tobias.goto('/aufrufe')
  const call = tobias.getByRole('link', { name: /VR-Brillen/ }).first()
  const title = (await call.textContent()) ?? ''
  await call.click()
  await expect(tobias.getByRole('heading', { name: 'Ideen zu diesem Aufruf' })).toBeVisible()
  const path = new URL(tobias.url()).pathname
  await expectAccessible(tobias)
  await tobias.getByRole('link', { name: 'Idee vorschlagen' }).click()
  await expect(tobias.getByText('Ihre Antwort auf einen Aufruf')).toBeVisible()
  await tobias
    .getByLabel('Was begegnet Ihnen?', { exact: false })
    .first()
    .fill('Räume bleiben flach.')
  await tobias.getByLabel('Was brauchen Lernende?', { exact: false }).first().fill('Hindurchgehen.')
  await expectAccessible(tobias)
  await tobias.getByRole('button', { name: 'Idee veröffentlichen' }).click()
  await expect(tobias.getByText('Die Idee steht auf dem Markt.')).toBeVisible()
  await tobias.getByRole('main').getByRole('link', { name: title }).click()
  await expect(tobias).toHaveURL(new RegExp(`${path}$`))
  await expect(tobias.getByText('Räume bleiben flach.')).toBeVisible()
  await expectNoSidewaysScroll(tobias)

  const nadja = await as('nadja.petrovic', { javaScriptEnabled: false })
  await nadja.goto('/suche?q=VR-Brillen')
  await expect(nadja.getByRole('heading', { name: 'Aufrufe' })).toBeVisible()
})

test('a group’s meetings are on Heute and in the search of its members only', async ({ as }) => {
  const meike = await as('meike.thomas')
  await meike.goto('/heute')
  const next = meike.getByRole('region', { name: 'Ihre nächsten Termine' })
  await expect(next).toBeVisible()
  const title = (await next.getByRole('link').first().textContent()) ?? ''
  await expectAccessible(meike)
  await meike.goto(`/suche?q=${encodeURIComponent(title)}`)
  await expect(meike.getByRole('heading', { name: 'Termine' })).toBeVisible()
  const operator = await as('operator')
  await operator.goto(`/suche?q=${encodeURIComponent(title)}`)
  await expect(operator.getByRole('heading', { name: 'Termine' })).toHaveCount(0)
})

test('what one side agrees, the other sees without loading again; typed words stay', async ({
  as,
}) => {
  const place = '/plg/ipads-mathematik-5-6/vereinbarung'
  const nadja = await as('nadja.petrovic')
  await nadja.goto(place)
  const meike = await as('meike.thomas')
  await meike.goto(place)
  const line = `Wir fangen pünktlich an, ${Date.now()}`
  await meike.getByText('Weitere Absprachen').click()
  await meike.getByLabel(/Eigene Absprachen/).fill(line)
  await meike.getByRole('button', { name: 'Absprachen festhalten' }).click()
  await expect(nadja.getByText(line)).toBeVisible()
})

import { expect, expectAccessible, test } from './test.ts'

const ROOM = 'angebot=medialab-1-greenscreen&tag=2026-12-02&von=10:00&bis=12:00'

test('who waits gets what somebody else gives back, and takes it on the phone @phone', async ({
  as,
}) => {
  const lukas = await as('lukas.sommer')
  await lukas.goto(`/medialab/warteliste?${ROOM}`)
  await lukas.getByLabel('Wofür brauchen Sie es?').fill('5c Nachrichten')
  await lukas.getByRole('button', { name: 'Auf die Warteliste' }).click()
  await expect(lukas.getByText('Platz 1')).toBeVisible()
  await expectAccessible(lukas)

  const aylin = await as('aylin.yildiz')
  await aylin.goto('/medialab/meine')
  await aylin.getByRole('link', { name: '6c Freihandversuche' }).click()
  await aylin.getByRole('button', { name: /^Stornieren/ }).click()
  await expect(aylin.getByText('Der Termin ist storniert.').first()).toBeVisible()

  await expect(async () => {
    await lukas.goto('/medialab/warteliste')
    await expect(lukas.getByText('Für Sie reserviert bis')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  // Nobody has booked it yet.
  await lukas.goto('/medialab/meine')
  await expect(lukas.getByRole('link', { name: '5c Nachrichten' })).toHaveCount(0)
  await lukas.goto('/medialab/warteliste')
  await lukas.getByRole('button', { name: /^Annehmen/ }).click()
  await expect(lukas).toHaveURL(/\/medialab\/buchung\//)
  await expect(lukas.getByRole('heading', { name: '5c Nachrichten' })).toBeVisible()
  await expectAccessible(lukas)
})

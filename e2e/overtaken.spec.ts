import { expect, expectAccessible, test } from './test.ts'

const TRIAL = '/plg/ipads-mathematik-5-6/vorhaben/1-brueche-falten-und-zeichnen'

test('two write the evaluation of a Vorhaben: the slower one reads both texts and decides', async ({
  as,
}) => {
  const [meike, tobias] = [await as('meike.thomas'), await as('tobias.hansen')]
  await meike.goto(`${TRIAL}/auswertung`)
  await tobias.goto(`${TRIAL}/auswertung`)
  const question = 'Wer nicht, und was tun Sie für diese Lernenden?'
  await tobias.getByLabel(question).fill('Vier Lernende legen noch einmal Streifen.')
  await tobias.getByRole('button', { name: 'Auswertung speichern' }).click()
  await expect(tobias.getByText('Die Auswertung ist gespeichert.')).toBeVisible()

  await meike.getByLabel(question).fill('Sechs Lernende üben mit der Hand.')
  await meike.getByRole('button', { name: 'Auswertung speichern' }).click()
  await expect(meike.getByText('Vier Lernende legen noch einmal Streifen.')).toBeVisible()
  await expect(meike.getByLabel(question)).toHaveValue('Sechs Lernende üben mit der Hand.')
  await expectAccessible(meike)
  await meike.getByRole('button', { name: 'Auswertung speichern' }).click()
  await expect(meike.getByText('Die Auswertung ist gespeichert.')).toBeVisible()
  await expect(meike.getByText('Sechs Lernende üben mit der Hand.')).toBeVisible()
})

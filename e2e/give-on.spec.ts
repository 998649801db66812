import { expect, expectAccessible, expectNoSidewaysScroll, test } from './test.ts'

// Rule 19: what somebody had booked who is not at the school any more is given on by the Schulleitung.
for (const javaScriptEnabled of [true, false])
  test(`a Schulleitung gives a booking on, takes it back and gives it on (scripts: ${String(javaScriptEnabled)})`, async ({
    as,
  }) => {
    const petra = await as('petra.wolff', {
      ...{ javaScriptEnabled, viewport: { width: 390, height: 844 } },
    })
    await petra.goto('/medialab/uebergeben')
    await expect(petra.getByRole('heading', { level: 1 })).toHaveText('Buchungen übergeben')
    await expectNoSidewaysScroll(petra)
    if (javaScriptEnabled) await expectAccessible(petra)
    const choice = petra.getByLabel('Wer übernimmt sie?').first()
    const give = petra.getByRole('button', { name: /^Übergeben/ }).first()
    await give.click()
    await expect(
      petra.getByText('Bitte wählen Sie, wer die Buchung übernimmt.').first(),
    ).toBeVisible()
    await choice.selectOption({ label: 'Meike Thomas' })
    await give.click()
    await expect(petra.getByText('Die Buchung ist übergeben.').first()).toBeVisible()
    await petra.getByRole('button', { name: 'Rückgängig' }).click()
    await expect(petra.getByText('Die Übergabe ist zurückgenommen.').first()).toBeVisible()
    await expect(petra.getByLabel('Wer übernimmt sie?').first()).toBeVisible()
  })

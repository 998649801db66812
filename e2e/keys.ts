import { expect, type Locator, type Page } from '@playwright/test'

// What a person without a mouse does. Nothing here sets the focus: what the Tab key does not reach is not there.

const MOST_STEPS = 250

/** Goes on with the Tab key, or back, until this has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeAttached({ timeout: 20_000 })
  for (let steps = 0; steps < MOST_STEPS;) {
    const way = await wanted.evaluate(wayTo)
    if (way === 0) return
    // Not all at once: some fields have several stops, of some groups the key leaves stops out.
    const some = Math.ceil(Math.abs(way) / 2)
    for (let step = 0; step < some; step += 1)
      await page.keyboard.press(way > 0 ? 'Tab' : 'Shift+Tab')
    steps += some
  }
  throw new Error(`not reached by keyboard: ${String(wanted)}`)
}

/** About how many stops lie between the focus and this; negative when it lies before. Runs in the page. */
function wayTo(element: Element): number {
  const at = document.activeElement ?? document.body
  if (at === element) return 0
  const between = [
    ...document.querySelectorAll<HTMLElement>('a, button, input, select, textarea, summary'),
  ].filter((one) => one.tabIndex >= 0 && one.checkVisibility())
  const isAfter = (one: Element, other: Element) =>
    (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return isAfter(element, at)
    ? 1 + between.filter((one) => isAfter(one, at) && isAfter(element, one)).length
    : -1 - between.filter((one) => isAfter(one, element) && isAfter(at, one)).length
}

export async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

/** Types into a field instead of what stands there. */
export async function write(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
  await expect(field).toHaveValue(text)
}

/** Ticks a box, or takes the tick away. */
export async function tick(page: Page, box: Locator, isTicked = true): Promise<void> {
  await tabTo(page, box)
  if ((await box.isChecked()) !== isTicked) await page.keyboard.press('Space')
  await expect(box).toBeChecked({ checked: isTicked })
}

/** Chooses one of several: the Tab key comes to the group, the arrows go through it. */
export async function choose(page: Page, radio: Locator): Promise<void> {
  const entry = radio.locator('xpath=ancestor::fieldset[1]//input[@type="radio"]')
  const checked = entry.and(page.locator(':checked'))
  await tabTo(page, (await checked.count()) > 0 ? checked.first() : entry.first())
  await page.keyboard.press('Space')
  for (let at = await entry.count(); at > 0 && !(await radio.isChecked()); at -= 1)
    await page.keyboard.press('ArrowDown')
  await expect(radio).toBeChecked()
}

/** Chooses from a list that opens, without opening it. */
export async function pick(page: Page, list: Locator, label: string | RegExp): Promise<void> {
  const options = await list.locator('option').allTextContents()
  const at = options.findIndex((one) => (label instanceof RegExp ? label.test(one) : one === label))
  expect(at, `${String(label)} in ${options.join(', ')}`).toBeGreaterThanOrEqual(0)
  await tabTo(page, list)
  await page.keyboard.press('Home')
  for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown')
  await expect(list.locator('option:checked')).toHaveText(label)
}

/** Types a day, "2027-01-14", or a time before noon, "08:30", in the order in which this browser asks for its parts. */
export async function writeMoment(page: Page, field: Locator, value: string): Promise<void> {
  const [first = '', second = '', third = ''] = value.split(/[-:]/)
  const orders = [
    third + second + first,
    second + third + first,
    `${first}${second}AM`,
    first + second,
  ]
  await tabTo(page, field)
  for (const typed of value.includes('-') ? orders.slice(0, 2) : orders.slice(2)) {
    for (let part = 0; part < 3; part += 1) await page.keyboard.press('ArrowLeft')
    await page.keyboard.type(typed)
    if ((await field.inputValue()) === value) return
  }
  throw new Error(`not to be typed: ${value}`)
}

/** Opens what waits behind a line with an arrow. */
export async function unfold(page: Page, line: string | RegExp): Promise<void> {
  const summary = page.locator('summary').filter({ hasText: line })
  if ((await summary.locator('xpath=parent::details').getAttribute('open')) === null)
    await press(page, summary)
  await expect(summary.locator('xpath=parent::details')).toHaveAttribute('open', '')
}

/** Comes to a page from outside and goes past the menu to what it is about. */
export async function enter(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await press(page, page.getByRole('link', { name: 'Zum Inhalt springen' }))
  await expect(page.getByRole('main')).toBeFocused()
}

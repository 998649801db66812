import type { Page } from '@playwright/test'
import type { DemoPerson } from './test.ts'

/** A page as somebody who may see it, with the demonstration's data. */
export type Stop = {
  name: string
  path: string
  as?: DemoPerson
  prepare?: (page: Page) => Promise<void>
}

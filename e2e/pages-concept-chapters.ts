import type { Page } from '@playwright/test'
import type { Stop } from './stop.ts'

const RHEINBLICK = '/konzepte/gesamtschule-rheinblick'
const chapters = `${RHEINBLICK}/entwurf/kapitel`
/** The numbers of documents are not known beforehand: the page of the first chapter is gone to. */
const through = (name: RegExp) => async (page: Page) => {
  await page.getByRole('link', { name }).first().click()
  await page.waitForURL((url) => url.pathname !== chapters)
}

/** Chapters of a media concept, and taking over a file. */
export const CONCEPT_CHAPTER_STOPS: Stop[] = [
  { name: 'konzept-kapitel', path: chapters, as: 'meike.thomas' },
  { name: 'konzept-kapitel-neu', path: `${chapters}/neu`, as: 'meike.thomas' },
  {
    name: 'konzept-kapitel-angaben',
    path: chapters,
    as: 'meike.thomas',
    prepare: through(/^Angaben/),
  },
  {
    name: 'konzept-kapitel-vorlagen',
    path: chapters,
    as: 'meike.thomas',
    prepare: through(/^Vorlagen/),
  },
  { name: 'konzept-bilder', path: `${chapters}/bilder`, as: 'meike.thomas' },
  { name: 'konzept-import', path: `${RHEINBLICK}/import`, as: 'meike.thomas' },
]

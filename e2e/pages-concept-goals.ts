import type { Stop } from './stop.ts'

const DRAFT = '/konzepte/gesamtschule-rheinblick/entwurf'
const as = 'meike.thomas'

/** Pages of the working copy: goals, reflections, people, history. */
export const CONCEPT_GOAL_STOPS: Stop[] = [
  { name: 'konzept-entwurf', path: DRAFT, as },
  { name: 'konzept-ziele', path: `${DRAFT}/ziele`, as },
  { name: 'konzept-ziel-neu', path: `${DRAFT}/ziele/neu`, as },
  {
    name: 'konzept-ziel',
    path: `${DRAFT}/ziele`,
    as,
    prepare: async (page) => {
      await page.locator('main h3 a').first().click()
      await page.locator('#massnahmen').waitFor()
    },
  },
  { name: 'konzept-fortbildung', path: `${DRAFT}/fortbildung`, as },
  { name: 'konzept-rueckblick', path: `${DRAFT}/rueckblick`, as },
  { name: 'konzept-rueckblick-neu', path: `${DRAFT}/rueckblick/neu`, as },
  { name: 'konzept-verlauf', path: `${DRAFT}/verlauf`, as },
  { name: 'konzept-mitwirkende', path: `${DRAFT}/mitwirkende`, as: 'petra.wolff' },
  { name: 'konzept-einstellungen', path: `${DRAFT}/einstellungen`, as: 'petra.wolff' },
]

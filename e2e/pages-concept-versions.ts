import type { Stop } from './stop.ts'

const RHEINBLICK = '/konzepte/gesamtschule-rheinblick'

/** What a school has frozen and published, and its way there. */
export const CONCEPT_VERSION_STOPS: Stop[] = [
  { name: 'konzept', path: RHEINBLICK },
  { name: 'konzept-version', path: `${RHEINBLICK}/v/1`, as: 'orhan.demir' },
  { name: 'konzept-versionen', path: `${RHEINBLICK}/versionen`, as: 'petra.wolff' },
  { name: 'konzept-version-verwalten', path: `${RHEINBLICK}/versionen/1`, as: 'petra.wolff' },
  { name: 'konzept-vergleich', path: `${RHEINBLICK}/vergleich?von=1&bis=2` },
  {
    name: 'konzept-vergleich-nebeneinander',
    path: `${RHEINBLICK}/vergleich?von=2&bis=entwurf&ansicht=nebeneinander`,
    as: 'petra.wolff',
  },
  { name: 'konzept-freigabe', path: `${RHEINBLICK}/entwurf/freigabe`, as: 'meike.thomas' },
  {
    name: 'konzept-veroeffentlichen',
    path: `${RHEINBLICK}/entwurf/veroeffentlichen`,
    as: 'petra.wolff',
  },
  { name: 'konzept-festhalten', path: `${RHEINBLICK}/entwurf/festhalten`, as: 'petra.wolff' },
  {
    name: 'konzept-uebergeben',
    path: '/verwaltung/konzepte/uebergeben?von=gesamtschule-rheinblick&an=ggs-am-hafen',
    as: 'operator',
  },
]

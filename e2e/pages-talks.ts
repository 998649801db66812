import type { Stop } from './stop.ts'

/** Pages of equipment and of the yearly talk. */
export const TALK_STOPS: Stop[] = [
  { name: 'ausstattung', path: '/ausstattung', as: 'petra.wolff' },
  { name: 'ausstattung-amt', path: '/ausstattung?schule=ggs-am-hafen', as: 'birgit.kaya' },
  { name: 'ausstattung-standard', path: '/ausstattung/standard?schulform=comprehensive' },
  {
    name: 'ausstattung-bestand',
    path: '/ausstattung/gesamtschule-rheinblick/bestand',
    as: 'petra.wolff',
  },
  {
    name: 'ausstattung-bedarf',
    path: '/ausstattung/gesamtschule-rheinblick/bedarf',
    as: 'meike.thomas',
  },
  { name: 'grundausstattung', path: '/verwaltung/grundausstattung', as: 'birgit.kaya' },
  { name: 'gespraeche', path: '/gespraeche', as: 'petra.wolff' },
  { name: 'gespraeche-runde', path: '/gespraeche?stand=open', as: 'birgit.kaya' },
  { name: 'gespraeche-runden', path: '/gespraeche/runden', as: 'birgit.kaya' },
  { name: 'gespraeche-bedarfsbericht', path: '/gespraeche/bedarfsbericht', as: 'birgit.kaya' },
  { name: 'gespraech', path: '/gespraeche/1', as: 'petra.wolff' },
  { name: 'gespraech-reflexion', path: '/gespraeche/1/reflexion', as: 'petra.wolff' },
  { name: 'gespraech-reflexion-amt', path: '/gespraeche/1/reflexion', as: 'birgit.kaya' },
  { name: 'gespraech-konzept', path: '/gespraeche/1/konzept', as: 'birgit.kaya' },
  { name: 'gespraech-ergebnis', path: '/gespraeche/2/ergebnis', as: 'ruth.lang' },
]

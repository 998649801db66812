import { index, prefix, route, type RouteConfigEntry } from '@remix-run/route-config'

/** The part of the site map that is equipment and the yearly talk about it. */
export const talks: RouteConfigEntry[] = [
  ...prefix('ausstattung', [
    index('routes/equipment/equipment.tsx'),
    route('standard', 'routes/equipment/standard.tsx'),
    route(':school/bestand', 'routes/equipment/stock.tsx'),
    route(':school/bestand/liste', 'routes/equipment/stock-list.ts'),
    route(':school/bedarf', 'routes/equipment/needs.tsx'),
  ]),
  route('verwaltung/grundausstattung', 'routes/equipment/manage.tsx'),
  ...prefix('gespraeche', [
    index('routes/talks/talks.tsx'),
    route('runden', 'routes/talks/rounds.tsx'),
    route('bedarfsbericht', 'routes/talks/report.tsx'),
    route('bedarfsbericht/datei', 'routes/talks/report-file.ts'),
    route(':talk', 'routes/talks/talk.tsx'),
    route(':talk/reflexion', 'routes/talks/reflection.tsx'),
    route(':talk/ergebnis', 'routes/talks/result.tsx'),
    route(':talk/konzept', 'routes/talks/concept.tsx'),
  ]),
]

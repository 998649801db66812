import { index, prefix, route, type RouteConfigEntry } from '@remix-run/route-config'

/** The part of the site map that is the media concepts: what is published, and the working copy of a school. */
export const concepts: RouteConfigEntry[] = [
  ...prefix('konzepte', [
    route('neu', 'routes/concepts/begin.tsx'),
    route(':school/entwurf', 'routes/concepts/frame.tsx', [
      index('routes/concept-goals/glance.tsx'),
    ]),
  ]),
]

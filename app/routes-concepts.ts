import { index, prefix, route, type RouteConfigEntry } from '@remix-run/route-config'

/** The part of the site map that is the media concepts: what is published, and the working copy of a school. */
export const concepts: RouteConfigEntry[] = [
  ...prefix('konzepte', [
    route('neu', 'routes/concepts/begin.tsx'),
    route(':school/entwurf', 'routes/concepts/frame.tsx', [
      index('routes/concept-goals/glance.tsx'),
    ]),
    // The text of a chapter has the page for itself, like every document: the same pages under their own names.
    ...prefix(':school/entwurf/dokumente/:doc', [
      index('routes/documents/document.tsx', { id: 'concept-document' }),
      route('bearbeiten', 'routes/documents/edit.tsx', { id: 'concept-document-edit' }),
      route('kommentare', 'routes/documents/comments.tsx', { id: 'concept-document-comments' }),
      route('versionen', 'routes/documents/versions.tsx', { id: 'concept-document-versions' }),
      route('versionen/:version', 'routes/documents/version.tsx', {
        id: 'concept-document-version',
      }),
      route('vergleich', 'routes/documents/compare.tsx', { id: 'concept-document-compare' }),
      route('export', 'routes/documents/export.ts', { id: 'concept-document-export' }),
      route('uebernehmen', 'routes/documents/import.tsx', { id: 'concept-document-import' }),
    ]),
  ]),
]

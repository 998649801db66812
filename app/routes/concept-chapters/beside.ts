import { resource } from '#app/http/resource.ts'
import { longDay } from '#app/ui/format.ts'
import { templatesForChapter, takenTextFor } from '#server/concepts/chapters/templates/views.ts'
import type { ExampleLine } from '#server/concepts/chapters/contract.ts'
import type { AidGroup } from '#server/documents/contract.ts'

/** What stands beside a chapter while it is written; with `text` one of them as it goes into it. */
export const loader = resource(async ({ actor, params, request }) => {
  const { school = '', chapter } = params
  const number = Number(chapter) || 0
  const from = new URL(request.url).searchParams.get('text')
  const answer =
    from === null
      ? groupsOf(await templatesForChapter(actor, school, number))
      : await takenTextFor(actor, school, number, from)
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } })
})

type View = Awaited<ReturnType<typeof templatesForChapter>>

const groupsOf = ({ templates, examples }: View): AidGroup[] => [
  { title: 'Vorlagen', none: 'Für dieses Kapitel gibt es keine.', aids: templates },
  {
    title: 'Aus Konzepten anderer Schulen',
    none: 'Noch hat keine Schule ein solches Kapitel veröffentlicht, das Sie lesen können.',
    aids: examples.map((one) => ({
      ...{ key: one.key, title: `${one.title} – ${one.school}`, html: one.html, path: one.path },
      ...(one.isSameForm && { badge: 'Gleiche Schulform' }),
      about: aboutOf(one),
    })),
  },
]

const aboutOf = ({ form, version, publishedAt }: ExampleLine) =>
  `${form} · Version ${version}${publishedAt ? `, veröffentlicht am ${longDay(publishedAt)}` : ''}`

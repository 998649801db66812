import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import FileUp from 'lucide-react/icons/file-up'
import Plus from 'lucide-react/icons/plus'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import {
  moveChapter,
  restoreChapter,
  takeStandardChapters,
} from '#server/concepts/chapters/commands.ts'
import { chapterInput, moveChapterInput } from '#server/concepts/chapters/inputs.ts'
import { paths } from '#server/concepts/chapters/paths.ts'
import { chaptersFor } from '#server/concepts/chapters/views.ts'
import { nothingInput } from '#server/concepts/inputs.ts'
import { paths as conceptPaths } from '#server/concepts/paths.ts'
import { ChapterRow } from './components/chapter-row.tsx'
import { ChapterText } from './components/chapter-text.tsx'
import '#app/styles/document.css'

export const loader = page(({ actor, params, request }) => {
  const open = Number(new URL(request.url).searchParams.get('kapitel'))
  return chaptersFor(actor, params.school ?? '', Number.isInteger(open) && open > 0 ? open : null)
})

export const action = forms({
  standard: intent(nothingInput, async ({ actor, params: { school = '' } }) => {
    const count = await takeStandardChapters(actor, school)
    return redirectWithToast(
      paths.list(school),
      count > 0
        ? `${plural(count, 'Kapitel', 'Kapitel')} angelegt.`
        : 'Die üblichen Kapitel sind schon da.',
    )
  }),
  move: intent(moveChapterInput, async ({ actor, params: { school = '' }, input }) => {
    const { title, place } = await moveChapter(actor, school, input)
    return redirectWithToast(paths.list(school), `„${title}“ ist jetzt Kapitel ${place}.`)
  }),
  restore: intent(chapterInput, async ({ actor, params: { school = '' }, input }) => {
    await restoreChapter(actor, school, input.chapter)
    return redirect(paths.list(school), 303)
  }),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Kapitel – ${data?.concept.title ?? 'Medienkonzept'} – Lernen 25` },
]

export default function Chapters() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { chapters, school, can, text, missing } = view
  const trouble = reply?.error?.['']
  return (
    <section aria-labelledby="kapitel">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="kapitel" className="text-xl">
          Kapitel
        </h2>
        {can.write && (
          <div className="flex flex-wrap gap-2">
            <ButtonLink icon={FileUp} to={conceptPaths.import(school.slug)}>
              Aus Word oder PDF übernehmen
            </ButtonLink>
            <ButtonLink variant="primary" icon={Plus} to={paths.new(school.slug)}>
              Neues Kapitel
            </ButtonLink>
          </div>
        )}
      </div>
      <div role="status">
        {trouble && <p className="mb-3 font-semibold text-achtung">{trouble.join(' ')}</p>}
      </div>
      <div
        className={
          text
            ? 'grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[23rem_minmax(0,1fr)] lg:items-start'
            : 'grid grid-cols-[minmax(0,1fr)] gap-5'
        }
      >
        {chapters.length === 0 ? (
          <EmptyState title="Noch kein Kapitel.">
            Ziele und Rückblick brauchen keine Kapitel. Wer schon ein Konzept hat, übernimmt die
            Datei; sonst beginnen Sie mit den üblichen Kapiteln und lassen weg, was nicht passt.
          </EmptyState>
        ) : (
          <ol className="divide-y divide-linie rounded-xl border border-linie bg-flaeche px-karte">
            {chapters.map((chapter, at) => (
              <ChapterRow
                key={chapter.id}
                chapter={chapter}
                school={school.slug}
                place={{ at, isLast: at === chapters.length - 1 }}
                canWrite={can.write}
                isOpen={chapter.number === text?.number}
              />
            ))}
          </ol>
        )}
        {text && <ChapterText text={text} />}
      </div>
      {can.write && missing.length > 0 && (
        <HouseForm className="mt-4">
          <p className="mb-2 text-leise">
            Üblich sind außerdem: {missing.map(({ title }) => title).join(' · ')}
          </p>
          <Button variant="secondary" name="intent" value="standard">
            Übliche Kapitel anlegen
          </Button>
        </HouseForm>
      )}
    </section>
  )
}

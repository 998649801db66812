import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Link } from '#app/ui/link.tsx'
import { restoreLesson } from '#server/concepts/lessons/commands.ts'
import { lessonNumberInput } from '#server/concepts/lessons/inputs.ts'
import { lessonsFor } from '#server/concepts/lessons/views.ts'
import { visibilityNames } from '#server/concepts/lessons/words.ts'
import { gradeName } from '#server/concepts/matrix/grades/contract.ts'
import { subjectTitle } from '#server/concepts/matrix/words.ts'
import { paths } from '#server/concepts/paths.ts'

export const loader = page(({ actor, params }) => lessonsFor(actor, params.school ?? ''))

export const action = forms({
  restoreLesson: intent(lessonNumberInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await restoreLesson(actor, params.school ?? '', input.lesson),
      'Das Unterrichtskonzept ist wieder da.',
    ),
  ),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Unterricht – ${data?.school.name ?? 'Medienkonzept'} – Lernen 25` },
]

/** Lesson concepts of the school: what colleagues share, and one's own drafts. */
export default function Lessons() {
  const { school, lessons, can } = useLoaderData<typeof loader>()
  return (
    <>
      {can.contribute && (
        <div className="flex flex-wrap gap-3 print:hidden">
          <ButtonLink to={paths.newLesson(school.slug)}>Unterrichtskonzept anlegen</ButtonLink>
        </div>
      )}
      {lessons.length === 0 ? (
        <EmptyState title="Hier steht noch kein Unterrichtskonzept.">
          Ein Titel genügt für den Anfang. Ihr Entwurf bleibt bei Ihnen, bis Sie ihn teilen.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-linie rounded-xl border border-linie bg-flaeche px-karte">
          {lessons.map((lesson) => (
            <li key={lesson.id} className="py-zeile">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Link
                  to={paths.lesson(lesson.number)}
                  className="inline-flex min-h-11 items-center font-semibold wrap-anywhere underline"
                >
                  {lesson.title}
                </Link>
                <Badge tone={lesson.visibility === 'authors' ? 'offen' : 'ok'}>
                  {visibilityNames[lesson.visibility]}
                </Badge>
              </p>
              {lesson.aim && <p className="wrap-anywhere">{lesson.aim}</p>}
              <p className="text-sm text-leise">
                {[
                  lesson.subjects.map(subjectTitle).join(', '),
                  lesson.gradeLevels.length > 0 &&
                    `Jahrgang ${lesson.gradeLevels.map(gradeName).join(', ')}`,
                  lesson.competencies.join(', '),
                  lesson.lastTaught && `zuletzt ${lesson.lastTaught}`,
                  lesson.adoptedSchool && `übernommen von ${lesson.adoptedSchool}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

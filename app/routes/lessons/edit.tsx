import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ChildCheck } from '#app/ui/child-check.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { editLesson } from '#server/concepts/lessons/commands.ts'
import { editLessonInput } from '#server/concepts/lessons/inputs.ts'
import { editLessonFor } from '#server/concepts/lessons/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { LessonFields } from './components/lesson-fields.tsx'

export const loader = page(({ actor, params }) => editLessonFor(actor, params.lesson ?? ''))

export const action = form(editLessonInput, async ({ actor, params, input }) =>
  redirectWithToast(
    await editLesson(actor, params.lesson ?? '', input),
    'Das Unterrichtskonzept ist gespeichert.',
  ),
)

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bearbeiten – ${data?.lesson.title ?? 'Unterrichtskonzept'} – Lernen 25` },
]

export default function EditLesson() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { lesson } = view
  return (
    <>
      <PageHead
        title="Unterrichtskonzept bearbeiten"
        kicker={view.school.name}
        meta={lesson.title}
      />
      <div className="max-w-[46rem]">
        <HouseForm reply={reply} autoComplete="off">
          <Overtaken reply={reply} version={lesson.version} />
          <LessonFields {...view} />
          <ChildCheck />
          <div className="flex flex-wrap gap-3">
            <Button>Unterrichtskonzept speichern</Button>
            <ButtonLink variant="tertiary" to={paths.lesson(lesson.number)}>
              Abbrechen
            </ButtonLink>
          </div>
        </HouseForm>
      </div>
    </>
  )
}

import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { createLesson } from '#server/concepts/lessons/commands.ts'
import { createLessonInput } from '#server/concepts/lessons/inputs.ts'
import { newLessonFor } from '#server/concepts/lessons/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { LessonFields } from './components/lesson-fields.tsx'

export const loader = page(({ actor, params }) => newLessonFor(actor, params.school ?? ''))

export const action = form(createLessonInput, async ({ actor, params, input }) =>
  redirect(await createLesson(actor, params.school ?? '', input), 303),
)

export const meta: MetaFunction = () => [{ title: 'Unterrichtskonzept anlegen – Lernen 25' }]

export default function NewLesson() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <section aria-labelledby="anlegen" className="max-w-[46rem]">
      <h2 id="anlegen" className="mb-1 text-xl">
        Unterrichtskonzept anlegen
      </h2>
      <p className="mb-4 text-leise">Zuerst lesen es nur die Autor:innen.</p>
      <HouseForm reply={reply} clientKey={view.clientKey} autoComplete="off">
        <LessonFields {...view} />
        <div className="flex flex-wrap gap-3">
          <Button>Unterrichtskonzept anlegen</Button>
          <ButtonLink variant="tertiary" to={paths.lessons(view.school.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </section>
  )
}

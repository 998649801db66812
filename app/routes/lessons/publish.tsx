import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChildCheck } from '#app/ui/child-check.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { publishLesson, sayLessonName, withdrawLesson } from '#server/concepts/lessons/commands.ts'
import { LESSON_VISIBILITIES } from '#server/concepts/lessons/contract.ts'
import {
  lessonInput,
  lessonNameInput,
  publishLessonInput,
} from '#server/concepts/lessons/inputs.ts'
import { publishLessonFor } from '#server/concepts/lessons/views.ts'
import { visibilityHints, visibilityNames } from '#server/concepts/lessons/words.ts'
import { paths } from '#server/concepts/paths.ts'
import { LICENCES } from '#server/projects/contract.ts'
import { licenceHints, licenceNames } from '#server/projects/words.ts'

export const loader = page(({ actor, params }) => publishLessonFor(actor, params.lesson ?? ''))

export const action = forms({
  publish: intent(publishLessonInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await publishLesson(actor, params.lesson ?? '', input),
      `Gespeichert: ${visibilityNames[input.visibility]}.`,
    ),
  ),
  withdraw: intent(lessonInput, async ({ actor, params }) =>
    redirectWithToast(
      await withdrawLesson(actor, params.lesson ?? ''),
      'Das Unterrichtskonzept ist zurückgezogen. Es lesen nur noch Ihre Kolleg:innen.',
    ),
  ),
  name: intent(lessonNameInput, async ({ actor, params, input }) => {
    await sayLessonName(actor, params.lesson ?? '', input.isNamed === 'yes')
    return redirectWithToast(
      paths.publishLesson(Number(params.lesson)),
      'Ihre Entscheidung ist gespeichert.',
    )
  }),
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Wer liest es? – ${data?.lesson.title ?? 'Unterrichtskonzept'} – Lernen 25` },
]

/** Who reads a lesson concept, under which licence, and whose names stand there. */
export default function PublishLesson() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { lesson, can, authors, ownName } = view
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      <PageHead title="Wer liest es?" kicker={lesson.school.name} meta={lesson.title} />
      <div className="grid max-w-[46rem] gap-5">
        {can.publish && <PublishForm view={view} reply={replyTo('publish')} />}
        <Card title="Autor:innen">
          <ul>
            {authors.map(({ personId, name, isNamed }) => (
              <li key={personId}>
                {name}: {isNamed ? 'mit Namen' : 'ohne Namen'}
              </li>
            ))}
          </ul>
          {ownName && (
            <HouseForm className="mt-4 grid gap-5" reply={replyTo('name')}>
              <RadioRows
                name="isNamed"
                label="Soll Ihr Name nach außen dabeistehen?"
                defaultValue={ownName.isNamed ? 'yes' : 'no'}
                choices={[
                  { value: 'yes', label: 'Mit Namen' },
                  { value: 'no', label: 'Ohne Namen' },
                ]}
              />
              <div>
                <Button variant="secondary" name="intent" value="name">
                  Entscheidung speichern
                </Button>
              </div>
            </HouseForm>
          )}
        </Card>
        {can.withdraw && (
          <Card
            title="Zurückziehen"
            lead="Danach lesen es nur noch Ihre Kolleg:innen. Kopien an anderen Schulen bleiben."
          >
            <HouseForm reply={replyTo('withdraw')}>
              <div>
                <Button variant="secondary" name="intent" value="withdraw">
                  Zurückziehen
                </Button>
              </div>
            </HouseForm>
          </Card>
        )}
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>
type Reply = ReturnType<typeof useActionData<typeof action>>

function PublishForm({ view, reply }: { view: View; reply: Reply }) {
  const { lesson, mustShareAlike } = view
  return (
    <HouseForm reply={reply}>
      <Overtaken reply={reply} version={lesson.version} />
      <RadioRows
        name="visibility"
        label="Wer soll es lesen?"
        defaultValue={lesson.visibility}
        choices={LESSON_VISIBILITIES.filter((one) => one !== 'plg' || lesson.plgId !== null).map(
          (value) => ({ value, label: visibilityNames[value], hint: visibilityHints[value] }),
        )}
      />
      <RadioRows
        name="licence"
        label="Lizenz"
        hint="Nur für Netzwerk und Öffentlich nötig. Fremdes Material brauchen Sie mit Erlaubnis."
        defaultValue={lesson.licence ?? undefined}
        choices={(mustShareAlike ? (['cc_by_sa'] as const) : LICENCES).map((value) => ({
          value,
          label: licenceNames[value],
          hint: licenceHints[value],
        }))}
      />
      <ChildCheck />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="publish">
          Speichern
        </Button>
        <ButtonLink variant="tertiary" to={paths.lesson(lesson.number)}>
          Abbrechen
        </ButtonLink>
      </div>
    </HouseForm>
  )
}

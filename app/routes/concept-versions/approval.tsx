import { useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { longDay, plural } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { paths } from '#server/concepts/paths.ts'
import { returnConcept, submitConcept } from '#server/concepts/versions/approving/commands.ts'
import { approvalFor } from '#server/concepts/versions/approving/views.ts'
import { LIMITS } from '#server/concepts/versions/contract.ts'
import { returnInput, submitInput } from '#server/concepts/versions/inputs.ts'

export const loader = page(({ actor, params }) => approvalFor(actor, params.school ?? ''))

export const action = forms({
  submit: intent(submitInput, async ({ actor, params, input }) => {
    const school = params.school ?? ''
    await submitConcept(actor, school, input)
    return redirectWithToast(paths.approval(school), 'Das Konzept liegt der Schulleitung vor.')
  }),
  return: intent(returnInput, async ({ actor, params, input }) => {
    const school = params.school ?? ''
    await returnConcept(actor, school, input)
    return redirectWithToast(paths.approval(school), 'Das Konzept ist zurückgegeben.')
  }),
})

export default function Approval() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { concept, school, can, current } = view
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <div className="grid max-w-[46rem] grid-cols-[minmax(0,1fr)] gap-5">
      {concept.returnedNote && (
        <Notice tone="achtung" title="Die Schulleitung hat das Konzept zurückgegeben.">
          <span className="whitespace-pre-line">{concept.returnedNote}</span>
        </Notice>
      )}
      {concept.submittedAt && (
        <Notice
          title={`Liegt der Schulleitung seit ${longDay(concept.submittedAt)} zur Freigabe vor.`}
        >
          <span className="whitespace-pre-line">{concept.submittedNote}</span>
        </Notice>
      )}
      <Content view={view} />
      {can.publish && (
        <Card title="Freigeben">
          <div className="flex flex-wrap gap-3">
            {current !== null && (
              <ButtonLink to={paths.compare(school.slug, current, 'entwurf')}>
                Mit Version {current} vergleichen
              </ButtonLink>
            )}
            <ButtonLink variant="primary" to={paths.publish(school.slug)}>
              Prüfen und veröffentlichen
            </ButtonLink>
          </div>
        </Card>
      )}
      {can.publish && concept.submittedAt && (
        <Card title="Zurückgeben" lead="Wer mitschreibt, bekommt Ihren Hinweis.">
          <HouseForm reply={replyTo('return')}>
            <TextArea
              name="note"
              label="Was ist noch zu tun?"
              maxLength={LIMITS.submission}
              rows={3}
            />
            <div>
              <Button variant="secondary" name="intent" value="return">
                Zurückgeben
              </Button>
            </div>
          </HouseForm>
        </Card>
      )}
      {!concept.submittedAt && (
        <Card
          title="Zur Freigabe an die Schulleitung"
          lead="Der Entwurf bleibt offen: Sie können weiterschreiben, bis veröffentlicht wird."
        >
          <HouseForm reply={replyTo('submit')}>
            <TextArea
              name="note"
              label="Hinweis an die Schulleitung"
              optional
              maxLength={LIMITS.submission}
              rows={3}
            />
            <div>
              <Button name="intent" value="submit">
                Zur Freigabe geben
              </Button>
            </div>
          </HouseForm>
        </Card>
      )}
    </div>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function Content({ view: { chapters, empty, goals } }: { view: View }) {
  return (
    <Card title="Das steht im Entwurf">
      {chapters.length > 0 ? (
        <ol className="list-decimal pl-6">
          {chapters.map((title, at) => (
            <li key={at} className="wrap-anywhere">
              {title}
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-leise">Noch kein Kapitel mit Text.</p>
      )}
      {goals > 0 && <p className="mt-2">Dazu {plural(goals, 'Ziel', 'Ziele')}.</p>}
      {empty.length > 0 && (
        <p className="mt-2 text-sm text-leise">Leer und deshalb nicht dabei: {empty.join(', ')}.</p>
      )}
    </Card>
  )
}

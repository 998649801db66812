import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { linkProject } from '#server/concepts/matrix/links/commands.ts'
import { takeProjectInput } from '#server/concepts/matrix/links/inputs.ts'
import { takeProjectFor } from '#server/concepts/matrix/links/views.ts'

export const loader = page(({ actor, request }) =>
  takeProjectFor(actor, new URL(request.url).searchParams),
)

export const action = form(takeProjectInput, async ({ actor, input }) =>
  redirectWithToast(
    await linkProject(actor, { id: input.conceptId }, input.project),
    'Das Vorhaben ist verknüpft. Prüfen Sie, wo es bei Ihnen zählt.',
  ),
)

export const meta: MetaFunction = () => [{ title: 'In unser Medienkonzept übernehmen – Lernen 25' }]

/** From a Vorhaben into the own concept: by reference, so that it stays what it is. */
export default function TakeProject() {
  const { project, concepts } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <PageHead title="In unser Medienkonzept übernehmen" meta={project.title} />
      {concepts.length === 0 ? (
        <EmptyState title="Sie schreiben in keinem Medienkonzept">
          Wer mitschreibt, legt die Schulleitung fest.
        </EmptyState>
      ) : (
        <HouseForm reply={reply}>
          <input type="hidden" name="project" value={project.id} />
          <RadioRows
            name="conceptId"
            label="In welches Medienkonzept?"
            choices={concepts}
            defaultValue={concepts[0]?.value}
          />
          <div className="flex flex-wrap gap-3">
            <Button>In unser Medienkonzept übernehmen</Button>
            <ButtonLink variant="tertiary" to={project.path}>
              Abbrechen
            </ButtonLink>
          </div>
        </HouseForm>
      )}
    </>
  )
}

import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { editIdea } from '#server/ideas/commands.ts'
import { editInput } from '#server/ideas/inputs.ts'
import { paths } from '#server/ideas/paths.ts'
import { editingFor } from '#server/ideas/views.ts'
import { IdeaFields } from './components/idea-fields.tsx'

export const loader = page(({ actor, params }) => editingFor(actor, params.idea ?? ''))

export const action = form(editInput, async ({ actor, params, input }) =>
  redirectWithToast(await editIdea(actor, params.idea ?? '', input), 'Die Idee ist gespeichert.'),
)

export const meta: MetaFunction = () => [{ title: 'Idee bearbeiten – Lernen 25' }]

export default function Edit() {
  const { idea, programmes } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const theirs = reply && 'theirs' in reply ? reply.theirs : undefined
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[
          { label: 'Ideen', to: paths.list() },
          { label: idea.title, to: idea.path },
          { label: 'Bearbeiten' },
        ]}
      />
      <PageHead title="Idee bearbeiten" />
      <div className="grid gap-5">
        {theirs && (
          <Notice tone="achtung" title="So ist die Idee jetzt gespeichert">
            <p className="whitespace-pre-wrap">{theirs}</p>
          </Notice>
        )}
        {/* Loaded whole after a conflict: then the form knows the version it is compared with. */}
        <HouseForm reply={reply} reloadDocument>
          <input type="hidden" name="version" value={idea.version} />
          <IdeaFields idea={idea} programmes={programmes} />
          <div className="flex flex-wrap gap-3">
            <Button>Speichern</Button>
            <ButtonLink to={idea.path} variant="tertiary">
              Abbrechen
            </ButtonLink>
          </div>
        </HouseForm>
      </div>
    </div>
  )
}

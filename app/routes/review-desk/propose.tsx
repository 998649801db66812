import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { LIMITS } from '#server/software/contract.ts'
import { paths } from '#server/software/paths.ts'
import { demand, propose, undemand } from '#server/software/proposing/commands.ts'
import { deleteDraft, restoreDraft, saveDraft } from '#server/software/proposing/drafts/commands.ts'
import { DRAFT_DAYS } from '#server/software/proposing/drafts/contract.ts'
import { draftIdInput, draftInput } from '#server/software/proposing/drafts/inputs.ts'
import { demandInput, proposeInput } from '#server/software/proposing/inputs.ts'
import { draftPath, proposalPath } from '#server/software/proposing/paths.ts'
import { proposingFor } from '#server/software/proposing/views.ts'
import { OwnDrafts } from './components/own-drafts.tsx'
import { OwnProposals } from './components/own-proposals.tsx'
import { ProposeForm } from './components/propose-form.tsx'
import { SimilarEntries } from './components/similar-entries.tsx'

export const loader = page(({ actor, request }) => {
  const asked = new URL(request.url).searchParams
  return proposingFor(actor, {
    name: asked.get('name'),
    draft: asked.get('entwurf'),
    page: pageNumber(asked.get('seite')),
  })
})

export const action = forms({
  propose: intent(proposeInput, async ({ actor, input }) => {
    const number = await propose(actor, input)
    return redirectWithToast(proposalPath(number), `Ihr Vorschlag ist eingereicht: Nr. ${number}.`)
  }),
  draft: intent(draftInput, async ({ actor, input }) => {
    const id = await saveDraft(actor, input)
    return redirectWithToast(
      draftPath(id),
      `Der Entwurf ist gespeichert, ${DRAFT_DAYS} Tage lang. Nur Sie sehen ihn.`,
    )
  }),
  deleteDraft: intent(draftIdInput, async ({ actor, input: { draft } }) => {
    await deleteDraft(actor, draft)
    return redirectWithToast(paths.propose(), {
      text: 'Der Entwurf ist gelöscht.',
      undo: {
        label: 'Rückgängig',
        action: paths.propose(),
        fields: { intent: 'restoreDraft', draft },
      },
    })
  }),
  restoreDraft: intent(draftIdInput, async ({ actor, input: { draft } }) => {
    await restoreDraft(actor, draft)
    return redirectWithToast(draftPath(draft), 'Der Entwurf ist wieder da.')
  }),
  demand: intent(demandInput, async ({ actor, input }) => {
    await demand(actor, input.number)
    return redirectWithToast(
      paths.propose(),
      'Ihre Schule zählt jetzt mit. Sie erfahren das Ergebnis.',
    )
  }),
  undemand: intent(demandInput, async ({ actor, input }) => {
    await undemand(actor, input.number)
    return redirectWithToast(paths.propose(), 'Ihr „Mich auch“ ist zurückgenommen.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'App vorschlagen – Software – Lernen 25' }]

/** In two steps: the name first, so that whoever wants what is there already meets it before writing. */
export default function Propose() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { name, isNamed, similar, own, now } = view
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[{ label: 'Software', to: paths.directory() }, { label: 'App vorschlagen' }]}
      />
      <PageHead
        title="App vorschlagen"
        meta="Das Schulmedienzentrum ergänzt die Angaben, die Prüfstelle prüft den Datenschutz."
      />
      <div className="grid gap-5">
        {isNamed ? (
          <>
            <SimilarEntries entries={similar} reply={reply} />
            <ProposeForm view={view} reply={reply} />
          </>
        ) : (
          <HouseForm method="get" action={paths.propose()}>
            <TextField
              name="name"
              label="Wie heißt die App?"
              hint="Dann sehen Sie, ob sie schon im Verzeichnis steht."
              required
              minLength={LIMITS.name.min}
              maxLength={LIMITS.name.max}
              defaultValue={name}
            />
            <div className="flex flex-wrap gap-3">
              <Button>Weiter</Button>
              <ButtonLink to={paths.directory()} variant="tertiary">
                Abbrechen
              </ButtonLink>
            </div>
          </HouseForm>
        )}
        <OwnDrafts drafts={view.drafts} now={now} />
        <OwnProposals own={own} now={now} />
      </div>
    </div>
  )
}

import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { sizeOf } from '#app/files/file-text.tsx'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { ROOM_FOR_ONE } from '#server/files/words.ts'
import { paths } from '#server/software/paths.ts'
import {
  addData,
  addDocument,
  addSeal,
  addSubprocessor,
  addUse,
  putVariant,
  removePart,
} from '#server/software/uses/commands.ts'
import {
  dataInput,
  documentInput,
  partInput,
  restoreInput,
  sealInput,
  subprocessorInput,
  useInput,
  variantInput,
} from '#server/software/uses/inputs.ts'
import { restorePart } from '#server/software/uses/removing/commands.ts'
import { usesPageFor } from '#server/software/uses/views.ts'
import { documentChoices, schemeChoices, visibilityNames } from '#server/software/uses/words.ts'
import { DocumentForm, SealForm } from './components/evidence-forms.tsx'
import { Removal } from './components/removal.tsx'
import { VariantCard, VariantForm } from './components/variant-card.tsx'

export const loader = page(({ actor, params }) => usesPageFor(actor, params.app ?? ''))

const back = ({ app = '' }: { app?: string }, text: string) =>
  redirectWithToast(paths.uses(app), text)

export const action = forms(
  {
    variant: intent(variantInput, async ({ actor, params, input }) => {
      await putVariant(actor, params.app ?? '', input)
      return back(params, 'Die Ausgabe ist gespeichert.')
    }),
    use: intent(useInput, async ({ actor, params, input }) => {
      await addUse(actor, params.app ?? '', input)
      return back(params, 'Die Nutzung ist hinzugefügt.')
    }),
    subprocessor: intent(subprocessorInput, async ({ actor, params, input }) => {
      await addSubprocessor(actor, params.app ?? '', input)
      return back(params, 'Der Unterauftragnehmer ist hinzugefügt.')
    }),
    data: intent(dataInput, async ({ actor, params, input }) => {
      await addData(actor, params.app ?? '', input)
      return back(params, 'Die Datenkategorie ist hinzugefügt.')
    }),
    seal: intent(sealInput, async ({ actor, params, input }) => {
      await addSeal(actor, params.app ?? '', input)
      return back(params, 'Das Siegel ist hinzugefügt.')
    }),
    document: intent(documentInput, async ({ actor, params, input, files: [file = null] }) => {
      await addDocument(actor, params.app ?? '', input, file)
      return back(params, 'Die Unterlage ist hinzugefügt.')
    }),
    remove: intent(partInput, async ({ actor, params, input }) => {
      const { app = '' } = params
      const removal = await removePart(actor, app, input)
      return redirectWithToast(paths.uses(app), {
        text: 'Das ist entfernt. In den Änderungen steht, was dort stand.',
        undo: {
          label: 'Rückgängig',
          action: paths.uses(app),
          fields: {
            ...{ intent: 'restore', removal },
            ...(input.part === 'document' && { isDocument: 'ja' }),
          },
        },
      })
    }),
    restore: intent(restoreInput, async ({ actor, params, input }) => {
      await restorePart(actor, params.app ?? '', input)
      return back(params, 'Das steht wieder da.')
    }),
  },
  { room: ROOM_FOR_ONE },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Nutzungen und Unterlagen – ${data?.product.name ?? 'App'} – Lernen 25` },
]

export default function Uses() {
  const { product, variants, seals, documents } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Software', to: paths.directory() },
          { label: product.name, to: paths.product(product.slug) },
          { label: 'Nutzungen und Unterlagen' },
        ]}
      />
      <PageHead
        title="Nutzungen und Unterlagen"
        meta={`Geprüft wird nicht „${product.name}“, sondern wie die App genutzt wird: auf welchem Gerät, mit welchem Konto, von wem.`}
      />
      <div className="grid gap-5">
        {variants.length === 0 && <EmptyState title="Noch keine Ausgabe." />}
        {variants.map((variant) => (
          <VariantCard key={variant.id} variant={variant} reply={reply} />
        ))}
        <Card title="Ausgabe hinzufügen">
          <VariantForm
            reply={reply?.initialValue?.variant === undefined ? replyTo('variant') : undefined}
          />
        </Card>
        <Card title="Unterlagen">
          <ul className="divide-y divide-linie">
            {documents.map(({ id, kind, url, body, versionLabel, visibility, file }) => (
              <Removal key={id} part="document" id={id} label={documentChoices[kind]}>
                {[versionLabel, url, body && 'Text für Schulen', visibilityNames[visibility]]
                  .filter(Boolean)
                  .join(' · ')}
                {file && (
                  <a
                    href={paths.document(product.slug, id)}
                    className="flex min-h-11 items-center wrap-anywhere underline"
                  >
                    {file.name} ({sizeOf(file.bytes)})
                  </a>
                )}
              </Removal>
            ))}
          </ul>
          <DocumentForm reply={replyTo('document')} />
        </Card>
        <Card title="Siegel anderer Stellen">
          <ul className="divide-y divide-linie">
            {seals.map(({ id, scheme, result }) => (
              <Removal key={id} part="seal" id={id} label={schemeChoices[scheme]}>
                {result}
              </Removal>
            ))}
          </ul>
          <SealForm reply={replyTo('seal')} />
        </Card>
      </div>
    </>
  )
}

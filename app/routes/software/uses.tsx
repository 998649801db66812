import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
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
  sealInput,
  subprocessorInput,
  useInput,
  variantInput,
} from '#server/software/uses/inputs.ts'
import { usesPageFor } from '#server/software/uses/views.ts'
import { documentChoices, schemeChoices, visibilityNames } from '#server/software/uses/words.ts'
import { DocumentForm, SealForm } from './components/evidence-forms.tsx'
import { Removal } from './components/removal.tsx'
import { VariantCard, VariantForm } from './components/variant-card.tsx'

export const loader = page(({ actor, params }) => usesPageFor(actor, params.app ?? ''))

const back = ({ app = '' }: { app?: string }, text: string) =>
  redirectWithToast(paths.uses(app), text)

export const action = forms({
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
  document: intent(documentInput, async ({ actor, params, input }) => {
    await addDocument(actor, params.app ?? '', input)
    return back(params, 'Die Unterlage ist hinzugefügt.')
  }),
  remove: intent(partInput, async ({ actor, params, input }) => {
    await removePart(actor, params.app ?? '', input)
    return back(params, 'Das ist entfernt. In den Änderungen steht, was dort stand.')
  }),
})

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
            {documents.map(({ id, kind, url, versionLabel, visibility }) => (
              <Removal key={id} part="document" id={id} label={documentChoices[kind]}>
                {[versionLabel, url ?? 'Text für Schulen', visibilityNames[visibility]]
                  .filter(Boolean)
                  .join(' · ')}
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

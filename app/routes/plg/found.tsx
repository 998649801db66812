import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { foundPlg } from '#server/plg/commands.ts'
import { type Kind, KIND_DEFAULTS } from '#server/plg/contract.ts'
import { foundInput } from '#server/plg/inputs.ts'
import { paths } from '#server/plg/paths.ts'
import { foundingFor } from '#server/plg/views.ts'
import { kindHints, kindNames, secondPlgHint } from '#server/plg/words.ts'
import { Fold } from '#app/ui/fold.tsx'
import { PlgFields } from './components/plg-fields.tsx'

export const loader = page(({ actor, request }) =>
  foundingFor(actor, new URL(request.url).searchParams.get('art') ?? ''),
)

export const action = form(foundInput, async ({ actor, input }) => {
  const { slug } = await foundPlg(actor, input)
  return redirectWithToast(paths.plg(slug), 'Die Gruppe ist gegründet. Sie sprechen für sie.')
})

export const meta: MetaFunction = () => [{ title: 'PLG gründen – Lernen 25' }]

export default function Found() {
  const view = useLoaderData<typeof loader>()
  const { clientKey, kind, kinds, schools, programmes, isSecond, can } = view
  const reply = useActionData<typeof action>()
  const word = kindNames[kind]
  return (
    <div className="max-w-[48rem]">
      <PageHead
        title={`${word} gründen`}
        meta="Sie brauchen nur eine Frage. Alles andere können Sie später ändern."
      />
      {can.found ? (
        <div className="grid gap-5">
          <OtherKinds kind={kind} kinds={kinds} />
          <HouseForm reply={reply} clientKey={clientKey} key={kind}>
            {isSecond && !KIND_DEFAULTS[kind].isWalled && <Notice>{secondPlgHint}</Notice>}
            {KIND_DEFAULTS[kind].isWalled && <Notice>{kindHints[kind]}</Notice>}
            <input type="hidden" name="kind" value={kind} />
            {schools.length > 1 && (
              <SelectField
                name="schoolId"
                label="Für welche Schule?"
                hint={
                  KIND_DEFAULTS[kind].isWalled
                    ? 'Ihre Beiträge zeigen diese Schule.'
                    : 'Ihre Beiträge zeigen diese Schule. Deren Schulleitung wird um Zustimmung gebeten.'
                }
                empty="Bitte wählen"
                required
                choices={schools}
              />
            )}
            <PlgFields kind={kind} />
            {programmes.length > 0 && (
              <SelectField
                name="programmeId"
                label="Aus welchem Programm kommt die Gruppe?"
                optional
                empty="Aus keinem"
                choices={programmes}
                className="max-w-[28rem]"
              />
            )}
            <div className="flex flex-wrap gap-3">
              <Button>{word} gründen</Button>
              <ButtonLink to={paths.list()}>Abbrechen</ButtonLink>
            </div>
          </HouseForm>
        </div>
      ) : (
        <Notice title="Gruppen gründen Lehrkräfte und Schulleitungen">
          Wer für das Netz arbeitet, kommt auf Einladung dazu.
        </Notice>
      )}
    </div>
  )
}

/** Groups that are no PLG, each with defaults of its own: a link each, so that it works without JavaScript. */
function OtherKinds({ kind, kinds }: { kind: Kind; kinds: Kind[] }) {
  const others = kinds.filter((other) => other !== kind)
  if (others.length === 0) return null
  return (
    <Fold
      title="Soll es eine andere Art von Gruppe werden?"
      className="rounded-lg border border-rand px-3"
    >
      <ul className="grid gap-3">
        {others.map((other) => (
          <li key={other}>
            <Link
              to={paths.found(other)}
              className="inline-flex min-h-11 items-center font-semibold underline"
            >
              {kindNames[other]}
            </Link>
            <p className="text-sm text-leise">{kindHints[other]}</p>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { proposeAim } from '#server/concepts/aims/commands.ts'
import { newAimInput } from '#server/concepts/aims/inputs.ts'
import { newAimFor } from '#server/concepts/aims/views.ts'
import { kindNames } from '#server/concepts/aims/words.ts'
import { paths } from '#server/concepts/paths.ts'
import { AimFields } from './components/aim-fields.tsx'

export const loader = page(({ actor, request }) => {
  const asked = new URL(request.url).searchParams
  const kind = asked.get('art') ?? ''
  return newAimFor(actor, { kind, replaced: asked.get('statt') ?? '' })
})

export const action = form(newAimInput, async ({ actor, input }) =>
  redirect(await proposeAim(actor, input), 303),
)

export const meta: MetaFunction = () => [{ title: 'Ziel vorschlagen – Lernen 25' }]

export default function NewAim() {
  const { kind, before, strategic, commentsUntil, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const title = before ? 'Neue Fassung vorschlagen' : `${kindNames[kind]} vorschlagen`
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Netzwerkziele', to: paths.networkGoals() }, { label: title }]}
      />
      <PageHead
        title={title}
        meta={
          kind === 'strategic'
            ? 'Strategische Ziele beschließt der Lenkungskreis.'
            : 'Den Vorschlag lesen alle im Netzwerk, Schulen nehmen Stellung. Dann setzt ihn das Schulmedienzentrum in Kraft oder nimmt ihn mit Begründung zurück.'
        }
      />
      <HouseForm reply={reply} clientKey={clientKey} className="grid max-w-[44rem] gap-4">
        <input type="hidden" name="kind" value={kind} />
        {before && <input type="hidden" name="replaces" value={before.id} />}
        <AimFields fields={before} strategic={strategic} until={commentsUntil} />
        <div>
          <Button>Ziel vorschlagen</Button>
        </div>
      </HouseForm>
    </>
  )
}

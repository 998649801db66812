import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/concepts/equipment/paths.ts'
import {
  beginDraft,
  changeClass,
  createClass,
  publishDraft,
  removeRule,
  setRule,
} from '#server/concepts/equipment/standard/commands.ts'
import {
  changeClassInput,
  classInput,
  draftInput,
  publishInput,
  removeRuleInput,
  ruleInput,
} from '#server/concepts/equipment/standard/inputs.ts'
import { manageStandardFor } from '#server/concepts/equipment/standard/views.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { ClassCards } from './components/class-cards.tsx'
import { DraftCard } from './components/draft-card.tsx'

export const loader = page(({ actor, request }) =>
  manageStandardFor(actor, new URL(request.url).searchParams),
)

export const action = forms({
  begin: intent(draftInput, async ({ actor, input }) => {
    await beginDraft(actor, input)
    return redirectWithToast(paths.manage(input.form), 'Die neue Version ist begonnen.')
  }),
  rule: intent(ruleInput, async ({ actor, input }) => {
    await setRule(actor, input)
    return redirectWithToast(paths.manage(input.form), 'Die Zeile steht im Entwurf.')
  }),
  removeRule: intent(removeRuleInput, async ({ actor, input }) => {
    await removeRule(actor, input)
    return redirectWithToast(paths.manage(input.form), 'Die Zeile ist aus dem Entwurf.')
  }),
  publish: intent(publishInput, async ({ actor, input }) => {
    await publishDraft(actor, input)
    return redirectWithToast(paths.manage(input.form), 'Die Version ist veröffentlicht.')
  }),
  class: intent(classInput, async ({ actor, input }) => {
    await createClass(actor, input)
    return redirectWithToast(paths.manage(), 'Die Klasse ist angelegt.')
  }),
  changeClass: intent(changeClassInput, async ({ actor, input }) => {
    await changeClass(actor, input)
    return redirectWithToast(paths.manage(), 'Die Klasse ist geändert.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Grundausstattung bearbeiten – Lernen 25' }]

export default function Manage() {
  const { form, draft, published, rules, classes, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (...names: string[]) =>
    reply?.intent && names.includes(reply.intent) ? reply : undefined
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Ausstattung', to: paths.start() }, { label: 'Grundausstattung' }]}
      />
      <PageHead
        title="Grundausstattung bearbeiten"
        meta="Was veröffentlicht ist, bleibt lesbar und ändert sich nicht mehr. Neues kommt als neue Version dazu."
        actions={<ButtonLink to={paths.standard(form)}>Veröffentlichten Stand ansehen</ButtonLink>}
      />
      <Form method="get" className="mb-5 flex flex-wrap items-end gap-3">
        <SelectField
          {...{ name: 'schulform', label: 'Schulform', defaultValue: form }}
          choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
        />
        <Button variant="secondary">Anzeigen</Button>
      </Form>
      <div className="grid gap-5">
        {draft ? (
          <DraftCard
            {...{ form, draft, rules, classes }}
            ruleReply={replyTo('rule', 'removeRule')}
            publishReply={replyTo('publish')}
          />
        ) : (
          <Card
            title={`${schoolFormWords[form]}: kein Entwurf`}
            lead={
              published.length > 0
                ? 'Die neue Version beginnt mit dem, was zuletzt veröffentlicht wurde.'
                : 'Für diese Schulform gibt es noch keine Version.'
            }
          >
            <HouseForm reply={replyTo('begin')}>
              <input type="hidden" name="form" value={form} />
              <div>
                <Button name="intent" value="begin">
                  Neue Version beginnen
                </Button>
              </div>
            </HouseForm>
          </Card>
        )}
        <ClassCards {...{ classes, clientKey }} reply={replyTo('class', 'changeClass')} />
      </div>
    </>
  )
}

import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import {
  decideNeed,
  dropNeed,
  noteBaseNeed,
  noteFurtherNeed,
} from '#server/concepts/equipment/needs/commands.ts'
import {
  baseNeedInput,
  decideInput,
  furtherNeedInput,
  needInput,
} from '#server/concepts/equipment/needs/inputs.ts'
import { needsFor } from '#server/concepts/equipment/needs/views.ts'
import { paths } from '#server/concepts/equipment/paths.ts'
import { BaseNeedForm, FurtherNeedForm } from './components/need-forms.tsx'
import { NeedLine } from './components/need-line.tsx'
import { SchoolTabs } from './components/school-tabs.tsx'

export const loader = page(({ actor, params }) => needsFor(actor, params.school ?? ''))

export const action = forms({
  base: intent(baseNeedInput, async ({ actor, params, input }) => {
    await noteBaseNeed(actor, params.school ?? '', input)
    return redirectWithToast(paths.needs(params.school ?? ''), 'Der Bedarf ist notiert.')
  }),
  further: intent(furtherNeedInput, async ({ actor, params, input }) => {
    await noteFurtherNeed(actor, params.school ?? '', input)
    return redirectWithToast(paths.needs(params.school ?? ''), 'Der Bedarf ist notiert.')
  }),
  drop: intent(needInput, async ({ actor, params, input }) => {
    await dropNeed(actor, params.school ?? '', input)
    return redirectWithToast(paths.needs(params.school ?? ''), 'Der Bedarf ist gestrichen.')
  }),
  decide: intent(decideInput, async ({ actor, params, input }) => {
    await decideNeed(actor, params.school ?? '', input)
    return redirectWithToast(paths.needs(params.school ?? ''), 'Der Stand ist eingetragen.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bedarf – ${data?.school.name ?? 'Schule'} – Lernen 25` },
]

export default function Needs() {
  const view = useLoaderData<typeof loader>()
  const { school, schoolYear, lines, needs, reports, can, clientKey, furtherKey } = view
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Ausstattung', to: paths.start(school.slug) }, { label: 'Bedarf' }]}
      />
      <PageHead title="Bedarf" meta={school.name} />
      <SchoolTabs slug={school.slug} />
      <div className="grid gap-5">
        <Card title="Notierter Bedarf">
          {needs.length > 0 ? (
            <List>
              {needs.map((need) => (
                <NeedLine
                  key={need.id}
                  need={need}
                  reply={reply?.initialValue?.need === need.id ? reply : undefined}
                />
              ))}
            </List>
          ) : (
            <EmptyState title="Es ist nichts notiert.">
              Was Sie notieren, liegt beim nächsten Gespräch mit dem Amt auf dem Tisch.
            </EmptyState>
          )}
        </Card>
        {can.need && (
          <>
            <BaseNeedForm
              {...{ lines, schoolYear, clientKey, severalSites: school.hasSeveralSites }}
              reply={replyTo('base')}
            />
            <FurtherNeedForm
              {...{ lines, schoolYear, reports, severalSites: school.hasSeveralSites }}
              clientKey={furtherKey}
              reply={replyTo('further')}
            />
          </>
        )}
      </div>
    </>
  )
}

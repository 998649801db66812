import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { FUNDING_STATES } from '#server/support/contract.ts'
import { fundingsFor } from '#server/support/funding/views.ts'
import { paths } from '#server/support/paths.ts'
import { fundingStateNames } from '#server/support/words.ts'
import { queryOf } from './components/query.ts'
import { FundingRow } from './components/funding-row.tsx'
import { OfficeTabs } from './components/office-tabs.tsx'

export const loader = page(({ actor, request }) => {
  const query = queryOf(request)
  return fundingsFor(actor, {
    state: query.get('stand') ?? '',
    page: pageNumber(query.get('seite')),
  })
})

export const meta: MetaFunction = () => [{ title: 'Förderanträge – Lernen 25' }]

export default function Fundings() {
  const { fundings, state, can } = useLoaderData<typeof loader>()
  const linkTo = (page: number) =>
    state ? `/foerderung?stand=${state}&seite=${page}` : paths.fundings(page)
  return (
    <>
      <PageHead
        title="Förderanträge"
        meta={
          can.decide
            ? 'Was wartet, steht oben.'
            : 'Anträge Ihrer PLGs, und wenn Sie eine Schule leiten, die für Ihre Schule.'
        }
        actions={
          !can.decide && <ButtonLink to={paths.newFunding()}>Förderung beantragen</ButtonLink>
        }
      />
      <OfficeTabs can={can} />
      <div className="grid gap-5">
        <HouseForm method="get" className="flex flex-wrap items-end gap-3">
          <SelectField
            name="stand"
            label="Stand"
            empty="Alle"
            choices={choicesOf(FUNDING_STATES, fundingStateNames)}
            defaultValue={state}
          />
          <Button variant="secondary">Zeigen</Button>
        </HouseForm>
        {fundings.rows.length === 0 ? (
          <EmptyState title={state ? 'Keiner mit diesem Stand.' : 'Noch kein Förderantrag.'} />
        ) : (
          <Card title="Anträge" aside={plural(fundings.total, 'Antrag', 'Anträge')}>
            <ul className="mt-3">
              {fundings.rows.map((funding) => (
                <FundingRow key={funding.id} funding={funding} />
              ))}
            </ul>
            <Pages
              label="Seiten der Anträge"
              page={fundings.page}
              pages={fundings.pages}
              linkTo={linkTo}
            />
          </Card>
        )}
      </div>
    </>
  )
}

import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import {
  agreeNorms,
  restoreNorm,
  reviewNorm,
  saveAgreement,
  setTimeBudget,
} from '#server/plg/agreement/commands.ts'
import {
  agreementInput,
  budgetInput,
  normInput,
  normsInput,
  reviewInput,
} from '#server/plg/agreement/inputs.ts'
import { agreementFor } from '#server/plg/agreement/views.ts'
import { paths } from '#server/plg/paths.ts'
import { AgreementText } from './components/agreement-text.tsx'
import { Norms } from './components/norms.tsx'
import { SchoolBudgets } from './components/school-budgets.tsx'
import { ofGroup, usePlgNews } from './components/use-plg-news.ts'

export const loader = page(({ actor, params }) => agreementFor(actor, params.plg ?? ''))

export const action = forms({
  agreement: intent(agreementInput, async ({ actor, params, input }) => {
    const slug = params.plg ?? ''
    await saveAgreement(actor, slug, input)
    return redirectWithToast(
      paths.agreement(slug),
      'Die Fassung ist gespeichert. Die Schulleitungen erfahren davon.',
    )
  }),
  budget: intent(budgetInput, async ({ actor, params, input }) => {
    const slug = params.plg ?? ''
    await setTimeBudget(actor, slug, input)
    return redirectWithToast(paths.agreement(slug), 'Das Zeitbudget ist gespeichert.')
  }),
  norms: intent(normsInput, async ({ actor, params, input }) => {
    const slug = params.plg ?? ''
    await agreeNorms(actor, slug, input)
    return redirectWithToast(paths.agreement(slug), 'Die Absprachen sind festgehalten.')
  }),
  review: intent(reviewInput, async ({ actor, params, input }) => {
    const slug = params.plg ?? ''
    await reviewNorm(actor, slug, input)
    return redirectWithToast(paths.agreement(slug), 'Die Absprache ist geprüft.')
  }),
  restore: intent(normInput, async ({ actor, params, input }) => {
    const slug = params.plg ?? ''
    await restoreNorm(actor, slug, input.normId)
    return redirectWithToast(paths.agreement(slug), 'Die Absprache gilt wieder.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Vereinbarung – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function Agreement() {
  const { plg, versions, asksSchools, schools, norms, dropped, can } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  usePlgNews(plg.id, ofGroup)
  return (
    <>
      <AgreementText versions={versions} canChange={can.change} reply={reply} />
      {asksSchools && (
        <SchoolBudgets
          schools={schools}
          latest={versions[0]?.version ?? 0}
          canChange={can.change}
          reply={reply}
        />
      )}
      <Norms norms={norms} dropped={dropped} canChange={can.change} reply={reply} />
    </>
  )
}

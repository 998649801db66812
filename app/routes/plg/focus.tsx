import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { saveInquiry } from '#server/plg/inquiry/commands.ts'
import type { Inquiry } from '#server/plg/inquiry/contract.ts'
import { inquiryInput } from '#server/plg/inquiry/inputs.ts'
import { focusFor } from '#server/plg/inquiry/views.ts'
import { dimensionNames, laterQuestions, partNames } from '#server/plg/inquiry/words.ts'
import { paths } from '#server/plg/paths.ts'
import { Fold } from '#app/ui/fold.tsx'
import { InquiryForm } from './components/inquiry-form.tsx'

export const loader = page(({ actor, params, request }) =>
  focusFor(actor, params.plg ?? '', new URL(request.url).searchParams.get('durchgang')),
)

export const action = form(inquiryInput, async ({ actor, params, input }) => {
  await saveInquiry(actor, params.plg ?? '', input)
  return redirectWithToast(paths.focus(params.plg ?? ''), 'Der Fokus ist gespeichert.')
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Fokus – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function Focus() {
  const { plg, cycle, cycles, inquiry, saved, version, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const isFirst = inquiry === null
  return (
    <>
      {cycles.length > 1 && <Cycles slug={plg.slug} cycle={cycle} cycles={cycles} />}
      <Card title={cycles.length > 1 ? `Fokus im Durchgang ${cycle}` : 'Fokus'}>
        {inquiry ? (
          <Saved inquiry={inquiry} />
        ) : (
          <EmptyState title="Noch kein Fokus.">
            Worum geht es in diesem Durchgang? Fangen Sie bei den Lernenden an: Was sollen sie
            können, und woran merken Sie es?
          </EmptyState>
        )}
        {saved && (
          <p className="mt-3 text-sm text-leise">
            Gespeichert am {day(saved.at)} von {saved.by}
          </p>
        )}
        {can.write && (
          <Fold
            title={isFirst ? 'Fokus festlegen' : 'Fokus bearbeiten'}
            isOpen={isFirst || reply !== undefined}
            className="mt-3"
          >
            <InquiryForm
              cycle={cycle}
              version={version}
              inquiry={inquiry}
              question={plg.question}
              reply={reply}
            />
          </Fold>
        )}
      </Card>
      <Later />
    </>
  )
}

function Cycles({ slug, cycle, cycles }: { slug: string; cycle: number; cycles: number[] }) {
  return (
    <nav aria-label="Durchgänge" className="flex flex-wrap gap-x-4">
      {cycles.map((one) => (
        <Link
          key={one}
          to={paths.focus(slug, one)}
          aria-current={one === cycle ? 'page' : undefined}
          className="inline-flex min-h-11 items-center underline aria-[current]:font-semibold aria-[current]:no-underline"
        >
          Durchgang {one}
        </Link>
      ))}
    </nav>
  )
}

function Saved({ inquiry }: { inquiry: Inquiry }) {
  const text = (value: string) =>
    value && <span className="whitespace-pre-wrap wrap-anywhere">{value}</span>
  return (
    <div className="grid gap-3">
      <p className="max-w-[68ch] text-lg font-semibold wrap-anywhere">{inquiry.question}</p>
      <DefinitionList
        facts={[
          [partNames.shouldLearn, text(inquiry.shouldLearn)],
          [partNames.knownBy, text(inquiry.knownBy)],
          [partNames.evidence, text(inquiry.evidence)],
          [partNames.goal, text(inquiry.goal)],
          [partNames.measure, text(inquiry.measure)],
          [partNames.dueOn, inquiry.dueOn && day(inquiry.dueOn)],
          [partNames.dimension, inquiry.dimension && dimensionNames[inquiry.dimension]],
          [partNames.outOfScope, text(inquiry.outOfScope)],
        ]}
      />
    </div>
  )
}

/** The two questions that wait for the evaluation of the Vorhaben. */
function Later() {
  const { answers } = useLoaderData<typeof loader>()
  return (
    <Card
      title="Nach der Erprobung"
      lead="Die dritte und vierte Frage beantworten Sie mit der Auswertung Ihrer Vorhaben."
    >
      {answers.length > 0 ? (
        <div className="grid gap-5">
          {answers.map(({ id, title, whoDidNot, forThoseWhoCould }) => (
            <div key={id}>
              <h3>{title}</h3>
              <DefinitionList
                facts={[
                  [laterQuestions.whoDidNot, whoDidNot],
                  [laterQuestions.forThoseWhoCould, forThoseWhoCould],
                ]}
              />
            </div>
          ))}
        </div>
      ) : (
        <ul className="list-disc pl-6">
          <li>{laterQuestions.whoDidNot.slice(3)}</li>
          <li>{laterQuestions.forThoseWhoCould.slice(3)}</li>
        </ul>
      )}
    </Card>
  )
}

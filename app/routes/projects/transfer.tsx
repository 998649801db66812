import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { paths } from '#server/projects/paths.ts'
import { saveSheet } from '#server/projects/transfer/commands.ts'
import { transferInput } from '#server/projects/transfer/inputs.ts'
import { transferFor } from '#server/projects/transfer/views.ts'
import { words } from '#server/projects/transfer/words.ts'
import { TransferForm } from './components/transfer-form.tsx'
import { TransferSheetCard } from './components/transfer-sheet.tsx'

export const loader = page(({ actor, params, request }) => {
  const asked = new URL(request.url).searchParams.get('durchgang')
  return transferFor(actor, params.plg ?? '', asked === null ? null : pageNumber(asked))
})

export const action = form(transferInput, async ({ actor, params, input }) => {
  await saveSheet(actor, params.plg ?? '', input)
  return redirectWithToast(paths.transfer(params.plg ?? ''), 'Der Transferbogen ist gespeichert.')
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Transferbögen – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function Transfer() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { own, sheets, cycle, running, missing } = view
  const isRunning = cycle === running
  const others = sheets.filter(({ school }) => !isRunning || school !== own?.school)
  return (
    <section aria-labelledby="transfer" className="grid gap-5">
      <div>
        <h2 id="transfer" className="text-xl">
          Transferbögen{running > 1 && `, Durchgang ${cycle}`}
        </h2>
        <p className="max-w-[68ch] text-leise">
          Was jede Schule aus der PLG mitnimmt. Einen Bogen lesen die Mitglieder und die
          Schulleitung der Schule, für die er geschrieben ist.
        </p>
        {running > 1 && <Cycles view={view} />}
      </div>
      {!view.hasSheets ? (
        <Notice>{words.noSheets}</Notice>
      ) : (
        <>
          {isRunning && own && (
            <Card title={own.school}>
              <TransferForm sheet={own.sheet} reply={reply} />
            </Card>
          )}
          {others.map((sheet) => (
            <TransferSheetCard key={sheet.schoolId} sheet={sheet} title={sheet.school} />
          ))}
          {missing.length > 0 && (
            <EmptyState title="Noch kein Bogen">{missing.join(', ')}</EmptyState>
          )}
        </>
      )}
    </section>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function Cycles({ view: { plg, cycle, running } }: { view: View }) {
  const numbers = Array.from({ length: running }, (_, at) => at + 1)
  return (
    <nav aria-label="Durchgänge" className="mt-2 flex flex-wrap gap-2">
      {numbers.map((number) => (
        <ButtonLink
          key={number}
          to={paths.transferOfCycle(plg.slug, number)}
          aria-current={number === cycle ? 'page' : undefined}
        >
          Durchgang {number}
        </ButtonLink>
      ))}
    </nav>
  )
}

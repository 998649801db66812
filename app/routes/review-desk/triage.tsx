import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Link } from '#app/ui/link.tsx'
import { CaseBadge } from './components/case-badge.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day, plural, when } from '#app/ui/format.ts'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { reasonNames } from '#server/software/cases/words.ts'
import { paths } from '#server/software/paths.ts'
import { triagePath } from '#server/software/review/paths.ts'
import { reopen } from '#server/software/review/triage/commands.ts'
import { reopenInput } from '#server/software/review/triage/inputs.ts'
import { triageFor } from '#server/software/review/triage/views.ts'
import { useDeskNews } from './components/use-desk-news.ts'

export const loader = page(({ actor, request }) =>
  triageFor(actor, pageNumber(new URL(request.url).searchParams.get('seite'))),
)

export const action = forms({
  reopen: intent(reopenInput, async ({ actor, input }) => {
    const number = await reopen(actor, input.slug, 'expiry')
    return redirectWithToast(paths.review(number), `Die Prüfung hat die Nr. ${number}.`)
  }),
})

export const meta: MetaFunction = () => [{ title: 'Durchsicht – Moderation – Lernen 25' }]

/** Proposals that somebody has to look through before the office reviews them. */
export default function Triage() {
  const { rows, total, page: at, pages, now } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  useDeskNews()
  return (
    <>
      <PageHead
        title="Durchsicht von App-Vorschlägen"
        meta="Angaben ergänzen, dann an die Prüfstelle geben"
      />
      {reply?.error && (
        <div role="alert" className="mb-5">
          <Notice tone="achtung" title={Object.values(reply.error).flat().join(' ')} />
        </div>
      )}
      {total === 0 && <EmptyState title="Kein Vorschlag wartet." />}
      <List>
        {rows.map((row) => (
          <li key={row.number} className="grid gap-1 py-zeile">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                to={triagePath(row.number)}
                prefetch="intent"
                className="inline-flex min-h-11 items-center font-semibold wrap-anywhere underline"
              >
                {row.app}
              </Link>
              <CaseBadge state={row.state} />
              {row.priority === 'high' && <Badge tone="achtung">Dringend</Badge>}
            </div>
            <p className="text-sm text-leise">
              {[
                `Nr. ${row.number}`,
                reasonNames[row.reason],
                row.school,
                row.submittedAt && when(row.submittedAt, now),
                row.schools > 0 && plural(row.schools, 'Schule wartet', 'Schulen warten'),
                row.neededBy && `gebraucht bis ${day(row.neededBy)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="line-clamp-2 wrap-anywhere">{row.purpose}</p>
          </li>
        ))}
      </List>
      <Pages
        label="Seiten der Durchsicht"
        page={at}
        pages={pages}
        linkTo={(number) => `${paths.triage()}?seite=${number}`}
      />
    </>
  )
}

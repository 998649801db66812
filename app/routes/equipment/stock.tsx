import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/field.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { ListUpload } from '#app/ui/list-import.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Table } from '#app/ui/table.tsx'
import { LIMITS } from '#server/concepts/equipment/contract.ts'
import { paths } from '#server/concepts/equipment/paths.ts'
import {
  acceptList,
  enterCount,
  enterFigures,
  reviewList,
} from '#server/concepts/equipment/stock/commands.ts'
import {
  countInput,
  figuresInput,
  listInput,
  previewInput,
} from '#server/concepts/equipment/stock/inputs.ts'
import { stockFor } from '#server/concepts/equipment/stock/views.ts'
import { columnNames, sourceNames } from '#server/concepts/equipment/words.ts'
import { CountForm } from './components/count-form.tsx'
import { FiguresCard } from './components/figures-card.tsx'
import { PreviewCard } from './components/preview-card.tsx'
import { SchoolTabs } from './components/school-tabs.tsx'

export const loader = page(({ actor, params, request }) =>
  stockFor(actor, params.school ?? '', new URL(request.url).searchParams.get('vorschau')),
)

export const action = forms(
  {
    figures: intent(figuresInput, async ({ actor, params, input }) => {
      await enterFigures(actor, params.school ?? '', input)
      return redirectWithToast(paths.stock(params.school ?? ''), 'Die Zahlen sind eingetragen.')
    }),
    count: intent(countInput, async ({ actor, params, input }) => {
      await enterCount(actor, params.school ?? '', input)
      return redirectWithToast(paths.stock(params.school ?? ''), 'Der Bestand ist eingetragen.')
    }),
    review: intent(listInput, async ({ actor, params, input: { file, ...input } }) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const slug = params.school ?? ''
      const id = await reviewList(actor, slug, { ...input, fileName: file.name, bytes })
      return redirect(paths.stock(slug, id))
    }),
    accept: intent(previewInput, async ({ actor, params, input }) => {
      await acceptList(actor, params.school ?? '', input)
      return redirectWithToast(paths.stock(params.school ?? ''), 'Die Liste ist übernommen.')
    }),
  },
  { takesFiles: true },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bestand – ${data?.school.name ?? 'Schule'} – Lernen 25` },
]

export default function Stock() {
  const view = useLoaderData<typeof loader>()
  const { school, snapshots, review, today, can, classes, clientKey, listKey } = view
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Ausstattung', to: paths.start(school.slug) }, { label: 'Bestand' }]}
      />
      <PageHead title="Bestand" meta={school.name} />
      <SchoolTabs slug={school.slug} />
      <div className="grid gap-5">
        {review && (
          <PreviewCard
            {...{ review, classes, stock: view.stock, reply: replyTo('accept') }}
            back={paths.stock(school.slug)}
          />
        )}
        {can.count && !review && (
          <>
            <CountForm {...{ lines: view.lines, today, clientKey, reply: replyTo('count') }} />
            <ListUpload
              reply={replyTo('review')}
              title="Aus einer Liste übernehmen"
              label="Bestandsliste"
              accept=".csv,text/csv"
              hint={`CSV, durch Semikolon getrennt, höchstens 128 KB. Spalten: ${Object.values(columnNames).join(', ')}.`}
            >
              <input type="hidden" name="clientKey" value={listKey} />
              <div className="grid gap-4 sm:grid-cols-2">
                <TextField name="takenOn" label="Gezählt am" type="date" defaultValue={today} />
                <TextField name="site" label="Standort" optional maxLength={LIMITS.site} />
              </div>
              <p>
                <Link reloadDocument to={paths.stockList(school.slug)} className="underline">
                  Leere Liste herunterladen
                </Link>
              </p>
            </ListUpload>
            <FiguresCard
              {...{ figures: view.figures, schoolYear: view.schoolYear, clientKey }}
              reply={replyTo('figures')}
            />
          </>
        )}
        {snapshots.length > 0 && (
          <Card title="Bisherige Zählungen">
            <Table
              caption="Zählungen, die neueste zuerst"
              stacks
              rows={snapshots}
              rowKey={({ id }) => id}
              columns={[
                { key: 'day', title: 'Gezählt am', cell: ({ takenOn }) => day(takenOn) },
                { key: 'site', title: 'Standort', cell: ({ site }) => site || 'Schule' },
                {
                  ...{ key: 'what', title: 'Umfang' },
                  cell: ({ classes: count, pieces }) =>
                    `${plural(count, 'Klasse', 'Klassen')}, ${plural(pieces, 'Stück', 'Stück')}`,
                },
                {
                  ...{ key: 'by', title: 'Woher' },
                  cell: ({ source, name }) => `${sourceNames[source]}${name ? `, ${name}` : ''}`,
                },
              ]}
            />
          </Card>
        )}
      </div>
    </>
  )
}

import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import { hold } from '#app/http/hold.ts'
import { visitorPage } from '#app/http/page.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { longDay } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { calendarFor } from '#server/medialab/grid/views.ts'
import { says, shortDay } from '#server/medialab/grid/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { dayWords } from '#server/medialab/words.ts'
import { ChoiceForm } from './components/choice-form.tsx'
import { Controls } from './components/controls.tsx'
import { Freshness } from './components/freshness.tsx'
import { GridTable } from './components/grid-table.tsx'
import { Legend } from './components/legend.tsx'
import { placeOf } from './components/places.ts'
import { rowsHtml } from './components/rows-html.ts'
import '#app/styles/lab-grid.css'

export const loader = visitorPage(async ({ actor, request, context }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const { rows, ...view } = await calendarFor(actor, asked)
  const [first] = rows
  return {
    ...view,
    html: hold(context, rowsHtml(rows, view.columns, view.search.view === 'week')),
    hasRows: rows.length > 0,
    // Of a week: which offer, and from when to when.
    week: { name: first?.name ?? '', from: first?.day ?? view.search.day, to: rows.at(-1)?.day },
  }
})

export const meta: MetaFunction = () => [
  { title: 'Kalender – MediaLab – Lernen 25' },
  { name: 'description', content: 'Was im MediaLab Duisburg wann frei ist.' },
]

export default function Calendar() {
  const view = useLoaderData<typeof loader>()
  const { search, today, week } = view
  const isWeek = search.view === 'week'
  const title = isWeek ? weekTitle(week) : dayTitle(search.day, today)
  const caption = isWeek
    ? `${week.name || 'MediaLab'}, Woche ${title}`
    : `MediaLab, ${longDay(noon(search.day))}`
  return (
    <>
      <PageHead
        title="MediaLab"
        meta={isWeek ? week.name : longDay(noon(search.day))}
        actions={
          <ButtonLink to={paths.find({ tag: search.day })} icon={Plus} variant="primary">
            Termin suchen
          </ButtonLink>
        }
      />
      <div className="grid gap-3">
        <Controls {...{ search, title, today }} previous={view.previous} next={view.following} />
        <Fold
          title="Anderer Tag, Auswahl"
          isOpen={isWeek || isChosen(search)}
          className="print:hidden"
        >
          <ChoiceForm search={search} choices={view.choices} />
        </Fold>
        <Remarks {...view} />
        <Table view={view} caption={caption} />
        <Freshness room={view.room} at={view.at} />
        <Legend seesAll={view.seesAll} />
        <Pages
          label="Seiten des Kalenders"
          page={search.page}
          pages={isWeek ? 1 : view.pages}
          linkTo={(page) => placeOf(search, { page })}
        />
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

const isChosen = ({ kind, field, times }: View['search']) =>
  kind !== '' || field !== '' || times !== 'hours'

function Remarks({ search, isGone, holidays, closed }: View) {
  return (
    <>
      {search.isDayWrong && <Notice tone="achtung">{says.wrongDay}</Notice>}
      {isGone && <Notice tone="achtung">{says.gone}</Notice>}
      {holidays !== null && closed === null && <p>{`${holidays}: Das MediaLab hat geöffnet.`}</p>}
    </>
  )
}

function Table({ view, caption }: { view: View; caption: string }) {
  const { search, columns, html, hasRows, closed, next, today } = view
  const isWeek = search.view === 'week'
  if (closed !== null)
    return (
      <Closed {...{ closed, day: search.day, next }} to={placeOf(search, { day: next ?? today })} />
    )
  if (!hasRows || columns.length === 0)
    return (
      <Nothing
        isChosen={isChosen(search)}
        to={placeOf(search, { kind: '', field: '', offer: '', times: 'hours' })}
      />
    )
  return (
    <div className={search.view === 'list' ? 'max-w-[36rem]' : ''}>
      <GridTable {...{ caption, columns, html }} head={isWeek ? 'Tag' : 'Angebot'} />
    </div>
  )
}

const noon = (day: string) => `${day}T12:00:00Z`

/** "Fr, 27. November"; in another year with the year. */
function dayTitle(day: string, today: string): string {
  const [weekday = '', date = ''] = longDay(noon(day)).split(', ')
  const isThisYear = day.slice(0, 4) === today.slice(0, 4)
  return `${weekday.slice(0, 2)}, ${isThisYear ? date.slice(0, -5) : date}`
}

const weekTitle = ({ from, to }: View['week']) => `${shortDay(from)} bis ${shortDay(to ?? from)}`

function Closed(props: { closed: string; day: string; next: string | null; to: string }) {
  const { closed, day, next, to } = props
  return (
    <Notice
      title={`${dayWords(day)}: ${closed}`}
      action={
        next !== null && (
          <Link to={to} className="inline-block min-h-6 font-semibold underline">
            Nächster offener Tag: {dayWords(next)}
          </Link>
        )
      }
    >
      Das MediaLab hat geschlossen.
    </Notice>
  )
}

function Nothing({ isChosen, to }: { isChosen: boolean; to: string }) {
  return (
    <EmptyState
      title={isChosen ? 'Zu dieser Auswahl gibt es nichts.' : 'Hier steht noch nichts.'}
      action={
        <ButtonLink to={isChosen ? to : paths.offers()}>
          {isChosen ? 'Alles zeigen' : 'Angebote ansehen'}
        </ButtonLink>
      }
    >
      {isChosen
        ? 'Wählen Sie eine andere Art oder einen anderen Bereich.'
        : 'Sobald das SMZ Angebote und Öffnungszeiten eingetragen hat, sehen Sie hier, was frei ist.'}
    </EmptyState>
  )
}

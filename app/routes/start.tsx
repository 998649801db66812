import { redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import AppWindow from 'lucide-react/icons/app-window'
import BookOpen from 'lucide-react/icons/book-open'
import CalendarDays from 'lucide-react/icons/calendar-days'
import FlaskConical from 'lucide-react/icons/flask-conical'
import LogIn from 'lucide-react/icons/log-in'
import School from 'lucide-react/icons/school'
import UserPlus from 'lucide-react/icons/user-plus'
import { visitorPage } from '#app/http/page.ts'
import { HarbourDrawing } from '#app/layout/harbour-drawing.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { type Instant, longDay } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { paths as workshopPaths } from '#server/medialab/workshops/paths.ts'
import { nextWorkshops } from '#server/medialab/workshops/views.ts'
import { freeWords } from '#server/medialab/workshops/words.ts'

/** Who is signed in has no use for the front of the house. */
export const loader = visitorPage(async ({ actor }) => {
  if (actor) throw redirect('/heute')
  return { workshops: await nextWorkshops(null, 3) }
})

export const meta: MetaFunction = () => [
  { title: 'Lernen 25 – das Netz der Duisburger Schulen' },
  {
    name: 'description',
    content:
      'Lehrkräfte aus Duisburger Schulen probieren zusammen aus, was digitales Lernen besser macht, und halten fest, was geholfen hat.',
  },
]

const STEPS = [
  [
    'Eine Frage, mehrere Schulen',
    'In einer Professionellen Lerngemeinschaft (PLG) arbeiten Lehrkräfte verschiedener Schulen an einer Frage aus ihrem Unterricht.',
  ],
  [
    'Ausprobieren und darüber reden',
    'Was klappt, was nicht, womit: Die Diskussion bleibt in der Gruppe. Auch die Stadt liest nicht mit.',
  ],
  [
    'Nichts geht verloren',
    'Was versucht wurde und ob es geholfen hat, steht da, wenn die nächste Schule dieselbe Frage hat.',
  ],
] as const

const OPEN_TO_ALL = [
  {
    to: '/software',
    title: 'Software',
    text: 'Welche Apps für den Unterricht geprüft und freigegeben sind, und wo sie im Einsatz sind.',
    Icon: AppWindow,
  },
  {
    to: '/konzepte',
    title: 'Konzepte',
    text: 'Was Schulen mit Medien vorhaben: Ziele, Kapitel und Erfahrungen aus Medienkonzepten.',
    Icon: BookOpen,
  },
  {
    to: '/vorhaben',
    title: 'Vorhaben',
    text: 'Was Schulen im Unterricht erprobt und veröffentlicht haben.',
    Icon: FlaskConical,
  },
  {
    to: '/medialab',
    title: 'MediaLab',
    text: 'Räume, Koffer und Beratung des Schulmedienzentrums, und wann etwas frei ist.',
    Icon: CalendarDays,
  },
  {
    to: '/schulen',
    title: 'Schulen',
    text: 'Die Schulen im Netz, nach Schulform und Stadtbezirk.',
    Icon: School,
  },
] as const

const TRUST = ['Kein Tracking', 'Keine fremden Server', 'Keine Ranglisten'] as const

export default function Start() {
  const { workshops } = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-8">
      <section className="grid items-center gap-x-8 gap-y-4 lg:grid-cols-[3fr_2fr]">
        <div>
          <h1 tabIndex={-1} className="text-3xl">
            Das Netz der Duisburger Schulen
          </h1>
          <p className="mt-3 max-w-[52ch] text-lg">
            Auf Lernen 25 probieren Lehrkräfte aus Duisburger Schulen zusammen aus, was digitales
            Lernen besser macht, und halten fest, was geholfen hat.
          </p>
          <div className="mt-5 flex flex-wrap gap-3">
            <ButtonLink variant="primary" to="/anmelden" icon={LogIn}>
              Anmelden
            </ButtonLink>
            <ButtonLink to="/registrieren" icon={UserPlus}>
              Konto anlegen
            </ButtonLink>
          </div>
          <p className="mt-2 text-sm text-leise">
            Für Lehrkräfte und Schulpersonal. Ihre Schule bestätigt Ihr Konto.
          </p>
        </div>
        <HarbourDrawing className="mx-auto w-full max-w-[30rem] text-aktion" />
      </section>

      <Card title="Ohne Anmeldung" lead="Das können alle lesen.">
        <ul>
          {OPEN_TO_ALL.map(({ to, title, text, Icon }) => (
            <li key={to} className="relative flex gap-3 py-zeile">
              <Icon aria-hidden="true" className="mt-0.5 shrink-0 text-aktion" />
              <div>
                <Link
                  to={to}
                  prefetch="intent"
                  className="font-semibold underline after:absolute after:inset-0"
                >
                  {title}
                </Link>
                <p>{text}</p>
              </div>
            </li>
          ))}
        </ul>
      </Card>

      {workshops.length > 0 && <NextWorkshops workshops={workshops} />}

      <section aria-labelledby="miteinander">
        <h2 id="miteinander" className="mb-3 text-xl">
          So lernen Schulen voneinander
        </h2>
        <ol className="grid gap-4 md:grid-cols-3">
          {STEPS.map(([title, text], at) => (
            <li key={title} className="rounded-xl border border-linie bg-flaeche p-karte">
              <h3 className="text-lg">
                <span aria-hidden="true" className="text-aktion">
                  {at + 1}{' '}
                </span>
                {title}
              </h3>
              <p className="mt-1">{text}</p>
            </li>
          ))}
        </ol>
      </section>

      <section aria-label="Darauf können Sie sich verlassen">
        <ul className="flex flex-wrap gap-x-6 gap-y-1 border-t border-linie pt-4 font-semibold">
          {TRUST.map((promise) => (
            <li key={promise}>{promise}</li>
          ))}
        </ul>
        <p className="mt-1 text-leise">
          Niemand sieht, wann Sie hier waren oder was Sie lesen. Mehr unter{' '}
          <Link to="/datenschutz" className="underline">
            Datenschutz
          </Link>
          .
        </p>
      </section>
    </div>
  )
}

type Workshop = {
  id: string
  path: string
  title: string
  startsAt: Instant
  where: string
  free: number
  seats: number
}

function NextWorkshops({ workshops }: { workshops: Workshop[] }) {
  return (
    <Card
      title="Die nächsten Workshops"
      aside={
        <Link to={workshopPaths.list()} className="underline">
          Alle Workshops
        </Link>
      }
    >
      <ul>
        {workshops.map(({ id, path, title, startsAt, where, free, seats }) => (
          <li key={id} className="relative py-zeile">
            <Link to={path} className="font-semibold underline after:absolute after:inset-0">
              {title}
            </Link>
            <p>{[longDay(startsAt), where, freeWords(free, seats)].join(' · ')}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

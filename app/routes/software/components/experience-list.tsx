import { wordsOf } from '#app/ui/choices.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { day, number, plural } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import {
  type Averages,
  AVERAGE_FROM,
  type Experience,
} from '#server/software/experience/contract.ts'
import { scoreNames } from '#server/software/experience/words.ts'
import { paths } from '#server/software/paths.ts'

const NAMES = ['learningEffect', 'effort', 'stability'] as const

/** What several reports say together; of one or two nothing is reckoned. */
export function AverageLine({ averages: { count, of } }: { averages: Averages }) {
  if (count === 0) return <p className="text-leise">Noch hat niemand berichtet.</p>
  if (!of)
    return (
      <p className="text-leise">
        {plural(count, 'Bericht', 'Berichte')}. Durchschnitte stehen hier ab {AVERAGE_FROM}{' '}
        Berichten.
      </p>
    )
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      {NAMES.map((name) => (
        <div key={name}>
          <dt className="text-sm text-leise">{scoreNames[name].label}</dt>
          <dd className="font-semibold">{number(Math.round(of[name] * 10) / 10)} von 5</dd>
        </div>
      ))}
      <div>
        <dt className="text-sm text-leise">Würden sie wieder einsetzen</dt>
        <dd className="font-semibold">
          {of.again} von {count}
        </dd>
      </div>
    </dl>
  )
}

/** Reports under each other. With `canChange` the own ones have their buttons. */
export function ExperienceList({
  rows,
  slug,
  canChange = false,
}: {
  rows: Experience[]
  slug: string
  canChange?: boolean
}) {
  return (
    <ul className="divide-y divide-linie">
      {rows.map((row) => (
        <li key={row.id} id={`bericht-${row.id}`} className="grid gap-1 py-zeile">
          <p className="text-sm text-leise">
            {[
              row.author,
              row.school,
              wordsOf([row.subject].filter(Boolean), subjectNames),
              row.gradeBand && `Jahrgang ${wordsOf([row.gradeBand], gradeBandNames)}`,
              day(row.createdAt),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{row.setting}</p>
          {row.text && <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{row.text}</p>}
          <p className="text-sm">
            {NAMES.map((name) => `${scoreNames[name].label} ${row[name]} von 5`).join(' · ')} ·{' '}
            {row.wouldUseAgain ? 'würde sie wieder einsetzen' : 'würde sie nicht wieder einsetzen'}
          </p>
          {row.project && (
            <p className="text-sm">
              Aus dem Vorhaben{' '}
              <Link to={row.project.path} className="underline">
                {row.project.title}
              </Link>
            </p>
          )}
          {canChange && <Acts row={row} slug={slug} />}
        </li>
      ))}
    </ul>
  )
}

function Acts({ row, slug }: { row: Experience; slug: string }) {
  return (
    <div className="flex flex-wrap gap-x-4 print:hidden">
      {row.isOwn && (
        <ButtonLink to={paths.experience(slug, row.id)} variant="tertiary">
          Bearbeiten
        </ButtonLink>
      )}
      {row.canDelete && (
        <HouseForm className="">
          <input type="hidden" name="experience" value={row.id} />
          <Button variant="tertiary" name="intent" value="delete">
            Löschen
          </Button>
        </HouseForm>
      )}
      {!row.isOwn && (
        <ButtonLink to={`/melden/software-experience/${row.id}`} variant="tertiary">
          Melden
        </ButtonLink>
      )}
    </div>
  )
}

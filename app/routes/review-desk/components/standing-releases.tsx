import type { SerializeFrom } from '@remix-run/node'
import type { Reply } from '#app/http/page.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { LIMITS, type ReleaseStep, SUPPORT_LEVELS } from '#server/software/decisions/contract.ts'
import type { ReleaseDesk } from '#server/software/decisions/desk/views.ts'
import { kindNames, supportNames } from '#server/software/decisions/words.ts'
import { paths } from '#server/software/paths.ts'

type View = SerializeFrom<ReleaseDesk>
type One = View['releases']['rows'][number]
type AnswerTo = (releaseId: string) => Reply | undefined

/** What is released now, and what either office can do about it at once. */
export function StandingReleases({ view, answerTo }: { view: View; answerTo: AnswerTo }) {
  const { releases, q } = view
  return (
    <Card title="Was freigegeben ist" lead={plural(releases.total, 'Freigabe', 'Freigaben')}>
      <HouseForm method="get" className="mb-3 flex flex-wrap items-end gap-3">
        <TextField name="q" label="App" defaultValue={q} maxLength={100} />
        <Button variant="secondary">Suchen</Button>
      </HouseForm>
      {releases.rows.length === 0 ? (
        <EmptyState title={q ? `Keine Freigabe zu „${q}“.` : 'Es ist nichts freigegeben.'} />
      ) : (
        <ul className="divide-y divide-linie">
          {releases.rows.map((one) => (
            <li key={one.id} className="py-zeile">
              <ReleaseRow one={one} canRelease={view.can.release} reply={answerTo(one.id)} />
            </li>
          ))}
        </ul>
      )}
      <Pages
        label="Seiten der Freigaben"
        page={releases.page}
        pages={releases.pages}
        linkTo={(number) => `${paths.releases()}?q=${encodeURIComponent(q)}&seite=${number}`}
      />
    </Card>
  )
}

const STEP_WORDS: Record<ReleaseStep, string> = {
  suspend: 'Sofort aussetzen',
  resume: 'Wieder in Kraft setzen',
  withdraw: 'Endgültig zurücknehmen',
}

/** A standard is one for all schools. */
const canBeStandard = ({ kind, suspendedAt, onlyFor }: One) =>
  kind !== 'pilot' && !suspendedAt && onlyFor.length === 0

function ReleaseRow({ one, canRelease, reply }: { one: One; canRelease: boolean; reply?: Reply }) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          to={paths.history(one.slug)}
          className="-my-2.5 inline-flex min-h-11 items-center font-semibold underline"
        >
          {one.name}
        </Link>
        <span className="wrap-anywhere">{one.label}</span>
        {one.suspendedAt && <Badge tone="stopp">Ausgesetzt</Badge>}
        {one.kind !== 'general' && <Badge tone="aktion">{kindNames[one.kind]}</Badge>}
        {one.deviates && <Badge tone="achtung">Gegen die Stellungnahme</Badge>}
      </div>
      <p className="text-sm text-leise">
        gültig bis {day(one.validUntil)} · {one.decidedName}, {day(one.decidedAt)} ·{' '}
        {plural(one.schools, 'Schule', 'Schulen')}
        {one.onlyFor.length > 0 && ` · nur für ${one.onlyFor.join(', ')}`}
      </p>
      <div className="md:flex md:flex-wrap md:gap-x-6">
        <Fold
          className="open:basis-full"
          title={
            <>
              {one.suspendedAt ? 'Wieder in Kraft setzen, zurücknehmen' : 'Aussetzen, zurücknehmen'}
              <span className="sr-only">
                : {one.name}, {one.label}
              </span>
            </>
          }
          isOpen={reply?.intent === 'step'}
        >
          <HouseForm
            reply={reply?.intent === 'step' ? reply : undefined}
            className="grid max-w-[44rem] gap-3"
          >
            <input type="hidden" name="intent" value="step" />
            <input type="hidden" name="releaseId" value={one.id} />
            <TextArea name="reason" label="Begründung" rows={2} maxLength={LIMITS.reason} />
            <div className="flex flex-wrap gap-3">
              {one.steps.map((step) => (
                <Button
                  key={step}
                  name="step"
                  value={step}
                  variant={step === 'withdraw' ? 'danger' : 'secondary'}
                >
                  {STEP_WORDS[step]}
                </Button>
              ))}
            </div>
          </HouseForm>
        </Fold>
        {canRelease && canBeStandard(one) && <Standard one={one} reply={reply} />}
      </div>
    </>
  )
}

function Standard({ one, reply }: { one: One; reply: Reply | undefined }) {
  const isStandard = one.kind === 'standard'
  return (
    <Fold
      className="open:basis-full"
      title={
        <>
          Standard der Stadt
          <span className="sr-only">
            : {one.name}, {one.label}
          </span>
        </>
      }
      isOpen={reply?.intent === 'standard'}
    >
      <HouseForm
        reply={reply?.intent === 'standard' ? reply : undefined}
        className="flex flex-wrap items-end gap-3"
      >
        <input type="hidden" name="intent" value="standard" />
        <input type="hidden" name="releaseId" value={one.id} />
        <SelectField
          name="supportLevel"
          label="Unterstützung"
          choices={choicesOf(SUPPORT_LEVELS, supportNames)}
          defaultValue={one.supportLevel}
        />
        <Button variant="secondary" name="isStandard" value="yes">
          {isStandard ? 'Speichern' : 'Zum Standard erklären'}
        </Button>
        {isStandard && (
          <Button variant="secondary" name="isStandard" value="no">
            Nicht mehr Standard
          </Button>
        )}
      </HouseForm>
    </Fold>
  )
}

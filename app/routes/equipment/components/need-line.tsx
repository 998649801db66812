import { NeedStateForm } from '#app/concepts/need-state.tsx'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { number } from '#app/ui/format.ts'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import type { NeedState, Tier } from '#server/concepts/equipment/contract.ts'
import { needStateNames, tierNames } from '#server/concepts/equipment/words.ts'
import { paths as lab } from '#server/medialab/paths.ts'

export type Need = {
  id: string
  className: string
  quantity: number
  tier: Tier
  state: NeedState
  purpose: string
  site: string
  wantedBy: string | null
  version: number
  talkNumber: number | null
  reports: { id: string; offer: string }[]
  can: { change: boolean; decide: boolean }
}

const TONES: Record<NeedState, Tone> = {
  ...{ noted: 'offen', in_talk: 'aktion', agreed: 'ok', ordered: 'ok', delivered: 'ok' },
  not_agreed: 'stopp',
}

/** One need with what it is for, how far it is, and what one can do with it. */
export function NeedLine({ need, reply }: { need: Need; reply: Reply }) {
  const { id, className, quantity, tier, state, purpose, site, wantedBy, reports, can } = need
  return (
    <li className="grid gap-2 py-zeile">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold wrap-anywhere">
          {number(quantity)} × {className}
        </span>
        <Badge tone={TONES[state]}>{needStateNames[state]}</Badge>
      </div>
      <p className="text-sm text-leise">
        {[tierNames[tier], site, wantedBy && `bis ${wantedBy}`].filter(Boolean).join(' · ')}
      </p>
      {purpose && <p className="max-w-[68ch] whitespace-pre-wrap wrap-anywhere">{purpose}</p>}
      {reports.map(({ id: report, offer }) => (
        <p key={report}>
          <Link to={lab.report(report)} className="underline">
            Bericht zu „{offer}“
          </Link>
        </p>
      ))}
      {can.change && (
        <HouseForm reply={can.decide ? undefined : reply} className="">
          <input type="hidden" name="need" value={id} />
          <Button variant="tertiary" name="intent" value="drop">
            Streichen<span className="sr-only">: {className}</span>
          </Button>
        </HouseForm>
      )}
      {can.decide && <NeedStateForm need={need} intent="decide" reply={reply} />}
    </li>
  )
}

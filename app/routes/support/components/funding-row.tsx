import { EdgeRow } from '#app/ui/list.tsx'
import { paths } from '#server/support/paths.ts'
import type { FundingLine } from '#server/support/funding/views.ts'
import { euros } from '#server/support/words.ts'
import { FundingBadge } from './badges.tsx'

/** An application in a list. */
export function FundingRow({ funding }: { funding: FundingLine }) {
  const { number, projectTitle, school, year, group, requestedCents, grantedCents, state } = funding
  const facts = [
    `Nr. ${number}`,
    String(year),
    school,
    group,
    `beantragt ${euros(requestedCents)}`,
    grantedCents !== null && `bewilligt ${euros(grantedCents)}`,
  ]
  return (
    <EdgeRow
      to={paths.funding(number)}
      title={projectTitle}
      meta={facts.filter(Boolean).join(' · ')}
    >
      <FundingBadge state={state} />
    </EdgeRow>
  )
}

import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { DateState } from '../../contract.ts'

export type OwnDate = {
  id: string
  bookingId: string
  year: number
  number: number
  state: DateState
  startsAt: Date
  endsAt: Date
  isLoan: boolean
  personId: string | null
  createdBy: string | null
  schoolId: string | null
  handedId: string | null
  hasIt: boolean
}

/** Open dates of this person that hold this thing; of a part, whether it is that very one. */
export async function listOwn(
  personId: string,
  { resourceId, partId }: { resourceId: string; partId: string | null },
): Promise<OwnDate[]> {
  const { rows } =
    await sql<OwnDate>`select d.id, d.booking_id, b.year, b.number, d.state, d.starts_at, d.ends_at,
      d.is_loan, b.person_id, b.created_by, b.school_id, h.id as handed_id,
      ${partId}::uuid is null or coalesce(h.is_away, false) as has_it
    from lab_bookings b join lab_dates d on d.booking_id = b.id
    join lab_claims c on c.date_id = d.id and c.resource_id = ${resourceId}::uuid and c.is_active
    left join lab_handed h on h.date_id = d.id
      and (h.part_id = ${partId}::uuid or (${partId}::uuid is null and h.resource_id = ${resourceId}::uuid and h.is_whole))
    where (b.person_id = ${personId}::uuid or b.created_by = ${personId}::uuid)
      and d.state in ('confirmed', 'prepared', 'out', 'partly_back')
    order by (d.state in ('out', 'partly_back')) desc, d.starts_at, d.id limit 5`.execute(db())
  return rows
}

/** What a visitor may know of a sticker: what it is called and whose it is. */
export async function findPlace(resourceId: string) {
  const { rows } = await sql<{
    slug: string
    summary: string
    state: string
    owner: string
    address: string
    phone: string
  }>`select o.slug, o.summary, o.state, coalesce(s.name, '') as owner, coalesce(s.address, '') as address,
      coalesce(s.phone, '') as phone
    from lab_resources r join lab_offers o on o.id = r.offer_id left join lab_sites s on s.is_lab
    where r.id = ${resourceId}::uuid`.execute(db())
  return rows[0]
}

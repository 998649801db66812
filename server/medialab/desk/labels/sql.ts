import { sql } from 'kysely'
import { db } from '#db/client.ts'

/** Offers of which something has a sticker, with how many these are. */
export async function listOffers(): Promise<{ slug: string; name: string; count: number }[]> {
  const { rows } = await sql<{ slug: string; name: string; count: number }>`select o.slug, o.name,
      (count(distinct r.id) + count(p.id) filter (where p.code is not null))::int as count
    from lab_offers o join lab_resources r on r.offer_id = o.id and r.state <> 'retired'
    left join lab_parts p on p.resource_id = r.id
    where o.state <> 'retired' group by o.id order by o.name, o.slug limit 600`.execute(db())
  return rows
}

export type Label = { code: string; name: string; offer: string }

/** The stickers of these offers, set by set. */
export async function listLabels(slugs: string[], most: number): Promise<Label[]> {
  const { rows } = await sql<Label>`select l.code, l.name, l.offer from lab_offers o join lateral (
      select r.code, coalesce(nullif(r.label, ''), o.name) as name, o.name as offer, r.position, r.id, -1 as part
        from lab_resources r where r.offer_id = o.id and r.state <> 'retired'
      union all select p.code, p.name, o.name, r.position, r.id, p.position
        from lab_resources r join lab_parts p on p.resource_id = r.id and p.code is not null
        where r.offer_id = o.id and r.state <> 'retired') as l on true
    where o.slug = any(${slugs}::text[]) order by o.name, l.position, l.id, l.part, l.code limit ${most}`.execute(
    db(),
  )
  return rows
}

import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { db } from '#db/client.ts'
import { containsWord, rootOf } from '#db/word-search.ts'
import type { Field, OfferKind } from '../contract.ts'
import type {
  NeededInstruction,
  OfferCard,
  OfferSearch,
  OfferState,
  ToldRules,
} from './contract.ts'

/** How many there are to give away when nobody else has one. */
const PIECES = sql<number>`coalesce((select sum(case when r.is_counted then r.total - r.reserve - r.broken else 1 end)::int
  from lab_resources r where r.offer_id = o.id and r.state in ('ok', 'limited')), 0)`

const CARD = sql`o.id, o.slug, o.name, o.kind, o.class, o.field, o.summary, o.state, o.is_lent, o.is_in_lab,
  o.places, o.min_age, ${PIECES} as pieces,
  exists (select from lab_offer_instructions i where i.offer_id = o.id) as needs_instruction`

const ORDER = sql`array_position(array['room', 'zone', 'station', 'set', 'advice', 'event'], o.kind), o.name, o.id`

const hasWord = (word: string) =>
  sql<SqlBool>`(o.search @@ ${rootOf(word)} or ${containsWord(sql<string>`o.name`, word)})`

function conditions(search: OfferSearch, words: string[]): RawBuilder<unknown> {
  const { kind, field, class: chosen, schoolForm, grade } = search
  return sql.join(
    [
      sql`o.state = 'listed'`,
      ...words.map(hasWord),
      ...(kind === '' ? [] : [sql`o.kind = ${kind}`]),
      ...(field === '' ? [] : [sql`o.field = ${field}`]),
      // Only sets are of a class.
      ...(chosen === '' ? [] : [sql`o.kind = 'set' and o.class = ${chosen}`]),
      ...(schoolForm === ''
        ? []
        : [sql`(o.school_forms = '{}' or ${schoolForm} = any(o.school_forms))`]),
      ...(grade === null
        ? []
        : [sql`coalesce(o.grade_min, 0) <= ${grade} and coalesce(o.grade_max, 13) >= ${grade}`]),
    ],
    sql` and `,
  )
}

/** A page of the catalogue, and how many there are in all. */
export async function listCatalogue(
  search: OfferSearch,
  { words, page, size }: { words: string[]; page: number; size: number },
): Promise<{ rows: OfferCard[]; total: number }> {
  const where = conditions(search, words)
  const [found, counted] = await Promise.all([
    sql<OfferCard>`select ${CARD} from lab_offers o where ${where}
      order by ${ORDER} limit ${size} offset ${(page - 1) * size}`.execute(db()),
    sql<{ total: number }>`select count(*)::int as total from lab_offers o where ${where}`.execute(
      db(),
    ),
  ])
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 }
}

type OfferDetails = Omit<OfferCard, 'needsInstruction'> &
  ToldRules & {
    description: string
    accessibility: string
    manualUrl: string
    schoolForms: string[]
    gradeMin: number | null
    gradeMax: number | null
    room: { slug: string; name: string } | null
    /** What is in the room, of those that are listed. */
    inside: { slug: string; name: string; kind: OfferKind }[]
    items: { label: string; pieces: number }[]
    parts: { name: string; quantity: number }[]
    apps: { productId: string; isNeeded: boolean }[]
    field: Field | ''
    state: OfferState
  }

/** One offer with all that its page says of it, in one query. */
export async function findDetails(slug: string): Promise<OfferDetails | undefined> {
  const { rows } =
    await sql<OfferDetails>`select ${CARD}, o.description, o.accessibility, o.manual_url,
      o.school_forms, o.grade_min, o.grade_max, o.is_delivered, o.is_fetched_in_person, o.holds_data, o.needs_staff,
      o.slot_minutes, o.max_school_days, o.max_project_school_days, o.extensions, o.min_lead_days, o.max_advance_days,
      o.max_open_per_school, o.max_open_per_person, o.cooldown_days, o.holidays, o.approval,
      (select jsonb_build_object('slug', room.slug, 'name', room.name) from lab_offers room where room.id = o.room_id)
        as room,
      coalesce((select jsonb_agg(jsonb_build_object('slug', i.slug, 'name', i.name, 'kind', i.kind) order by i.name)
        from lab_offers i where i.room_id = o.id and i.state = 'listed'), '[]') as inside,
      coalesce((select jsonb_agg(jsonb_build_object('label', r.label,
          'pieces', case when r.is_counted then r.total - r.reserve - r.broken else 1 end) order by r.position, r.id)
        from lab_resources r where r.offer_id = o.id and r.state in ('ok', 'limited')), '[]') as items,
      coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'quantity', p.quantity) order by p.position, p.id)
        from lab_parts p where not p.is_unit and p.resource_id = (select r.id from lab_resources r
          where r.offer_id = o.id and r.state in ('ok', 'limited') order by r.position, r.id limit 1)), '[]') as parts,
      coalesce((select jsonb_agg(jsonb_build_object('productId', s.product_id, 'isNeeded', s.is_needed))
        from lab_offer_software s where s.offer_id = o.id), '[]') as apps
    from lab_offers o where o.slug = ${slug}`.execute(db())
  return rows[0]
}

/**
 * What there is instead of one that is offered no more: what the SMZ has chosen, and where it has chosen nothing the
 * nearest of its kind by field, use and name.
 */
export async function listInstead(
  offerId: string,
  limit: number,
): Promise<{ slug: string; name: string; kind: OfferKind; summary: string }[]> {
  const { rows } = await sql<{ slug: string; name: string; kind: OfferKind; summary: string }>`
    select o.slug, o.name, o.kind, o.summary from lab_offers gone
    left join lab_offers heir on heir.id = gone.replaced_by and heir.state = 'listed'
    join lab_offers o on o.state = 'listed' and o.id <> gone.id
      and case when heir.id is null then o.kind = gone.kind else o.id = heir.id end
    where gone.id = ${offerId}
    order by (o.field is not distinct from gone.field) desc, (o.is_lent = gone.is_lent) desc,
      ts_rank(o.search, websearch_to_tsquery('german', regexp_replace(gone.name, '[^[:alnum:]]+', ' or ', 'g'))) desc,
      o.name, o.id
    limit ${limit}`.execute(db())
  return rows
}

/** What one has to be shown before, and when this person was. Of several proofs the one that holds longest. */
export async function listNeeded(
  offerId: string,
  { personId, today }: { personId: string | null; today: string },
): Promise<NeededInstruction[]> {
  const { rows } = await sql<NeededInstruction>`select i.id, i.name, i.kind,
      (select jsonb_build_object('on', g.given_on, 'until', g.valid_until,
          'isValid', coalesce(g.valid_until, ${today}) >= ${today} and g.given_on <= ${today})
        from lab_instructed g where g.instruction_id = i.id and g.person_id = ${personId}::uuid and g.revoked_at is null
        order by g.valid_until desc nulls first, g.given_on desc limit 1) as given
    from lab_offer_instructions o join lab_instructions i on i.id = o.instruction_id and i.retired_at is null
    where o.offer_id = ${offerId} order by i.name, i.id`.execute(db())
  return rows
}

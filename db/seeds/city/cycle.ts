import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { Moments } from '../moments.ts'
import { batches, type Chance, diceOf } from './chance.ts'
import type { CityPerson } from './people.ts'
import type { CityPlg } from './plgs.ts'
import { NORMS } from './practice-words.ts'

/** For how many PLGs there is one who accompanies. */
const ACCOMPANIED = 12
/** In the order of the way; a group has passed all before its own. */
const PHASES = ['idea', 'forming', 'focus', 'design', 'trial', 'evaluate', 'transfer', 'closed']
const AGREEMENT = `Woran wir arbeiten: an einer gemeinsamen Frage, ein Schuljahr lang.

Was jede Schule einbringt: ein bis zwei Lehrkräfte und je eine Klasse.

Wie wir uns treffen: abwechselnd an unseren Schulen, alle vier bis sechs Wochen.`

/** How far each PLG has come: agreement, norms, the question, decisions; and who accompanies it. */
export async function seedCityCycle(
  chance: Chance,
  plgs: CityPlg[],
  people: CityPerson[],
  moments: Moments,
): Promise<void> {
  await seedFacilitators(chance, plgs, people, moments)
  await seedAgreements(moments)
  await seedInquiries(moments)
  await seedDecisions(moments)
}

/** Teachers who accompany PLGs in which they are nobody else; not the large ones, whose numbers the bench knows. */
async function seedFacilitators(
  chance: Chance,
  plgs: CityPlg[],
  people: CityPerson[],
  { daysAgo }: Moments,
) {
  const teachers = people.filter(({ teaches }) => teaches)
  const chosen = chance.some(teachers, Math.max(1, Math.round(plgs.length / ACCOMPANIED)))
  const since = daysAgo(300)
  const office = await db()
    .selectFrom('organisations')
    .where('slug', '=', 'smz')
    .select('id')
    .executeTakeFirstOrThrow()
  await db()
    .insertInto('memberships')
    .values(
      chosen.map(({ id }) => ({
        ...{ personId: id, role: 'facilitator', state: 'confirmed', organisationId: office.id },
        ...{ validFrom: since, decidedAt: since },
      })),
    )
    .execute()
  const rows = plgs.slice(2).flatMap((plg, at) => {
    const person = chosen[at % chosen.length]
    if (!person || plg.members.some(({ id }) => id === person.id)) return []
    return [{ plgId: plg.id, personId: person.id, role: 'facilitator', state: 'active', since }]
  })
  for (const batch of batches(rows)) await db().insertInto('plgMembers').values(batch).execute()
}

/** Those that have begun have agreed on something, and the schools that said yes said it to that. */
async function seedAgreements({ daysAgo }: Moments) {
  await sql`insert into plg_agreements (plg_id, version, text, rhythm, made_by, made_at)
    select id, 1, ${AGREEMENT}, 'Alle vier bis sechs Wochen', founded_by, ${daysAgo(295)}::timestamptz
    from plgs where phase <> 'idea'`.execute(db())
  await sql`update plg_seats set agreed_version = 1, time_budget = 'Vier Nachmittage'
    from plgs where plgs.id = plg_seats.plg_id and plgs.phase <> 'idea' and consent = 'granted'`.execute(
    db(),
  )
  await sql`insert into plg_norms (plg_id, text, position, agreed_at, created_by)
    select plgs.id, norm.text, norm.place - 1, ${daysAgo(280)}::timestamptz, founded_by
    from plgs, unnest(${NORMS}::text[]) with ordinality as norm (text, place)
    where phase not in ('idea', 'forming')`.execute(db())
}

async function seedInquiries({ daysAgo }: Moments) {
  const dimensions = ['teaching', 'teaching', 'staff', 'organisation', 'technology', 'cooperation']
  await sql`insert into plg_inquiries (plg_id, cycle, question, should_learn, known_by, goal, dimension,
      changed_by, changed_at)
    select id, 1, question, 'Lernende erklären in eigenen Worten, was sie verstanden haben.',
      'Dieselbe Aufgabe vorher und nachher.', 'Bis zum Sommer gelingt es zwei Dritteln.',
      (${dimensions}::text[])[1 + ${diceOf(sql`id::text`, 31, dimensions.length)}],
      founded_by, ${daysAgo(240)}::timestamptz
    from plgs where phase not in ('idea', 'forming')`.execute(db())
}

/** A line in the log for each phase a group has left behind. */
async function seedDecisions({ daysAgo }: Moments) {
  await sql`insert into plg_decisions (plg_id, cycle, kind, from_phase, to_phase, text, decided_by, at)
    select plgs.id, 1, case to_phase when 'closed' then 'closed' else 'phase' end, from_phase, to_phase,
      'Wir gehen weiter.', founded_by, ${daysAgo(290)}::timestamptz + place * interval '35 days'
    from plgs, unnest(${PHASES.slice(0, -1)}::text[], ${PHASES.slice(1)}::text[])
      with ordinality as step (from_phase, to_phase, place)
    where place < array_position(${PHASES}::text[], phase)`.execute(db())
}

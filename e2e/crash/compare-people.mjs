// Memberships and names after a crash. Both are changed step by step, so the last acknowledged step
// stands, or the one after it that was never answered.
import { JOINED_PLG, JOINED_PLG_LEAD, JOINERS, RENAMERS } from './people.mjs'
import { addressOf } from './world.mjs'

export async function compareJoins(world, ledger, before) {
  const problems = []
  const page = await (await world.browserOf(JOINED_PLG_LEAD)).get(`/plg/${JOINED_PLG}/mitglieder`)
  for (const who of JOINERS) {
    const steps = ledger.entries.filter(
      (entry) => entry.who === who && ['join', 'leave'].includes(entry.kind),
    )
    const [{ name, active }] = await world.rows(
      `select first_name || ' ' || last_name as name, (select count(*)::int from plg_members m
          join plgs on plgs.id = m.plg_id where plgs.slug = $2 and m.person_id = persons.id
          and m.state = 'active') as active
        from persons where email = $1`,
      [addressOf(who), JOINED_PLG],
    )
    const last = steps.at(-1)
    const allowed = last?.outcome === 'acknowledged' ? [Number(last.kind === 'join')] : [0, 1]
    if (!allowed.includes(active))
      problems.push(`${who}: ${active}-mal Mitglied nach ${last?.kind}`)
    if (page.html.split('<script')[0].includes(name) !== active > 0)
      problems.push(`die Seite der Mitglieder stimmt nicht für ${who} (${page.status})`)
  }
  return [...problems, ...(await compareSeats(world, ledger, before))]
}

/** Each joining is one row, also when it was sent twice. */
async function compareSeats(world, ledger, { seats }) {
  const [{ count }] = await world.rows('select count(*)::int as count from plg_members')
  const acknowledged = ledger.of('join', 'acknowledged').length
  const unknown = ledger.of('join', 'unknown').length
  const made = count - seats
  if (made >= acknowledged && made <= acknowledged + unknown) return []
  return [`${made} neue Sitze bei ${acknowledged} bestätigten, ${unknown} unbekannten Beitritten`]
}

/** The protocol is written with the change: its steps lead from one name to the next without a gap. */
export async function compareNames(world, ledger, before) {
  const problems = []
  for (const who of RENAMERS) {
    const [{ id, name }] = await world.rows(
      `select id, first_name || ' ' || last_name as name from persons where email = $1`,
      [addressOf(who)],
    )
    const noted = await world.rows(
      `select details->>'before' as before, details->>'after' as after from audit_entries
        where action = 'accounts.renamed' and thing_id = $1::text and id > $2 order by id`,
      [id, before.audit],
    )
    const sent = ledger.of('rename').filter((entry) => entry.who === who)
    for (const { to, outcome } of sent) {
      const count = noted.filter(({ after }) => after.endsWith(` ${to}`)).length
      if (count > 1 || (outcome === 'acknowledged' && count !== 1))
        problems.push(`${who} → ${to}: ${count} Einträge im Protokoll (${outcome})`)
    }
    noted.forEach((step, place) => {
      if (place > 0 && noted[place - 1].after !== step.before)
        problems.push(`${who}: Lücke im Protokoll vor ${step.after}`)
    })
    if (noted.length > 0 && noted.at(-1).after !== name)
      problems.push(`${who} heißt ${name}, das Protokoll endet mit ${noted.at(-1).after}`)
    const { html } = await (await world.browserOf(who)).get('/konto')
    const lastName = name.replace(/^\S+ /, '')
    if (!html.includes(lastName)) problems.push(`die Seite des Kontos zeigt ${lastName} nicht`)
  }
  return problems
}

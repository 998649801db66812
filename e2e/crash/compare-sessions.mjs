// Sessions after a crash: those that were given stand, those that were ended never stand again.
import { createHash } from 'node:crypto'
import { aBrowser } from './browser.mjs'

const hashOf = (token) => createHash('sha256').update(token).digest('hex')

export async function compareSessions(world, ledger) {
  const { openSessions, endedSessions } = world
  const uncertain = new Set()
  for (const { token } of ledger.of('sign-in', 'acknowledged')) openSessions.add(token)
  for (const { token, outcome } of ledger.of('sign-out')) {
    openSessions.delete(token)
    if (outcome === 'acknowledged') endedSessions.add(token)
    else uncertain.add(token)
  }
  const problems = [
    ...(await visit(world, openSessions, 'eine bestätigte Sitzung gilt nicht mehr', 200)),
    ...(await visit(world, endedSessions, 'eine beendete Sitzung gilt wieder', 302)),
    ...(await compareNotes(world, ledger)),
  ]
  // Pressed again, so that they, too, are ended for good.
  for (const token of uncertain) {
    await aBrowser(world.platform.origin).withSession(token).post('/abmelden', {})
    endedSessions.add(token)
  }
  return problems
}

/** The newest of each kind by a page; all of them in the database. */
async function visit(world, tokens, wrong, wanted) {
  const problems = []
  for (const token of [...tokens].slice(-8)) {
    const browser = aBrowser(world.platform.origin).withSession(token)
    const { status } = await browser.get('/heute')
    if (status !== wanted) problems.push(`${wrong} (${status})`)
  }
  const rows = await world.rows('select id from sessions where id = any($1)', [
    [...tokens].map(hashOf),
  ])
  const expected = wanted === 200 ? tokens.size : 0
  if (rows.length !== expected)
    problems.push(`${wrong}: ${rows.length} von ${tokens.size} stehen in der Datenbank`)
  return problems
}

/** A session and its line in the security log are one change: both or none. */
async function compareNotes(world, ledger) {
  world.signInsSent += ledger.of('sign-in').length
  world.signOutsSent = (world.signOutsSent ?? 0) + ledger.of('sign-out').length
  const [{ notes, sessions }] = await world.rows(`select
    (select count(*)::int from security_events where kind = 'sign_in_ok') as notes,
    (select count(*)::int from sessions) as sessions`)
  const ended = notes - sessions
  const atLeast = world.endedSessions.size
  const problems = []
  if (ended < atLeast || ended > world.signOutsSent)
    problems.push(`${notes} Anmeldungen notiert, ${sessions} Sitzungen, ${atLeast} beendet`)
  if (notes > world.signInsSent) problems.push(`${notes} Anmeldungen notiert, gesendet weniger`)
  return problems
}

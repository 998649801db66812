// The school register after a crash: one edition, whole, with its history and its line in the protocol.
import { editionOf, importByPage } from './importer.mjs'
import { aLedger } from './ledger.mjs'
import { SCHOOLS, streetOf } from './register.mjs'

const PROBES = `school_number between '910001' and '919999'`

export async function compareImports(world, ledger) {
  const problems = await findHalves(world)
  const [newest] = await world.rows(`select street, count(*)::int from schools where ${PROBES}
    group by 1`)
  const noted = (await world.rows('select file_name from register_imports')).map((row) =>
    editionOf(row.file_name),
  )
  const sent = ledger.of('import')
  for (const { edition, outcome, who } of sent) {
    const count = noted.filter((one) => one === edition).length
    if (count > 1 || (outcome === 'acknowledged' && count !== 1))
      problems.push(`Ausgabe ${edition} (${who}, ${outcome}): ${count}-mal übernommen`)
  }
  const last = Math.max(0, ...sent.filter(({ outcome }) => outcome === 'acknowledged').map(edition))
  const allowed = sent.map(edition).filter((one) => one >= last)
  if (last > 0 && !allowed.some((one) => newest?.street === streetOf(one)))
    problems.push(`übernommen war Ausgabe ${last}, es gilt ${newest?.street}`)
  return [...problems, ...(await importAgain(world))]
}

const edition = (entry) => entry.edition

async function findHalves(world) {
  const problems = []
  const streets = await world.rows(`select street, count(*)::int as count from schools
    where ${PROBES} group by 1`)
  if (streets.length > 1 || (streets.length === 1 && streets[0].count !== SCHOOLS))
    problems.push(`halb übernommen: ${JSON.stringify(streets)}`)
  const untold = await world.rows(`select coalesce(i.id::text, a.thing_id) as id
    from register_imports i full join (select thing_id from audit_entries
      where action = 'schools.import') a on a.thing_id = i.id::text
    where i.id is null or a.thing_id is null`)
  for (const { id } of untold) problems.push(`Import ${id} ohne Protokoll oder umgekehrt`)
  const histories = await world.rows(`select i.file_name, i.changed,
      (select count(distinct school_id)::int from school_changes c where c.import_id = i.id) as kept
    from register_imports i where i.changed <> (select count(distinct school_id)
      from school_changes c where c.import_id = i.id)`)
  return [...problems, ...histories.map((row) => `Verlauf unvollständig: ${JSON.stringify(row)}`)]
}

/** The newest edition once more: it completes what was lost, and a second time there is nothing to do. */
async function importAgain(world) {
  const problems = []
  const stream = { world, ledger: aLedger(), isOver: () => true }
  for (const wanted of [null, 0]) {
    const entry = { kind: 'import', who: 'operator', edition: world.edition, uploadId: '' }
    if (!(await importByPage(stream, entry)))
      problems.push('der Import lässt sich nicht wiederholen')
    const [row] = await world.rows(`select created + changed as touched from register_imports
      order by at desc limit 1`)
    if (wanted !== null && row?.touched !== wanted)
      problems.push(`beim zweiten Mal ${row?.touched} Änderungen`)
    const [{ count }] = await world.rows(
      `select count(*)::int as count from schools where ${PROBES} and street = $1`,
      [streetOf(world.edition)],
    )
    if (count !== SCHOOLS) problems.push(`nach der Wiederholung ${count} von ${SCHOOLS} Schulen`)
  }
  return problems
}

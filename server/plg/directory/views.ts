import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import type { PlgCard } from '../contract.ts'
import { may } from '../policy.ts'
import { programmeChoices } from '../programmes/views.ts'
import { findInterests } from '../sql.ts'
import { cardOf, foundingIds, suggestionsFor, teachingSchools } from '../views.ts'
import { PAGE_SIZE, type PlgSearch } from './contract.ts'
import { searchFrom, wordsOf } from './rules.ts'
import * as sql from './sql.ts'

/**
 * The list of PLGs: my own, what I wait for, and what there is to discover. Who waits to be confirmed sees
 * none: PLGs are not public.
 *
 * @param asked the query of the address
 */
export async function overviewFor(actor: Actor, asked: Record<string, string | undefined>) {
  const search = searchFrom(asked)
  if (!isConfirmed(actor))
    return {
      isConfirmed: false,
      search,
      mine: [],
      waiting: [],
      suggestions: [],
      programmes: [],
      ...nothing(),
    }
  const page = pageNumber(asked.seite)
  const [rows, schools, programmes] = await Promise.all([
    sql.listMine(actor.id),
    teachingSchools(actor),
    programmeChoices(),
  ])
  const known = rows.map(cardOf).filter((plg) => may.see(actor, plg))
  const mine = known.filter((plg) => may.enter(actor, plg))
  const isPlain = !Object.values(search).some(Boolean)
  const suggestions =
    isPlain && mine.length === 0 && schools.length > 0 ? await fittingFor(actor) : []
  const others = await sql.listOthers(
    actor.id,
    filterOf(search, suggestions),
    PAGE_SIZE,
    (page - 1) * PAGE_SIZE,
  )
  return {
    isConfirmed: true,
    search,
    mine,
    waiting: known.filter((plg) => !may.enter(actor, plg)),
    suggestions,
    programmes: programmes.map(({ slug, label }) => ({ value: slug, label })),
    others: paged(others.rows.map(cardOf), others.total, page, PAGE_SIZE),
    /** Who teaches at one school joins with one press; who teaches at several chooses on the PLG's page. */
    schoolCount: schools.length,
    can: { found: schools.length > 0 || foundingIds(actor, 'principals_circle').length > 0 },
  }
}

const nothing = () => ({
  others: paged<PlgCard>([], 0, 1, PAGE_SIZE),
  schoolCount: 0,
  can: { found: false },
})

async function fittingFor(actor: Actor) {
  const interests = await findInterests(actor.id)
  return suggestionsFor(actor, interests ?? { subjects: [], gradeBands: [] })
}

/** What is suggested above is not listed again below. */
function filterOf(search: PlgSearch, shownAbove: PlgCard[]): sql.Filter {
  const { q, subject, gradeBand, schoolForm, phase, kind, programme, seeksMembers } = search
  return {
    words: wordsOf(q),
    subject: subject || undefined,
    gradeBand: gradeBand || undefined,
    schoolForm: schoolForm || undefined,
    phase: phase || undefined,
    kind: kind || undefined,
    programme: programme || undefined,
    seeksMembers,
    except: shownAbove.map(({ id }) => id),
  }
}

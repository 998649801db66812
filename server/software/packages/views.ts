import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { slugOf } from '#server/platform/text.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { toDocx } from '#server/rich-text/docx-out.ts'
import { pageHtml } from '#server/rich-text/page-html.ts'
import { pdfIsPossible, toPdf } from '#server/rich-text/pdf.ts'
import { fillMentions, renderContent } from '#server/rich-text/render.ts'
import { schoolNames } from '#server/schools/views.ts'
import { findCurrent } from '../adoption/sql.ts'
import { may } from '../policy.ts'
import { seenProduct, usesFor } from '../products/views.ts'
import { formatDay } from '../rules.ts'
import { type PackageFormat, type Part, PARTS, WORD_TYPE } from './contract.ts'
import { type Facts, partText, writtenText } from './rules.ts'
import * as sql from './sql.ts'
import { partNames, words } from './words.ts'

/** A use and a school as an address names them; '' where it names none. */
type Asked = { use: string; school: string }

const UUID = /^[0-9a-f-]{36}$/i

/** What a school needs on paper for one use, with what is known filled in. */
export async function packageFor(actor: Actor, slug: string, asked: Asked) {
  authorize(may.seeForSchools, actor, {})
  const product = await seenProduct(actor, slug)
  const [{ uses }, names] = await Promise.all([
    usesFor(actor, product.id),
    schoolNames(schoolsOf(actor)),
  ])
  const schools = [...names].map(([id, school]) => ({ id, ...school }))
  const use = asked.use === '' ? uses[0] : existing(uses.find(({ id }) => id === asked.use))
  const head = {
    product: { slug: product.slug, name: product.name },
    documents: product.documents,
    ...{ schools, uses: uses.map(({ id, label, variant }) => ({ id, label, variant })) },
    hasPdf: pdfIsPossible(),
  }
  if (!use) return { ...head, use: null, school: null, parts: [] }
  const facts = await factsOf(actor, product, use, asked.school || (schools[0]?.slug ?? ''))
  return {
    ...head,
    use: { id: use.id, label: use.label, standing: use.standing, until: use.until },
    school: facts.school && { slug: facts.school.slug, name: facts.school.name },
    parts: PARTS.map((part) => ({
      part,
      isWritten: writtenText(part, facts) !== undefined,
      gaps: gapsIn(part, facts),
    })),
  }
}

/** What the school has to write in itself. */
function gapsIn(part: Part, facts: Facts): string[] {
  const found = JSON.stringify(partText(part, facts)).matchAll(
    /\[von der Schule zu ergänzen: ([^\]]+)\]/g,
  )
  return [...new Set([...found].map(([, what = '']) => what))]
}

type Product = Awaited<ReturnType<typeof seenProduct>>
type Use = Awaited<ReturnType<typeof usesFor>>['uses'][number]

async function factsOf(
  actor: Actor,
  product: Product,
  use: Use,
  schoolSlug: string,
): Promise<Facts> {
  const school =
    schoolSlug === '' ? null : existing(await sql.findSchool(schoolSlug, schoolsOf(actor)))
  const [facts, adoption] = await Promise.all([
    sql.findUse(product.id, use.id),
    school ? findCurrent(school.id, use.id) : undefined,
  ])
  return {
    ...{ product: product.name, use: existing(facts), school },
    conditions: use.release?.conditions ?? [],
    avv: adoption ? { status: adoption.avvStatus, on: adoption.avvOn } : null,
  }
}

/** One part as a file. */
export async function packageFile(
  actor: Actor,
  slug: string,
  { part, format, ...asked }: Asked & { part: Part; format: PackageFormat },
) {
  authorize(may.seeForSchools, actor, {})
  if (!UUID.test(asked.use)) throw new Refusal(words.noUse)
  const product = await seenProduct(actor, slug)
  await spend('exchanges', actor.id)
  const { uses } = await usesFor(actor, product.id)
  const use = existing(uses.find(({ id }) => id === asked.use))
  const facts = await factsOf(actor, product, use, asked.school)
  const content = checkContent(partText(part, facts))
  const title = `${partNames[part]}: ${product.name}`
  const name = `${slugOf(partNames[part])}-${product.slug}.${format}`
  if (format === 'docx') {
    const picture = () => Promise.resolve(null)
    const bytes = await toDocx(content, { title, mentions: new Map(), picture, date: now() })
    return { name, type: WORD_TYPE, bytes: new Uint8Array(bytes) }
  }
  const html = fillMentions(renderContent(content), new Map())
  const about = [facts.school?.name, `Stand ${formatDay(localDayOf(now()))}`].filter(Boolean)
  const page = await pageHtml(html, {
    ...{ title, about: about.join(' · '), origin: settings().origin },
    picture: () => Promise.resolve(null),
  })
  const pdf = await toPdf(page)
  if (!pdf) throw new Refusal(words.noPdf)
  return { name, type: 'application/pdf', bytes: new Uint8Array(pdf) }
}

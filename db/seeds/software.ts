import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { slugOf } from '#server/platform/text.ts'
import type { Moments } from './moments.ts'
import { type Ids, seedUses, type World } from './software-decisions.ts'
import type { DemoProduct } from './software-kinds.ts'
import { PRODUCTS } from './software-products.ts'

const DPO = 'jens.albrecht'

const ONE_DAY = 24 * 60 * 60_000

/** The directory of an invented city, with everything that can be said of an app. */
export async function seedSoftware(
  of: Pick<World, 'places' | 'people' | 'moments'>,
): Promise<void> {
  const world = { ...of, ...(await surroundings()) }
  const vendors = await seedVendors(of.moments)
  for (const product of PRODUCTS) await seedProduct(product, vendors, world)
  await linkProjects()
  await seedWatchLists(of)
}

async function surroundings() {
  const { version } = await db()
    .selectFrom('reviewCatalogues')
    .select('version')
    .orderBy('validFrom', 'desc')
    .executeTakeFirstOrThrow()
  const { id } = await db()
    .selectFrom('projects')
    .where('status', '=', 'running')
    .select('id')
    .orderBy('number')
    .executeTakeFirstOrThrow()
  return { catalogue: version, project: id }
}

async function seedVendors(moments: Moments): Promise<Ids> {
  const countries = new Map(
    PRODUCTS.map(({ vendor, country = 'Deutschland' }) => [vendor, country]),
  )
  const rows = await db()
    .insertInto('vendors')
    .values(
      [...countries].map(([name, country]) => ({ name, country, createdAt: moments.daysAgo(300) })),
    )
    .returning(['id', 'name'])
    .execute()
  return new Map(rows.map(({ id, name }) => [name, id]))
}

async function seedProduct(product: DemoProduct, vendors: Ids, world: World): Promise<void> {
  const at = world.moments.daysAgo(250)
  const { name, about, tags, kind = 'web', cost = 'unknown', offline = 'unknown' } = product
  const { id } = await db()
    .insertInto('softwareProducts')
    .values({
      ...{ slug: slugOf(name), name, kind, description: about, functionTags: tags, origin: 'demo' },
      ...{ costModel: cost, offlineUse: offline, delivery: product.delivery ?? ['browser'] },
      ...{ subjects: product.subjects ?? [], gradeBands: product.grades ?? [] },
      website: `https://${slugOf(name)}.example`,
      vendorId: vendors.get(product.vendor),
      languages: ['de'],
      createdAt: at,
      changedAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await seedUses(id, product, world)
  await seedVoices(id, product, world)
}

/** What teachers tell, ask and follow. */
async function seedVoices(
  productId: string,
  { reports = [], followers = [], question }: DemoProduct,
  { people, places, moments }: World,
): Promise<void> {
  for (const [at, { by, school, setting, scores, again, text = '' }] of reports.entries()) {
    const createdAt = new Date(moments.daysAgo(60).getTime() + at * 9 * ONE_DAY)
    const [learningEffect, effort, stability] = scores
    await db()
      .insertInto('experienceReports')
      .values({
        ...{ productId, authorId: people.get(by), schoolId: places.get(school), setting, text },
        ...{ learningEffect, effort, stability, wouldUseAgain: again },
        ...{ createdAt, changedAt: createdAt, clientKey: randomUUID() },
      })
      .execute()
  }
  if (followers.length > 0)
    await db()
      .insertInto('softwareFollows')
      .values(
        followers.map((key) => ({
          ...{ productId, personId: people.get(key) ?? '', since: moments.daysAgo(100) },
        })),
      )
      .execute()
  if (question) await seedQuestion(productId, question, { people, moments })
}

async function seedQuestion(
  productId: string,
  { by, text, answer }: NonNullable<DemoProduct['question']>,
  { people, moments }: Pick<World, 'people' | 'moments'>,
): Promise<void> {
  const { id } = await db()
    .insertInto('softwareQuestions')
    .values({
      ...{ productId, authorId: people.get(by), text },
      ...{ createdAt: moments.daysAgo(12), clientKey: randomUUID() },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (answer)
    await db()
      .insertInto('softwareAnswers')
      .values({
        ...{ questionId: id, authorId: people.get(DPO), isOfficial: true, text: answer },
        ...{ createdAt: moments.daysAgo(11), clientKey: randomUUID() },
      })
      .execute()
}

/** Vorhaben name their software by its name; "Übino App" stands in all of them. */
async function linkProjects(): Promise<void> {
  await sql`insert into project_software (project_id, position, name, purpose)
    select p.id, coalesce((select max(w.position) + 1 from project_software w where w.project_id = p.id), 0),
      'Übino App', 'Üben' from projects p`.execute(db())
  await sql`update project_software w set product_id = p.id from software_products p
    where search_key(p.name) = search_key(w.name)`.execute(db())
}

async function seedWatchLists({ people, moments }: Pick<World, 'people' | 'moments'>) {
  const { id: productId } = await db()
    .selectFrom('softwareProducts')
    .where('slug', '=', 'uebino-app')
    .select('id')
    .executeTakeFirstOrThrow()
  for (const [key, title] of [
    ['meike.thomas', 'Für Klasse 6'],
    ['orhan.demir', 'Zum Ausprobieren'],
    ['fatma.arslan', 'Freies Üben'],
  ]) {
    const at = moments.daysAgo(30)
    const { id: listId } = await db()
      .insertInto('watchLists')
      .values({
        ...{ personId: people.get(key ?? '') ?? '', title: title ?? '', clientKey: randomUUID() },
        ...{ createdAt: at, changedAt: at },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db().insertInto('watchListItems').values({ listId, productId, addedAt: at }).execute()
  }
}

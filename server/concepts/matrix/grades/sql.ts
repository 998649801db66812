import { db } from '#db/client.ts'

/** Subjects that the school has named beside the usual ones. */
export async function listSubjects(conceptId: string): Promise<string[]> {
  const rows = await db()
    .selectFrom('conceptSubjects')
    .where('conceptId', '=', conceptId)
    .orderBy('name')
    .select('name')
    .execute()
  return rows.map(({ name }) => name)
}

/** Levels that the school has named, in its order. */
export async function listLevels(conceptId: string): Promise<string[]> {
  const rows = await db()
    .selectFrom('conceptLevels')
    .where('conceptId', '=', conceptId)
    .orderBy('position')
    .orderBy('key')
    .select('key')
    .execute()
  return rows.map(({ key }) => key)
}

export async function replaceSubjects(conceptId: string, names: string[]): Promise<void> {
  await db().deleteFrom('conceptSubjects').where('conceptId', '=', conceptId).execute()
  if (names.length > 0)
    await db()
      .insertInto('conceptSubjects')
      .values(names.map((name) => ({ conceptId, name })))
      .execute()
}

export async function replaceLevels(conceptId: string, keys: string[]): Promise<void> {
  await db().deleteFrom('conceptLevels').where('conceptId', '=', conceptId).execute()
  if (keys.length > 0)
    await db()
      .insertInto('conceptLevels')
      .values(keys.map((key, position) => ({ conceptId, key, position })))
      .execute()
}

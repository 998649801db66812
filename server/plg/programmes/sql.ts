import { db } from '#db/client.ts'

/** Where groups can say they come from. */
export function listProgrammes() {
  return db()
    .selectFrom('programmes')
    .where('isOpen', '=', true)
    .select(['id', 'slug', 'name'])
    .orderBy('position')
    .orderBy('name')
    .execute()
}

export function findOpenProgramme(id: string) {
  return db()
    .selectFrom('programmes')
    .where('id', '=', id)
    .where('isOpen', '=', true)
    .select('id')
    .executeTakeFirst()
}

import { db } from '#db/client.ts'

/** People who are confirmed at the school now and do not lead it, with whom of them decides for it. */
export function listPeople(schoolId: string, now: Date) {
  return db()
    .selectFrom('persons')
    .leftJoin('adoptionDelegates as d', (join) =>
      join.onRef('d.personId', '=', 'persons.id').on('d.schoolId', '=', schoolId),
    )
    .where('persons.isActive', '=', true)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('memberships as m')
          .whereRef('m.personId', '=', 'persons.id')
          .where('m.schoolId', '=', schoolId)
          .where('m.state', '=', 'confirmed')
          .where('m.role', 'not in', ['principal', 'deputy_principal'])
          .where('m.validFrom', '<=', now)
          .where((or) => or.or([or('m.validUntil', 'is', null), or('m.validUntil', '>', now)]))
          .select('m.id'),
      ),
    )
    .orderBy('persons.lastName')
    .orderBy('persons.firstName')
    .orderBy('persons.id')
    .select(['persons.id', 'persons.firstName', 'persons.lastName', 'd.givenAt'])
    .execute()
}

export async function insertDelegate(row: {
  schoolId: string
  personId: string
  givenBy: string
  givenAt: Date
}): Promise<boolean> {
  const made = await db()
    .insertInto('adoptionDelegates')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .executeTakeFirst()
  return made !== undefined
}

export async function deleteDelegate(schoolId: string, personId: string): Promise<boolean> {
  const gone = await db()
    .deleteFrom('adoptionDelegates')
    .where('schoolId', '=', schoolId)
    .where('personId', '=', personId)
    .returning('personId')
    .executeTakeFirst()
  return gone !== undefined
}

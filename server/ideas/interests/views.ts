import { type Actor, fullName } from '#server/auth/actor.ts'
import { listInterests } from './sql.ts'

/** A school that wants this, with its people and what they say. */
export type InterestedSchool = {
  id: string
  name: string
  slug: string
  people: { name: string; note: string; isSelf: boolean; mergedTitle: string | null }[]
}

/** Who joined an idea, school by school. Whoever asks has made sure that the actor may see it. */
export async function interestsOf(actor: Actor, ideaId: string): Promise<InterestedSchool[]> {
  const schools = new Map<string, InterestedSchool>()
  for (const row of await listInterests(ideaId)) {
    const { schoolId: id, school: name, schoolSlug: slug, note, mergedTitle } = row
    const known = schools.get(id) ?? { id, name, slug, people: [] }
    known.people.push({
      ...{ name: fullName(row), note, mergedTitle },
      isSelf: row.personId === actor.id,
    })
    schools.set(id, known)
  }
  return [...schools.values()]
}

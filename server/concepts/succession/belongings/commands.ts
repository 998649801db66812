import * as sql from './sql.ts'

/** What belongs to a school and not to its concept goes along with it. Inside the transaction of the handing over. */
export async function handOverBelongings(
  handed: sql.Handed,
  concepts: { from: string; to: string },
  by: string,
): Promise<void> {
  await sql.moveLessons(handed)
  if (concepts.from !== concepts.to) await sql.moveLessonTexts(concepts.from, concepts.to)
  await sql.moveTalks(handed, by)
  await sql.moveEquipment(handed)
}

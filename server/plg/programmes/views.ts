import * as sql from './sql.ts'

/** Programmes as entries of a select list: by id for forms, with the slug for addresses. They are no secret. */
export async function programmeChoices(): Promise<
  { value: string; label: string; slug: string }[]
> {
  const rows = await sql.listProgrammes()
  return rows.map(({ id, name, slug }) => ({ value: id, label: name, slug }))
}

import { data } from '@remix-run/node'

/**
 * Our largest form ticks who was there: 300 people. `read-form.test.ts` fills every form to the brim, so that none of ours
 * comes near a refusal meant for others.
 */
export const MOST_FIELDS = 400
const LONGEST_NAME = 60
/** Nested and odd names ("a[9999999]", "__proto__") have no place in our forms (safety.md RL-4). */
const FIELD_NAME = /^[a-zA-Z][a-zA-Z0-9]*$/

/** The body of a form, or 400: other content types, too many fields and names that are none of ours are no form. */
export async function readForm(request: Request): Promise<FormData> {
  let body: FormData
  try {
    body = await request.formData()
  } catch {
    throw data({}, { status: 400 })
  }
  const names = [...body.keys()]
  const isOdd = (name: string) => name.length > LONGEST_NAME || !FIELD_NAME.test(name)
  if (names.length > MOST_FIELDS || names.some(isOdd)) throw data({}, { status: 400 })
  return body
}

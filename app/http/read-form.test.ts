import { expect, test } from 'vitest'
import type { z } from 'zod'
import { MOST_FIELDS, readForm } from './read-form.ts'

type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  in?: z.ZodType
  innerType?: z.ZodType
  element?: z.ZodType
  options?: z.ZodType[]
  checks?: { _zod: { def: { maximum?: number } } }[]
}

/** How many names a form with all of this can send at most; boxes of one name come one by one. */
function widthOf(schema: z.ZodType): number {
  const def = schema.def as unknown as Def
  if (def.shape) return Object.values(def.shape).reduce((sum, one) => sum + widthOf(one), 0)
  if (def.element) {
    const checks = (def.checks ?? []).map(({ _zod }) => _zod.def.maximum ?? Infinity)
    return Math.min(Infinity, ...checks)
  }
  if (def.options) return Math.max(...def.options.map(widthOf))
  const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined)
  return inner ? widthOf(inner) : 1
}

const isSchema = (value: unknown): value is z.ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value

const inputs = import.meta.glob<Record<string, unknown>>('/server/**/inputs.ts', { eager: true })
const forms = Object.entries(inputs).flatMap(([file, exports]) =>
  Object.entries(exports).flatMap(([name, schema]) =>
    isSchema(schema) ? [{ form: `${file} ${name}`, width: widthOf(schema) }] : [],
  ),
)

test('every form of ours fits, filled to the brim, with its intent', () => {
  expect(forms.length).toBeGreaterThan(50)
  expect(forms.filter(({ width }) => width + 1 > MOST_FIELDS)).toEqual([])
})

test('the limit has room for the largest, and not much more', () => {
  const largest = Math.max(...forms.map(({ width }) => width))
  expect(largest + 1).toBeGreaterThan(MOST_FIELDS / 2)
})

const sent = (names: string[]) => {
  const body = new URLSearchParams(names.map((name) => [name, 'x']))
  return readForm(new Request('http://localhost/', { method: 'POST', body }))
}

test('more than that, and names that are none of ours, are no form', async () => {
  const many = Array.from({ length: MOST_FIELDS }, () => 'person')
  expect([...(await sent(many)).keys()]).toHaveLength(MOST_FIELDS)
  for (const names of [[...many, 'one'], ['__proto__'], ['a[1]'], ['a.b'], ['x'.repeat(61)], ['']])
    await expect(sent(names)).rejects.toMatchObject({ init: { status: 400 } })
})

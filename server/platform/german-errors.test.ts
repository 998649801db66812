import './german-errors.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'

const cases: [what: string, schema: z.ZodType, input: unknown, sentence: string][] = [
  ['a missing text', z.string(), undefined, 'Bitte ausfüllen.'],
  ['a missing choice', z.enum(['a', 'b']), undefined, 'Bitte wählen Sie etwas aus.'],
  [
    'a wrong choice',
    z.enum(['a', 'b']),
    'c',
    'Bitte wählen Sie eine der angebotenen Möglichkeiten.',
  ],
  ['too long', z.string().max(2), 'abc', 'Diese Angabe ist zu lang oder zu groß.'],
  ['no id', z.uuid(), 'x', 'Diese Angabe passt hier nicht.'],
]

test.each(cases)('%s is told in German', (_what, schema, input, sentence) => {
  expect(schema.safeParse(input).error?.issues[0]?.message).toBe(sentence)
})

test('a schema that words its own sentence keeps it', () => {
  const schema = z.string({ error: 'Bitte geben Sie Ihren Namen ein.' })
  expect(schema.safeParse(undefined).error?.issues[0]?.message).toBe(
    'Bitte geben Sie Ihren Namen ein.',
  )
})

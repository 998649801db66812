import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FormContext, type Reply } from './form-context.ts'
import { SeenVersion } from './seen-version.tsx'

const valueIn = (reply: Reply) =>
  /value="(\d+)"/.exec(
    renderToStaticMarkup(
      createElement(
        FormContext.Provider,
        { value: { formId: 'f', reply, pending: undefined } },
        createElement(SeenVersion, { version: 5 }),
      ),
    ),
  )?.[1]

test('a refused form keeps the version it was typed over: sent once more it writes over nothing', () => {
  expect(valueIn(undefined)).toBe('5')
  expect(valueIn({ status: 'error', initialValue: { name: 'Neu', version: '3' } })).toBe('3')
})

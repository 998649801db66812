import { type FormEvent, useRef } from 'react'

/**
 * What was ticked, chosen or typed in a list and did not go with what was sent last. The list is made anew with every state
 * that was saved; a tick made while the answer was under way stands in it again.
 */
export function useUnsent() {
  const values = useRef(new Map<string, string | boolean>())
  return {
    /** Of a box by its name and value, of a choice of amounts by the part it is for, else by name. */
    of: (name: string, key = '') => values.current.get(`${name}:${key}`),
    form: {
      onChange: ({ target }: FormEvent<HTMLFormElement>) => {
        if (target instanceof HTMLInputElement && target.type === 'checkbox')
          values.current.set(`${target.name}:${target.value}`, target.checked)
        else if (target instanceof HTMLSelectElement) {
          const at = target.value.lastIndexOf(':')
          values.current.set(`${target.name}:${target.value.slice(0, at)}`, target.value)
        } else if (target instanceof HTMLInputElement && target.type === 'text')
          values.current.set(`${target.name}:`, target.value)
      },
      onSubmit: () => values.current.clear(),
    },
  }
}

export type Unsent = ReturnType<typeof useUnsent>

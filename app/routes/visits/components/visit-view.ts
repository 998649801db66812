import type { useLoaderData } from '@remix-run/react'
import type { visitFor } from '#server/visits/views.ts'

type Shown = ReturnType<typeof useLoaderData<typeof visitFor>>

/** A visit as its page has it, unless its host took it away. */
export type VisitView = Extract<Shown, { isDeleted: false }>

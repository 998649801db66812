import { type MetaFunction, useRouteLoaderData } from '@remix-run/react'
import type { loader as topicsLoader } from './topics.tsx'

const TOPICS = 'routes/discussions/topics'

export const meta: MetaFunction<unknown, { [TOPICS]: typeof topicsLoader }> = ({ matches }) => {
  const list = matches.find(({ id }) => id === TOPICS)?.data
  return [{ title: `Diskussion – ${list?.plg.title ?? 'PLG'} – Lernen 25` }]
}

/** Beside the list, while no topic is open. */
export default function NoTopic() {
  const list = useRouteLoaderData<typeof topicsLoader>(TOPICS)
  if (!list || list.rows.length === 0) return null
  return <p className="hidden pt-2 text-leise lg:block">Wählen Sie links ein Thema.</p>
}

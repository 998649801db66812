import { Tabs } from '#app/ui/tabs.tsx'
import { paths as ideas } from '#server/ideas/paths.ts'
import { paths as plgs } from '#server/plg/paths.ts'
import { paths as projects } from '#server/projects/paths.ts'
import { paths as support } from '#server/support/paths.ts'
import { paths as visits } from '#server/visits/paths.ts'

/** What schools do together, from the idea to the result. */
export function NetworkTabs() {
  return (
    <Tabs
      label="Schulnetzwerk"
      tabs={[
        { label: 'PLGs', to: plgs.list(), end: true },
        { label: 'Ideen', to: ideas.list(), end: true },
        { label: 'Vorhaben', to: projects.results(), end: true },
        { label: 'Hospitation', to: visits.list(), end: true },
        { label: 'Aufrufe', to: support.calls(), end: true },
      ]}
    />
  )
}

import { Tabs } from '#app/ui/tabs.tsx'
import { paths } from '#server/concepts/equipment/paths.ts'

/** The pages about the equipment of one school. */
export function SchoolTabs({ slug }: { slug: string }) {
  return (
    <Tabs
      label="Ausstattung der Schule"
      tabs={[
        { label: 'Überblick', to: paths.start(slug), end: true },
        { label: 'Bestand', to: paths.stock(slug) },
        { label: 'Bedarf', to: paths.needs(slug) },
      ]}
    />
  )
}

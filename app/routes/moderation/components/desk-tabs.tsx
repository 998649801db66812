import { Tabs } from '#app/ui/tabs.tsx'
import { paths } from '#server/moderation/paths.ts'

/** The two lists of the SMZ. */
export function DeskTabs() {
  return (
    <Tabs
      label="Moderation"
      tabs={[
        { label: 'Meldungen', to: paths.desk(), end: true },
        { label: 'Barrieren', to: paths.barriers() },
      ]}
    />
  )
}

import { Tabs } from '#app/ui/tabs.tsx'
import { paths } from '#server/moderation/paths.ts'
import { paths as cockpit } from '#server/plg/cockpit/paths.ts'

/** The two lists of the SMZ, and the PLGs its people accompany. */
export function DeskTabs() {
  return (
    <Tabs
      label="Moderation"
      tabs={[
        { label: 'Meldungen', to: paths.desk(), end: true },
        { label: 'Barrieren', to: paths.barriers() },
        { label: 'Begleitung', to: cockpit.accompanied() },
      ]}
    />
  )
}

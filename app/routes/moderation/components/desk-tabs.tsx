import { Tabs } from '#app/ui/tabs.tsx'
import { paths } from '#server/moderation/paths.ts'
import { paths as cockpit } from '#server/plg/cockpit/paths.ts'
import { paths as software } from '#server/software/paths.ts'

/** The lists of the SMZ, the PLGs its people accompany, and apps that schools propose. */
export function DeskTabs() {
  return (
    <Tabs
      label="Moderation"
      tabs={[
        { label: 'Meldungen', to: paths.desk(), end: true },
        { label: 'Barrieren', to: paths.barriers() },
        { label: 'Begleitung', to: cockpit.accompanied() },
        { label: 'Apps', to: software.triage() },
      ]}
    />
  )
}

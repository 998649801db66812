import { type Tab, Tabs } from '#app/ui/tabs.tsx'
import { paths } from '#server/support/paths.ts'

/** What those who answer and decide have in common. */
export function OfficeTabs({ can }: { can: { inbox: boolean; readBudget: boolean } }) {
  const tabs: (Tab | false)[] = [
    can.inbox && { label: 'Anfragen', to: paths.inbox(), end: true },
    { label: 'Förderanträge', to: paths.fundings(), end: true },
    can.readBudget && { label: 'Haushalt', to: paths.budget(), end: true },
    { label: 'Aufrufe', to: paths.calls(), end: true },
  ]
  if (!can.inbox && !can.readBudget) return null
  return <Tabs label="Unterstützung" tabs={tabs.filter((tab) => tab !== false)} />
}

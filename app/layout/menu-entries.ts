import type { MenuEntry } from '#app/layout/root-view.ts'

type Facts = {
  person: object | null
  mayModerate: boolean
  maySupport: boolean
  mayAccompany: boolean
  mayReview: boolean
  mayStandAtDesk: boolean
  mayAdministrate: boolean
  openReports: number
} | null

/** The main menu. Only what exists stands here; each later area adds its line. */
export function menuFor(facts: Facts): MenuEntry[] {
  const schools: MenuEntry = { label: 'Schulen', to: '/schulen', icon: 'school' }
  const software: MenuEntry = { label: 'Software', to: '/software', icon: 'software' }
  const medialab: MenuEntry = { label: 'MediaLab', to: '/medialab', icon: 'medialab' }
  if (!facts?.person)
    return [{ label: 'Start', to: '/', icon: 'today' }, software, medialab, schools]
  return [
    { label: 'Heute', to: '/heute', icon: 'today' },
    { label: 'PLGs', to: '/plg', icon: 'plg' },
    software,
    medialab,
    schools,
  ]
}

/** What an office adds, below the line. */
export function officeMenuFor(facts: Facts): MenuEntry[] {
  const entries: MenuEntry[] = []
  if (facts?.mayReview) entries.push({ label: 'Prüfstelle', to: '/pruefstelle', icon: 'review' })
  if (facts?.mayModerate)
    entries.push({
      label: 'Moderation',
      to: '/moderation',
      icon: 'moderation',
      count: facts.openReports,
    })
  else if (facts?.mayAccompany)
    entries.push({ label: 'Begleitung', to: '/moderation/plg', icon: 'moderation' })
  if (facts?.mayStandAtDesk) entries.push({ label: 'Theke', to: '/theke', icon: 'desk' })
  if (facts?.maySupport) entries.push({ label: 'Anfragen', to: '/unterstuetzung', icon: 'network' })
  if (facts?.mayAdministrate)
    entries.push({ label: 'Verwaltung', to: '/verwaltung', icon: 'administration' })
  return entries
}

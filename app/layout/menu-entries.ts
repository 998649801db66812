import type { MenuEntry } from '#app/layout/root-view.ts'

type Facts = {
  person: object | null
  mayModerate: boolean
  maySupport: boolean
  mayAccompany: boolean
  mayReview: boolean
  mayLeadTalks: boolean
  mayStandAtDesk: boolean
  mayAdministrate: boolean
  openReports: number
} | null

/** The main menu. Only what exists stands here; each later area adds its line. */
export function menuFor(facts: Facts): MenuEntry[] {
  const schools: MenuEntry = { label: 'Schulen', to: '/schulen', icon: 'school' }
  const concepts: MenuEntry = { label: 'Konzepte', to: '/konzepte', icon: 'concepts' }
  const software: MenuEntry = { label: 'Software', to: '/software', icon: 'software' }
  const medialab: MenuEntry = { label: 'MediaLab', to: '/medialab', icon: 'medialab' }
  if (!facts?.person)
    return [{ label: 'Start', to: '/', icon: 'today' }, concepts, software, medialab, schools]
  return [
    { label: 'Heute', to: '/heute', icon: 'today' },
    { label: 'PLGs', to: '/plg', icon: 'plg' },
    concepts,
    software,
    medialab,
    schools,
  ]
}

/** What an office adds, below the line. */
export function officeMenuFor(facts: Facts): MenuEntry[] {
  if (!facts) return []
  const entries: [may: boolean, entry: MenuEntry][] = [
    [facts.mayReview, { label: 'Prüfstelle', to: '/pruefstelle', icon: 'review' }],
    [facts.mayModerate, { ...MODERATION, label: 'Moderation', count: facts.openReports }],
    [
      facts.mayAccompany && !facts.mayModerate,
      { ...MODERATION, label: 'Begleitung', to: '/moderation/plg' },
    ],
    [facts.mayStandAtDesk, { label: 'Theke', to: '/theke', icon: 'desk' }],
    [facts.mayLeadTalks, { label: 'Gespräche', to: '/gespraeche', icon: 'school' }],
    [facts.maySupport, { label: 'Anfragen', to: '/unterstuetzung', icon: 'network' }],
    [facts.mayAdministrate, { label: 'Verwaltung', to: '/verwaltung', icon: 'administration' }],
  ]
  return entries.filter(([may]) => may).map(([, entry]) => entry)
}

const MODERATION = { to: '/moderation', icon: 'moderation' } as const

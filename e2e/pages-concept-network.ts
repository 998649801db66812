import type { Stop } from './stop.ts'

const RHEINBLICK = '/konzepte/gesamtschule-rheinblick'

/** Pages between the media concepts of schools. */
export const CONCEPT_NETWORK_STOPS: Stop[] = [
  { name: 'konzepte', path: '/konzepte' },
  { name: 'konzepte-suche', path: '/konzepte?q=quellen+pr%C3%BCfen', as: 'meike.thomas' },
  { name: 'konzepte-leer', path: '/konzepte?q=unauffindbar' },
  {
    name: 'konzepte-nebeneinander',
    path: '/konzepte/nebeneinander?schulen=gesamtschule-rheinblick,gesamtschule-suedhang',
  },
  { name: 'konzept-ziel-version', path: `${RHEINBLICK}/v/2/ziele/1`, as: 'orhan.demir' },
  { name: 'netzwerkziele', path: '/konzepte/netzwerkziele', as: 'sabine.krueger' },
  { name: 'netzwerkziel', path: '/konzepte/netzwerkziele/2', as: 'meike.thomas' },
  { name: 'netzwerkziel-stellungnahmen', path: '/konzepte/netzwerkziele/5', as: 'sabine.krueger' },
  { name: 'netzwerkziel-vorschlagen', path: '/konzepte/netzwerkziele/neu', as: 'meike.thomas' },
  {
    name: 'netzwerkziel-bearbeiten',
    path: '/konzepte/netzwerkziele/4/bearbeiten',
    as: 'orhan.demir',
  },
]

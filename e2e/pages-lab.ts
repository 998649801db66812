import type { Stop } from './stop.ts'

/** Pages of the MediaLab and its counter. */
export const LAB_STOPS: Stop[] = [
  { name: 'medialab-kalender', path: '/medialab/kalender', as: 'meike.thomas' },
  {
    name: 'medialab-suchen',
    path: '/medialab/suchen?tag=2026-11-30&von=10:00&bis=12:00&was1=Raum&was2=iPads&anzahl2=25',
  },
  {
    name: 'medialab-buchen',
    path: '/medialab/buchen?korb=podcast-koffer:1&tag=2026-12-07&bis_tag=2026-12-11',
    as: 'meike.thomas',
  },
  { name: 'meine-buchungen', path: '/medialab/meine', as: 'meike.thomas' },
  { name: 'buchungen-uebergeben', path: '/medialab/uebergeben', as: 'petra.wolff' },
  { name: 'buchung', path: '/medialab/buchung/2026-1188', as: 'meike.thomas' },
  {
    name: 'warteliste',
    path: '/medialab/warteliste?angebot=medialab-1-greenscreen&tag=2026-12-04&von=09:00&bis=11:00',
    as: 'meike.thomas',
  },
  { name: 'theke-anfragen', path: '/theke/anfragen', as: 'sabine.krueger' },
  {
    name: 'medialab-kalender-woche',
    path: '/medialab/kalender?ansicht=woche&zeiten=stunden&angebot=medialab-1-greenscreen',
  },
  { name: 'theke', path: '/theke?q=VR-B', as: 'sabine.krueger' },
  { name: 'theke-ausgabe', path: '/theke/ausgabe/2026-1187', as: 'sabine.krueger' },
  { name: 'theke-etiketten', path: '/theke/etiketten?angebot=vr-set-a', as: 'sabine.krueger' },
  { name: 'aufkleber', path: '/g/VR-A', as: 'orhan.demir' },
  { name: 'workshops', path: '/medialab/workshops' },
  { name: 'medialab-auslastung', path: '/medialab/auslastung', as: 'sabine.krueger' },
  { name: 'medialab-berichte', path: '/medialab/berichte', as: 'sabine.krueger' },
  { name: 'medialab-bedarf', path: '/medialab/bedarf', as: 'sabine.krueger' },
  {
    name: 'workshop',
    path: '/medialab/workshops/1-calliope-im-sachunterricht',
    as: 'meike.thomas',
  },
  { name: 'workshop-neu', path: '/medialab/workshops/neu', as: 'sabine.krueger' },
  { name: 'medialab', path: '/medialab' },
  { name: 'medialab-angebote', path: '/medialab/angebote' },
  { name: 'medialab-angebot', path: '/medialab/angebote/ipad-koffer-3', as: 'meike.thomas' },
  { name: 'verwaltung-angebot', path: '/verwaltung/angebote/vr-set-a', as: 'sabine.krueger' },
  { name: 'verwaltung-zeiten', path: '/verwaltung/zeiten', as: 'sabine.krueger' },
]

import type { Page } from '@playwright/test'
import type { DemoPerson } from './test.ts'

/** Every page once, as somebody who may see it, with the demonstration's data. */
export type Stop = {
  name: string
  path: string
  as?: DemoPerson
  prepare?: (page: Page) => Promise<void>
}

export const TOPIC = '/plg/ipads-mathematik-5-6/diskussion/1-bruchrechnen-mit-dem-ipad'

const PLAN = '/plg/ipads-mathematik-5-6/dokumente/1-unterrichtsplan-brueche'
const PROTOCOL = '/plg/ipads-mathematik-5-6/dokumente/2-protokoll-der-auftaktsitzung'

export const STOPS: Stop[] = [
  { name: 'start', path: '/' },
  { name: 'anmelden', path: '/anmelden' },
  { name: 'anmelden-link', path: '/anmelden/link' },
  { name: 'registrieren', path: '/registrieren' },
  {
    name: 'registrieren-fehler',
    path: '/registrieren',
    prepare: (page) => page.locator('main form button[type=submit]').last().click(),
  },
  { name: 'passwort-vergessen', path: '/passwort-vergessen' },
  { name: 'schulen', path: '/schulen' },
  { name: 'schulen-leer', path: '/schulen?q=gibtesnicht' },
  { name: 'schule', path: '/schulen/gesamtschule-rheinblick' },
  { name: 'suche', path: '/suche?q=hafen' },
  { name: 'hilfe', path: '/hilfe' },
  { name: 'status', path: '/status' },
  { name: 'impressum', path: '/impressum' },
  { name: 'datenschutz', path: '/datenschutz' },
  { name: 'nutzungsregeln', path: '/nutzungsregeln' },
  { name: 'barrierefreiheit', path: '/barrierefreiheit' },
  { name: 'barriere-melden', path: '/barrierefreiheit/melden' },
  { name: 'leichte-sprache', path: '/leichte-sprache' },
  { name: 'gebaerdensprache', path: '/gebaerdensprache' },
  { name: 'postfach', path: '/postfach' },
  { name: 'fehler-404', path: '/gibt-es-nicht' },
  { name: 'heute', path: '/heute', as: 'meike.thomas' },
  { name: 'willkommen', path: '/willkommen', as: 'julia.brandt' },
  { name: 'plgs', path: '/plg', as: 'meike.thomas' },
  { name: 'plgs-neu-hier', path: '/plg', as: 'julia.brandt' },
  { name: 'plg-gruenden', path: '/plg/neu', as: 'meike.thomas' },
  { name: 'plg-ueberblick', path: '/plg/ipads-mathematik-5-6', as: 'meike.thomas' },
  { name: 'plg-aussen', path: '/plg/1-zu-1-ausstattung', as: 'orhan.demir' },
  { name: 'plg-mitglieder', path: '/plg/ipads-mathematik-5-6/mitglieder', as: 'meike.thomas' },
  {
    name: 'plg-einstellungen',
    path: '/plg/ipads-mathematik-5-6/einstellungen',
    as: 'meike.thomas',
  },
  { name: 'diskussion', path: '/plg/ipads-mathematik-5-6/diskussion', as: 'meike.thomas' },
  { name: 'thema', path: TOPIC, as: 'meike.thomas' },
  { name: 'thema-neu', path: '/plg/ipads-mathematik-5-6/diskussion/neu', as: 'meike.thomas' },
  { name: 'termine', path: '/plg/ipads-mathematik-5-6/termine', as: 'meike.thomas' },
  { name: 'termin', path: '/plg/ipads-mathematik-5-6/termine/2', as: 'meike.thomas' },
  { name: 'termin-live', path: '/plg/ipads-mathematik-5-6/termine/3/live', as: 'meike.thomas' },
  { name: 'termin-neu', path: '/plg/ipads-mathematik-5-6/termine/neu', as: 'meike.thomas' },
  { name: 'umfrage', path: '/plg/ipads-mathematik-5-6/termine/umfrage/1', as: 'meike.thomas' },
  {
    name: 'umfrage-neu',
    path: '/plg/ipads-mathematik-5-6/termine/umfrage/neu',
    as: 'meike.thomas',
  },
  {
    name: 'bescheinigung',
    path: '/plg/ipads-mathematik-5-6/termine/bescheinigung',
    as: 'meike.thomas',
  },
  { name: 'konto-kalender', path: '/konto/kalender', as: 'meike.thomas' },
  { name: 'ferientage', path: '/schulen/gesamtschule-rheinblick/ferientage', as: 'meike.thomas' },
  { name: 'dokumente', path: '/plg/ipads-mathematik-5-6/dokumente', as: 'meike.thomas' },
  {
    name: 'dokumente-leer',
    path: '/plg/ipads-mathematik-5-6/dokumente?regal=papierkorb',
    as: 'meike.thomas',
  },
  { name: 'dokument-neu', path: '/plg/ipads-mathematik-5-6/dokumente/neu', as: 'meike.thomas' },
  { name: 'dokument', path: PLAN, as: 'meike.thomas' },
  {
    name: 'dokument-bearbeiten',
    path: `${PLAN}/bearbeiten`,
    as: 'meike.thomas',
    prepare: (page) => page.getByTestId('status-chip').filter({ hasText: 'Gespeichert' }).waitFor(),
  },
  { name: 'dokument-einfach', path: `${PROTOCOL}/bearbeiten?einfach`, as: 'meike.thomas' },
  { name: 'dokument-versionen', path: `${PLAN}/versionen`, as: 'meike.thomas' },
  { name: 'dokument-version', path: `${PLAN}/versionen/1`, as: 'meike.thomas' },
  { name: 'dokument-vergleich', path: `${PLAN}/vergleich?von=1&bis=jetzt`, as: 'meike.thomas' },
  { name: 'dokument-kommentare', path: `${PLAN}/kommentare`, as: 'meike.thomas' },
  { name: 'dokument-angaben', path: `${PLAN}/angaben`, as: 'meike.thomas' },
  { name: 'dokument-aus-word', path: `${PLAN}/uebernehmen`, as: 'meike.thomas' },
  { name: 'ideen', path: '/ideen', as: 'meike.thomas' },
  { name: 'ideen-leer', path: '/ideen?q=gibtesnicht', as: 'meike.thomas' },
  { name: 'idee', path: '/ideen/4-hoerbuecher', as: 'orhan.demir' },
  { name: 'idee-neu', path: '/ideen/neu', as: 'meike.thomas' },
  { name: 'idee-neu-aehnliche', path: '/ideen/neu?titel=Lesen+mit+Hörbüchern', as: 'meike.thomas' },
  { name: 'idee-bearbeiten', path: '/ideen/4-hoerbuecher/bearbeiten', as: 'orhan.demir' },
  {
    name: 'idee-zusammenfuehren',
    path: '/ideen/4-hoerbuecher/zusammenfuehren',
    as: 'orhan.demir',
  },
  { name: 'idee-plg', path: '/ideen/4-hoerbuecher/plg', as: 'orhan.demir' },
  { name: 'gruppen-import', path: '/verwaltung/gruppen-import', as: 'sabine.krueger' },
  { name: 'fehler-403', path: '/plg/1-zu-1-ausstattung/mitglieder', as: 'orhan.demir' },
  { name: 'zustimmung', path: '/schulen/gesamtschule-rheinblick/plgs', as: 'petra.wolff' },
  { name: 'schule-personen', path: '/schulen/gesamtschule-rheinblick/personen', as: 'petra.wolff' },
  { name: 'benachrichtigungen', path: '/benachrichtigungen', as: 'meike.thomas' },
  { name: 'suche-angemeldet', path: '/suche?q=ipad', as: 'meike.thomas' },
  { name: 'konto', path: '/konto', as: 'meike.thomas' },
  { name: 'konto-schulen', path: '/konto/schulen', as: 'meike.thomas' },
  { name: 'konto-passwort', path: '/konto/passwort', as: 'meike.thomas' },
  { name: 'konto-geraete', path: '/konto/geraete', as: 'meike.thomas' },
  { name: 'konto-darstellung', path: '/konto/darstellung', as: 'meike.thomas' },
  { name: 'konto-datenschutz', path: '/konto/datenschutz', as: 'meike.thomas' },
  { name: 'moderation', path: '/moderation', as: 'sabine.krueger' },
  { name: 'moderation-barrieren', path: '/moderation/barrieren', as: 'sabine.krueger' },
  { name: 'verwaltung', path: '/verwaltung', as: 'operator' },
  { name: 'verwaltung-personen', path: '/verwaltung/personen', as: 'operator' },
  { name: 'verwaltung-schulen', path: '/verwaltung/schulen', as: 'operator' },
  { name: 'verwaltung-schulen-import', path: '/verwaltung/schulen/import', as: 'operator' },
  { name: 'verwaltung-protokoll', path: '/verwaltung/protokoll', as: 'operator' },
]

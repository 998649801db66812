import type { PrivacyRule } from '#server/platform/privacy.ts'

const STOCK = 'Solange das Angebot besteht, ohne Ihren Namen.'
const BOOKED =
  'Zwei Jahre nach dem letzten Termin, für die Auslastung ohne Ihren Namen auch länger.'

export const privacy: PrivacyRule[] = [
  {
    ...{ table: 'lab_bookings', column: 'person_id', exported: true, onErase: 'anonymise' },
    ...{ what: 'Ihre Buchungen im MediaLab.', retention: BOOKED },
  },
  {
    ...{ table: 'lab_bookings', column: 'created_by', exported: true, onErase: 'anonymise' },
    ...{ what: 'Buchungen, die Sie für andere eingetragen haben.', retention: BOOKED },
  },
  {
    ...{ table: 'lab_dates', column: 'principal_by', exported: false, onErase: 'anonymise' },
    ...{ what: 'Dass Sie einer Ausleihe Ihrer Schule zugestimmt haben.', retention: BOOKED },
  },
  {
    ...{ table: 'lab_booking_log', column: 'person_id', exported: false, onErase: 'anonymise' },
    ...{ what: 'Was Sie an einer Buchung geändert haben, und wann.', retention: BOOKED },
  },
  {
    ...{ table: 'lab_reassignments', column: 'from_person', exported: true, onErase: 'anonymise' },
    what: 'Dass Sie für eine Buchung verantwortlich waren, die jetzt jemand anderes hat.',
    retention: BOOKED,
  },
  {
    ...{ table: 'lab_reassignments', column: 'to_person', exported: true, onErase: 'anonymise' },
    ...{ what: 'Buchungen, die Ihnen Ihre Schulleitung übergeben hat.', retention: BOOKED },
  },
  {
    ...{ table: 'lab_reassignments', column: 'by_person', exported: false, onErase: 'anonymise' },
    ...{ what: 'Dass Sie eine Buchung Ihrer Schule übergeben haben.', retention: BOOKED },
  },
  {
    ...{ table: 'lab_resources', column: 'person_id', exported: true, onErase: 'anonymise' },
    ...{ what: 'Dass Sie im MediaLab beraten oder Geräte begleiten.', retention: STOCK },
  },
  {
    ...{ table: 'lab_offers', column: 'created_by', exported: false, onErase: 'anonymise' },
    ...{ what: 'Angebote des MediaLab, die Sie angelegt haben.', retention: STOCK },
  },
  {
    ...{ table: 'lab_closures', column: 'created_by', exported: false, onErase: 'anonymise' },
    ...{ what: 'Schließtage, die Sie eingetragen haben.', retention: STOCK },
  },
  {
    ...{ table: 'lab_instructed', column: 'person_id', exported: true, onErase: 'delete' },
    ...{ what: 'Einweisungen, die Sie erhalten haben.', retention: 'Bis das Konto gelöscht wird.' },
  },
  {
    ...{ table: 'lab_instructed', column: 'given_by', exported: false, onErase: 'anonymise' },
    what: 'Einweisungen, die Sie gegeben haben.',
    retention: 'Solange der Nachweis besteht, ohne Ihren Namen.',
  },
]

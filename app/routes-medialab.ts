import { index, prefix, route, type RouteConfigEntry } from '@remix-run/route-config'

/** The part of the site map that is the MediaLab: what people see of it, its counter, stickers and feeds. */
export const medialab: RouteConfigEntry[] = [
  ...prefix('medialab', [
    index('routes/lab-offers/start.tsx'),
    route('angebote', 'routes/lab-offers/catalogue.tsx'),
    route('angebote/:offer', 'routes/lab-offers/offer.tsx'),
    route('einweisungen', 'routes/lab-offers/instructed.tsx'),
    route('auslastung', 'routes/lab-figures/utilisation.tsx'),
    route('auslastung/export', 'routes/lab-figures/utilisation-export.ts'),
    route('berichte', 'routes/lab-figures/reports.tsx'),
    route('berichte/export', 'routes/lab-figures/reports-export.ts'),
    route('berichte/neu', 'routes/lab-figures/new-report.tsx'),
    route('berichte/:report', 'routes/lab-figures/report.tsx'),
    route('berichte/:report/bearbeiten', 'routes/lab-figures/edit-report.tsx'),
    route('bedarf', 'routes/lab-figures/demand.tsx'),
    route('bedarf/export', 'routes/lab-figures/demand-export.ts'),
    route('meine', 'routes/lab-bookings/mine.tsx'),
    route('buchung/:booking', 'routes/lab-bookings/booking.tsx'),
    route('buchung/:booking/termine.ics', 'routes/lab-bookings/ics.ts'),
    route('buchung/:booking/verschieben/:position', 'routes/lab-bookings/move.tsx'),
    route('zugang/:key', 'routes/lab-bookings/link.tsx'),
    route('kalender', 'routes/lab-calendar/calendar.tsx'),
    route('suchen', 'routes/lab-booking/find.tsx'),
    route('buchen', 'routes/lab-booking/book.tsx'),
  ]),

  route('theke/anfragen', 'routes/lab-bookings/requests.tsx'),
  route('theke', 'routes/desk/desk.tsx'),
  route('theke/ausgabe/:booking', 'routes/desk/hand-out.tsx'),
  route('theke/rueckgabe/:booking', 'routes/desk/take-back.tsx'),
  route('theke/ueberfaellig', 'routes/desk/overdue.tsx'),
  route('theke/schaeden', 'routes/desk/damages.tsx'),
  route('theke/schaeden/datei', 'routes/desk/damages-export.ts'),
  route('theke/schaeden/:damage', 'routes/desk/damage.tsx'),
  route('theke/etiketten', 'routes/desk/labels.tsx'),
  route('theke/etiketten/bogen', 'routes/desk/labels-pdf.ts'),
  route('g/:code', 'routes/desk/sticker.tsx'),
  route('ical/:key', 'routes/lab-bookings/feed.ts'),

  // Workshops im MediaLab, Warteliste
  route('medialab/warteliste', 'routes/workshops/waiting.tsx'),
  ...prefix('medialab/workshops', [
    index('routes/workshops/workshops.tsx'),
    route('neu', 'routes/workshops/new.tsx'),
    route('kalender.ics', 'routes/workshops/calendar.ts'),
    route(':workshop', 'routes/workshops/workshop.tsx'),
    route(':workshop/bearbeiten', 'routes/workshops/edit.tsx'),
    route(':workshop/teilnahme', 'routes/workshops/people.tsx'),
    route(':workshop/bescheinigung', 'routes/workshops/certificate.tsx'),
    route(':workshop/bescheinigung/pdf', 'routes/workshops/certificate-pdf.ts'),
  ]),
]

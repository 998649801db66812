import { index, layout, prefix, route, type RouteConfig } from '@remix-run/route-config'
import { concepts } from './routes-concepts.ts'
import { medialab } from './routes-medialab.ts'
import { talks } from './routes-talks.ts'

/** The site map: every address of the platform, in the order of the main menu. */
export default [
  index('routes/start.tsx'),

  // Heute
  route('heute', 'routes/today/today.tsx'),
  route('willkommen', 'routes/account/welcome.tsx'),

  // PLGs
  ...prefix('plg', [
    index('routes/plg/overview.tsx'),
    route('neu', 'routes/plg/found.tsx'),
    route(':plg', 'routes/plg/workspace.tsx', [
      index('routes/plg/about.tsx'),
      route('mitglieder', 'routes/plg/members.tsx'),
      route('einstellungen', 'routes/plg/settings.tsx'),
      route('phasen', 'routes/plg/phases.tsx'),
      route('vereinbarung', 'routes/plg/agreement.tsx'),
      route('fokus', 'routes/plg/focus.tsx'),
      route('diskussion', 'routes/discussions/topics.tsx', [
        index('routes/discussions/no-topic.tsx'),
        route('neu', 'routes/discussions/new-topic.tsx'),
        route('namen', 'routes/discussions/mention-names.ts'),
        route(':topic', 'routes/discussions/topic.tsx'),
        route(':topic/beitrag/:post/bearbeiten', 'routes/discussions/edit-post.tsx'),
        route(':topic/beitrag/:post/verlauf', 'routes/discussions/post-history.tsx'),
      ]),
      route('unterstuetzung', 'routes/support/of-plg.tsx'),
      route('unterstuetzung/neu', 'routes/support/ask.tsx'),
      route('termine', 'routes/sessions/sessions.tsx'),
      route('termine/neu', 'routes/sessions/new.tsx'),
      route('termine/umfrage/neu', 'routes/sessions/new-poll.tsx'),
      route('termine/umfrage/:nr', 'routes/sessions/poll.tsx'),
      route('termine/:nr', 'routes/sessions/session.tsx'),
      route('termine/:nr/bearbeiten', 'routes/sessions/edit.tsx'),
      route('termine/:nr/protokoll', 'routes/sessions/minutes.tsx'),
      route('hospitationen', 'routes/visits/of-plg.tsx'),
      route('hospitationen/neu', 'routes/visits/agree.tsx'),
      route('vorhaben', 'routes/projects/list.tsx'),
      route('vorhaben/neu', 'routes/projects/new.tsx'),
      route('transfer', 'routes/projects/transfer.tsx'),
      route('dokumente', 'routes/documents/list.tsx'),
      route('dokumente/neu', 'routes/documents/new.tsx'),
    ]),
    // Read while people meet, on the calendar of a phone, on paper.
    route(':plg/termine/:nr/live', 'routes/sessions/live.tsx'),
    route(':plg/termine/:nr/kalender', 'routes/sessions/ics.ts'),
    route(':plg/termine/bescheinigung', 'routes/sessions/attestation.tsx'),
    route(':plg/termine/bescheinigung/pdf', 'routes/sessions/attestation-pdf.ts'),
    ...prefix(':plg/vorhaben/:project', [
      index('routes/projects/project.tsx'),
      route('bearbeiten', 'routes/projects/edit.tsx'),
      route('text', 'routes/projects/plan.tsx'),
      route('durchgang', 'routes/projects/new-trial.tsx'),
      route('durchgang/:trial', 'routes/projects/trial.tsx'),
      route('auswertung', 'routes/projects/evaluation.tsx'),
      route('abschluss', 'routes/projects/closing.tsx'),
      route('veroeffentlichen', 'routes/projects/publishing.tsx'),
    ]),
    // A document has the page for itself: its title is the heading that those in the text follow.
    ...prefix(':plg/dokumente/:doc', [
      index('routes/documents/document.tsx'),
      route('bearbeiten', 'routes/documents/edit.tsx'),
      route('kommentare', 'routes/documents/comments.tsx'),
      route('angaben', 'routes/documents/details.tsx'),
      route('versionen', 'routes/documents/versions.tsx'),
      route('versionen/:version', 'routes/documents/version.tsx'),
      route('vergleich', 'routes/documents/compare.tsx'),
      route('export', 'routes/documents/export.ts'),
      route('uebernehmen', 'routes/documents/import.tsx'),
    ]),
  ]),

  // Unterstützung, Aufrufe, Förderung
  route('unterstuetzung', 'routes/support/inbox.tsx'),
  route('unterstuetzung/:number', 'routes/support/request.tsx'),
  ...prefix('aufrufe', [
    index('routes/support/calls.tsx'),
    route('neu', 'routes/support/new-call.tsx'),
    route(':call', 'routes/support/call.tsx'),
    route(':call/bearbeiten', 'routes/support/edit-call.tsx'),
  ]),
  ...prefix('foerderung', [
    index('routes/support/fundings.tsx'),
    route('neu', 'routes/support/new-funding.tsx'),
    route('haushalt', 'routes/support/budget.tsx'),
    route('haushalt/export', 'routes/support/budget-export.ts'),
    route(':number', 'routes/support/funding.tsx'),
    route(':number/bearbeiten', 'routes/support/edit-funding.tsx'),
  ]),

  // Ideen
  ...prefix('ideen', [
    index('routes/ideas/market.tsx'),
    route('neu', 'routes/ideas/new.tsx'),
    route(':idea', 'routes/ideas/idea.tsx'),
    route(':idea/bearbeiten', 'routes/ideas/edit.tsx'),
    route(':idea/zusammenfuehren', 'routes/ideas/merge.tsx'),
    route(':idea/plg', 'routes/ideas/found.tsx'),
  ]),

  // Hospitation
  ...prefix('hospitation', [
    index('routes/visits/market.tsx'),
    route('neu', 'routes/visits/new.tsx'),
    route('besuche', 'routes/visits/visits.tsx'),
    route('besuch/:visit', 'routes/visits/visit.tsx'),
    route('besuch/:visit/kalender', 'routes/visits/ics.ts'),
    route(':offer', 'routes/visits/offer.tsx'),
    route(':offer/bearbeiten', 'routes/visits/edit-offer.tsx'),
  ]),

  // Vorhaben, veröffentlicht
  ...prefix('vorhaben', [
    index('routes/projects/results.tsx'),
    route(':project', 'routes/projects/published.tsx'),
    route(':project/export', 'routes/projects/export.ts'),
  ]),

  // Software
  ...prefix('software', [
    index('routes/software/directory.tsx'),
    route('liste', 'routes/software/editions.tsx'),
    route('liste/schema.json', 'routes/software/edition-schema.ts'),
    route('liste/:number', 'routes/software/edition.tsx'),
    route('liste/:number/datei', 'routes/software/edition-file.ts'),
    route('ueberblick', 'routes/software/overview.tsx'),
    route('ueberblick/export', 'routes/software/overview-export.ts'),
    route('dubletten', 'routes/software/duplicates.tsx'),
    route('import', 'routes/software/import.tsx'),
    route('bearbeiten', 'routes/software/bulk.tsx'),
    route('vergleich', 'routes/software/compare.tsx'),
    route('frage', 'routes/software/ask.tsx'),
    route('vorschlagen', 'routes/review-desk/propose.tsx'),
    route('vorschlagen/:number', 'routes/review-desk/proposal.tsx'),
    route(':app/pruefung', 'routes/review-desk/request-review.tsx'),
    route(':app', 'routes/software/product.tsx'),
    route(':app/einsatz', 'routes/software/adoption.tsx'),
    route(':app/paket', 'routes/software/package.tsx'),
    route(':app/paket/datei', 'routes/software/package-file.ts'),
    route(':app/pruefungen', 'routes/software/history.tsx'),
    route(':app/status.json', 'routes/software/status-json.ts'),
    route(':app/erfahrungen', 'routes/software/experiences.tsx'),
    route(':app/erfahrungen/neu', 'routes/software/new-experience.tsx'),
    route(':app/erfahrungen/:experience', 'routes/software/edit-experience.tsx'),
    route(':app/fragen', 'routes/software/questions.tsx'),
    route(':app/bearbeiten', 'routes/software/edit.tsx'),
    route(':app/nutzungen', 'routes/software/uses.tsx'),
    route(':app/unterlagen/:document', 'routes/software/document-file.ts'),
  ]),

  ...prefix('merklisten', [
    index('routes/software/watch-lists.tsx'),
    route(':list', 'routes/software/watch-list.tsx'),
  ]),

  // Prüfstelle
  route('pruefstelle', 'routes/review-desk/desk.tsx'),
  route('pruefstelle/vorlagen', 'routes/review-desk/blocks.tsx'),
  route('pruefstelle/freigaben', 'routes/review-desk/releases.tsx'),
  route('pruefstelle/:number', 'routes/review-desk/review.tsx'),
  route('pruefstelle/:number/unterschreiben', 'routes/review-desk/sign.tsx'),
  route('pruefstelle/:number/pdf', 'routes/review-desk/opinion-pdf.ts'),
  route('anbieter/:token', 'routes/review-desk/vendor.tsx'),

  // MediaLab und Theke
  ...concepts,
  ...medialab,

  // Ausstattung und Gespräche
  ...talks,

  // Schulen
  ...prefix('schulen', [
    index('routes/schools/overview.tsx'),
    route(':school', 'routes/schools/school.tsx'),
    route(':school/personen', 'routes/account/school-people.tsx'),
    route(':school/plgs', 'routes/plg/consents.tsx'),
    route(':school/transfer', 'routes/projects/school-transfer.tsx'),
    route(':school/ferientage', 'routes/schools/free-days.tsx'),
    route(':school/hospitationen', 'routes/visits/releases.tsx'),
    route(':school/software', 'routes/software/of-school.tsx'),
    route(':school/software/export', 'routes/software/of-school-export.ts'),
  ]),

  // Kalender
  route('kalender/:key/:one?', 'routes/sessions/feed.ts'),

  // Dateien
  route('dateien', 'routes/files/upload.ts'),
  route('dateien/:file', 'routes/files/bytes.ts'),
  route('dateien/:file/fassungen', 'routes/files/about.tsx'),

  // Suche, Glocke, Melden
  route('suche', 'routes/search/results.tsx'),
  route('benachrichtigungen', 'routes/notifications/bell.tsx'),
  route('melden/:kind/:id', 'routes/moderation/report.tsx'),

  // Verweise
  ...prefix('verweise', [
    route('suche', 'routes/references/suggestions.ts'),
    route('karten', 'routes/references/cards.ts'),
    route(':kind/:id', 'routes/references/relations.tsx'),
  ]),

  // Ankommen
  route('anmelden', 'routes/account/sign-in.tsx'),
  route('anmelden/link', 'routes/account/request-link.tsx'),
  route('anmelden/link/:token', 'routes/account/use-link.tsx'),
  route('abmelden', 'routes/account/sign-out.tsx'),
  route('registrieren', 'routes/account/register.tsx'),
  route('registrieren/:token', 'routes/account/confirm-registration.tsx'),
  route('passwort-vergessen', 'routes/account/forgot-password.tsx'),
  route('passwort-neu/:token', 'routes/account/reset-password.tsx'),
  route('einrichten/:token', 'routes/account/first-operator.tsx'),
  route('postfach', 'routes/account/demo-mailbox.tsx'),

  // Konto
  ...prefix('konto', [
    layout('routes/account/account.tsx', [
      index('routes/account/overview.tsx'),
      route('schulen', 'routes/account/roles.tsx'),
      route('passwort', 'routes/account/password.tsx'),
      route('geraete', 'routes/account/sessions.tsx'),
      route('darstellung', 'routes/account/appearance.tsx'),
      route('kalender', 'routes/sessions/calendar.tsx'),
      route('datenschutz', 'routes/account/stored-data.tsx'),
    ]),
  ]),

  // Ämter
  ...prefix('moderation', [
    index('routes/moderation/reports.tsx'),
    route('barrieren', 'routes/moderation/barriers.tsx'),
    route('plg', 'routes/plg/accompanied.tsx'),
    route('freigaben', 'routes/review-desk/triage.tsx'),
    route('freigaben/:number', 'routes/review-desk/triage-case.tsx'),
  ]),
  ...prefix('verwaltung', [
    index('routes/administration/overview.tsx'),
    route('protokoll', 'routes/administration/audit.tsx'),
    route('personen', 'routes/account/people.tsx'),
    route('personen/:person', 'routes/account/person.tsx'),
    route('gruppen-import', 'routes/ideas/group-import.tsx'),
    route('angebote', 'routes/lab-offers/managed.tsx'),
    route('angebote/neu', 'routes/lab-offers/new-offer.tsx'),
    route('angebote/:offer', 'routes/lab-offers/edit-offer.tsx'),
    route('angebote/:offer/bestand', 'routes/lab-offers/stock.tsx'),
    route('angebote/:offer/bestand/:item', 'routes/lab-offers/item.tsx'),
    route('einweisungen', 'routes/lab-offers/instructions.tsx'),
    route('einweisungen/:instruction', 'routes/lab-offers/instruction.tsx'),
    route('zeiten', 'routes/lab-offers/hours.tsx'),
    route('zeiten/:hour', 'routes/lab-offers/hour.tsx'),
    route('konzepte/uebergeben', 'routes/concept-succession/hand-over.tsx'),
    route('schulen', 'routes/schools/administration.tsx'),
    route('schulen/import', 'routes/schools/import.tsx'),
    route('schulen/:school', 'routes/schools/edit.tsx'),
  ]),

  // Rechtliches und Hilfe
  route('barrierefreiheit', 'routes/public/accessibility.tsx'),
  route('barrierefreiheit/melden', 'routes/public/report-barrier.tsx'),
  route('leichte-sprache', 'routes/public/easy-language.tsx'),
  route('gebaerdensprache', 'routes/public/sign-language.tsx'),
  route('datenschutz', 'routes/public/privacy.tsx'),
  route('nutzungsregeln', 'routes/public/terms.tsx'),
  route('impressum', 'routes/public/imprint.tsx'),
  route('hilfe', 'routes/public/help.tsx'),
  route('status', 'routes/public/status.tsx'),

  // everything else
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig

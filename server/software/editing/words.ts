import type { ProductFacts } from '../products/contract.ts'

/** The facts of a product, and of its maker, that the form writes. */
export type Editable = ProductFacts & {
  vendor: string
  vendorCountry: string
  vendorWebsite: string
}

/** What each fact is called, in the protocol of changes and where two versions are compared. */
export const factNames: Record<keyof Editable, string> = {
  name: 'Name',
  vendor: 'Anbieter',
  vendorCountry: 'Land des Anbieters',
  vendorWebsite: 'Webseite des Anbieters',
  kind: 'Art',
  functionTags: 'Wofür',
  description: 'Beschreibung',
  website: 'Webseite',
  subjects: 'Fächer',
  gradeBands: 'Jahrgänge',
  schoolForms: 'Schulformen',
  languages: 'Sprachen',
  costModel: 'Kosten',
  costUnit: 'Preis je',
  costCents: 'Preis in Cent',
  costNote: 'Bemerkung zu den Kosten',
  procuredBy: 'Beschaffung',
  delivery: 'Auf die Geräte',
  offlineUse: 'Ohne Internet',
  advertising: 'Werbung',
  accessibilityNote: 'Barrierefreiheit',
  lifecycle: 'Angebot',
}

export const words = {
  missingName: 'Bitte geben Sie den Namen der App an.',
  badAddress: 'Bitte beginnen Sie die Adresse mit https://.',
  badPrice: 'Bitte schreiben Sie den Preis wie 12,50.',
  fromTheList: 'Bitte wählen Sie aus der Liste.',
  overtaken:
    'Die Angaben wurden inzwischen geändert. Bitte vergleichen Sie und speichern Sie noch einmal.',
}

/** What the protocol calls the acts of curators. */
export const auditWords: Record<string, string> = {
  'software.facts-changed': 'Angaben zu einer App geändert',
  'software.uses-changed': 'Nutzungen oder Unterlagen einer App geändert',
}

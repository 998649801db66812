/**
 * The 24 competencies of the Medienkompetenzrahmen NRW, numbers and titles as they are official.
 * Source: Medienberatung NRW on behalf of the MSB NRW, in force since 26.06.2018, https://medienkompetenzrahmen.nrw/
 */
export const COMPETENCY_AREAS = [
  {
    title: '1 Bedienen und Anwenden',
    competencies: [
      ['1.1', 'Medienausstattung (Hardware)'],
      ['1.2', 'Digitale Werkzeuge'],
      ['1.3', 'Datenorganisation'],
      ['1.4', 'Datenschutz und Informationssicherheit'],
    ],
  },
  {
    title: '2 Informieren und Recherchieren',
    competencies: [
      ['2.1', 'Informationsrecherche'],
      ['2.2', 'Informationsauswertung'],
      ['2.3', 'Informationsbewertung'],
      ['2.4', 'Informationskritik'],
    ],
  },
  {
    title: '3 Kommunizieren und Kooperieren',
    competencies: [
      ['3.1', 'Kommunikations- und Kooperationsprozesse'],
      ['3.2', 'Kommunikations- und Kooperationsregeln'],
      ['3.3', 'Kommunikation und Kooperation in der Gesellschaft'],
      ['3.4', 'Cybergewalt und -kriminalität'],
    ],
  },
  {
    title: '4 Produzieren und Präsentieren',
    competencies: [
      ['4.1', 'Medienproduktion und Präsentation'],
      ['4.2', 'Gestaltungsmittel'],
      ['4.3', 'Quellendokumentation'],
      ['4.4', 'Rechtliche Grundlagen'],
    ],
  },
  {
    title: '5 Analysieren und Reflektieren',
    competencies: [
      ['5.1', 'Medienanalyse'],
      ['5.2', 'Meinungsbildung'],
      ['5.3', 'Identitätsbildung'],
      ['5.4', 'Selbstregulierte Mediennutzung'],
    ],
  },
  {
    title: '6 Problemlösen und Modellieren',
    competencies: [
      ['6.1', 'Prinzipien der digitalen Welt'],
      ['6.2', 'Algorithmen erkennen'],
      ['6.3', 'Modellieren und Programmieren'],
      ['6.4', 'Bedeutung von Algorithmen'],
    ],
  },
] as const

type Pair = (typeof COMPETENCY_AREAS)[number]['competencies'][number]

const pairs = COMPETENCY_AREAS.flatMap(({ competencies }): Pair[] => [...competencies])

export const COMPETENCIES = pairs.map(([number]) => number)

/** "1.2 Digitale Werkzeuge"; a number that is no longer known stands as it is. */
export function competencyName(number: string): string {
  const found = pairs.find(([known]) => known === number)
  return found ? found.join(' ') : number
}

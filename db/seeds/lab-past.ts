import type { Days, SeedBooking } from './lab-days.ts'

type Had = Pick<SeedBooking, 'offer' | 'quantity' | 'hours' | 'participants'> & { days?: number }

const HAD: Had[] = [
  { offer: 'medialab-1-greenscreen', hours: '09:00-12:00', participants: 26 },
  { offer: 'ipad-koffer-3', quantity: 15, hours: '08:00-10:00', participants: 30 },
  { offer: 'calliope-klassensatz', quantity: 25, days: 8, participants: 25 },
  { offer: 'podcast-koffer', days: 6, participants: 24 },
  { offer: 'medialab-2-maker', hours: '10:00-13:00', participants: 22 },
  { offer: 'vr-set-a', quantity: 15, days: 3, participants: 28 },
  { offer: '360-grad-kamera', days: 5, participants: 20 },
  { offer: 'podcast-ecke', hours: '11:00-13:00', participants: 5 },
  { offer: 'beratung-medienkonzept', hours: '14:00-14:45' },
  { offer: 'ipad-koffer-3', quantity: 30, days: 9, participants: 29 },
  { offer: '3d-drucker', hours: '13:00-15:00', participants: 4 },
  { offer: 'medienbox-foerderung', days: 10, participants: 9 },
  { offer: 'werkbank', hours: '08:00-10:00', participants: 8 },
]

const BY: [who: string, school: string, subject: string, grade: number][] = [
  ['tobias.hansen', 'gymnasium-hafenkante', 'computer_science', 9],
  ['fatma.arslan', 'ggs-am-hafen', 'general_studies', 3],
  ['nadja.petrovic', 'realschule-brueckenkopf', 'mathematics', 6],
  ['lukas.sommer', 'sekundarschule-drehscheibe', 'technology', 7],
  ['aylin.yildiz', 'gesamtschule-rheinblick', 'physics', 8],
  ['orhan.demir', 'ggs-am-hafen', 'mathematics', 4],
  ['marco.rossi', 'berufskolleg-stahlhof', 'computer_science', 11],
  ['claudia.neumann', 'kgs-lindenkranz', 'german', 2],
  ['hannah.vogt', 'gymnasium-nordhorst', 'english', 7],
  ['pawel.nowak', 'ggs-deichwiese', 'music', 4],
  ['deniz.oeztuerk', 'gesamtschule-suedhang', 'english', 8],
]

const PURPOSES = ['Erklärfilme', 'Messen und Zeigen', 'Hörstücke', 'Projekttage', 'Stationen']

const COUNT = 60
/** School days between two of them: together they reach back some eight months. */
const APART = 2.7

/** What schools had over the last months: nearly all of it used, some not, some given up too late. */
export function pastBookings({ at }: Days): SeedBooking[] {
  return Array.from({ length: COUNT }, (_, index) => {
    const { days, ...had } = HAD[index % HAD.length] as Had
    const [who, school, subject, grade] = BY[index % BY.length] as (typeof BY)[number]
    // Loans end before today too.
    const begins = -Math.round(2 + index * APART) - (days ?? 0)
    const state = index % 17 === 5 ? 'no_show' : index % 11 === 7 ? 'cancelled' : 'closed'
    return {
      ...{ ...had, who, school, subject, grade, state, isLate: state === 'cancelled' },
      ...{ purpose: PURPOSES[index % PURPOSES.length] as string, from: at(begins) },
      ...(days && { to: at(begins + days - 1) }),
    } satisfies SeedBooking
  })
}

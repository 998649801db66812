import { type Days, freeAgain, type SeedBooking } from './lab-days.ts'

const RHEINBLICK = 'gesamtschule-rheinblick'
const MEIKE = { who: 'meike.thomas', school: RHEINBLICK, phone: '0203 0000-100' }
const ORHAN = { who: 'orhan.demir', school: 'ggs-am-hafen', phone: '0203 0000-101' }
const JULIA = { who: 'julia.brandt', school: 'ggs-kranweg', phone: '0203 0000-102' }
const TOBIAS = { who: 'tobias.hansen', school: 'gymnasium-hafenkante' }
const NADJA = { who: 'nadja.petrovic', school: 'realschule-brueckenkopf' }
const MARCO = { who: 'marco.rossi', school: 'berufskolleg-stahlhof' }
const PAWEL = { who: 'pawel.nowak', school: 'ggs-deichwiese' }
const HANNAH = { who: 'hannah.vogt', school: 'gymnasium-nordhorst' }
const LUKAS = { who: 'lukas.sommer', school: 'sekundarschule-drehscheibe' }

const ROOM = 'medialab-1-greenscreen'
const booked = { state: 'confirmed' as const }

/** By this the booking is found that the counter hands out today. */
export const VR_PURPOSE = 'Virtuelle Reise in den Hafen von gestern'

/** What is out, what is booked and what is asked for. Mondays 10 to 12 belong to those who try a series. */
export const comingBookings = (days: Days): SeedBooking[] => [
  ...ofJourneys(days),
  ...ofMeike(days),
  ...today(days),
  ...later(days),
]

function ofJourneys({ at, next }: Days): SeedBooking[] {
  const wednesday = next(3, freeAgain(at(1), 1))
  return [
    {
      ...{ ...ORHAN, ...booked, offer: 'ipad-koffer-3', quantity: 12, participants: 24, grade: 4 },
      ...{ purpose: '4a rechnet am Band', subject: 'mathematics' },
      ...{ from: next(1, at(0)), hours: '10:00-12:00' },
    },
    {
      ...{ ...ORHAN, ...booked, offer: 'vr-set-a', quantity: 15, participants: 26, grade: 4 },
      ...{ purpose: VR_PURPOSE, subject: 'general_studies', from: at(0), to: at(1) },
    },
    {
      ...{ ...JULIA, ...booked, offer: 'vr-set-a', quantity: 15, participants: 22, grade: 4 },
      ...{ purpose: 'Unter Wasser: ein Riff von innen', subject: 'general_studies' },
      ...{ from: wednesday, to: next(5, wednesday) },
    },
  ]
}

const ofMeike = ({ at }: Days): SeedBooking[] => [
  {
    ...{ ...MEIKE, ...booked, offer: ROOM, participants: 24, grade: 8 },
    ...{ purpose: '8b Erklärvideo', subject: 'mathematics', from: at(0), hours: '13:00-15:00' },
  },
  {
    ...{ ...MEIKE, offer: 'podcast-koffer', state: 'out', outBy: 'school_mail' },
    ...{ purpose: '6b erklärt Brüche zum Hören', subject: 'mathematics', grade: 6 },
    ...{ from: at(-6), to: at(0), participants: 27 },
  },
  {
    ...{ ...MEIKE, offer: 'lernroboter-krabbler', quantity: 3, state: 'requested' },
    ...{ purpose: 'Winkel laufen statt messen', subject: 'mathematics', grade: 6 },
    ...{ from: at(5), to: at(9), participants: 27, madeBefore: 12 },
  },
  {
    ...{ ...MEIKE, offer: 'ipad-koffer-3', quantity: 15, state: 'closed', participants: 27 },
    ...{ purpose: '6b Brüche am Streifen', subject: 'mathematics', grade: 6 },
    ...{ from: at(-20), hours: '10:00-12:00' },
  },
  {
    ...{ ...MEIKE, offer: 'calliope-klassensatz', quantity: 14, state: 'closed', grade: 6 },
    ...{ purpose: 'Temperatur messen auf dem Schulhof', subject: 'physics', participants: 28 },
    ...{ from: at(-38), to: at(-31) },
  },
]

const today = ({ at }: Days): SeedBooking[] => [
  {
    ...{ ...TOBIAS, ...booked, offer: ROOM, participants: 26, grade: 9, from: at(0) },
    ...{ purpose: '9a Nachrichtensendung', subject: 'german', hours: '09:00-11:00' },
  },
  {
    ...{ ...PAWEL, offer: 'podcast-ecke', state: 'requested', participants: 5, grade: 4 },
    ...{ purpose: 'Hörspiel, zweite Szene', subject: 'german', from: at(0), hours: '11:00-12:00' },
  },
  {
    ...{ ...LUKAS, ...booked, offer: 'ipad-koffer-3', quantity: 16, participants: 16, grade: 5 },
    ...{ purpose: '5c Stop-Motion', subject: 'art', from: at(0), hours: '11:00-13:00' },
  },
  {
    ...{ who: 'ines.keller', school: 'ggs-birkenbogen', ...booked, offer: 'beratung-vor-ort' },
    ...{ purpose: 'Wo hängen die Bildschirme?', from: at(0), hours: '12:00-13:00' },
  },
  {
    ...{ ...TOBIAS, ...booked, offer: '3d-drucker', participants: 3, grade: 9, from: at(0) },
    ...{ purpose: 'Zahnräder der Robotik-AG', subject: 'technology', hours: '15:00-16:00' },
  },
  {
    ...{ ...HANNAH, offer: ROOM, state: 'cancelled', isLate: true, participants: 25, grade: 7 },
    ...{ purpose: '7d Buchtrailer', subject: 'german', from: at(0), hours: '15:00-16:00' },
    reason: 'Die Klasse ist erkrankt.',
  },
  {
    ...{ who: 'jonas.becker', school: 'weiterbildungskolleg-faehrhaus', state: 'prepared' },
    ...{ offer: 'lehrkraefte-laptop', purpose: 'Kennenlernen vor der Ausgabe an alle' },
    ...{ from: at(0), to: at(3) },
  },
  {
    ...{ who: 'fatma.arslan', school: 'ggs-am-hafen', ...booked, offer: 'medienbox-haptik' },
    ...{ purpose: 'Leuchtende Karten', subject: 'general_studies', grade: 3, participants: 23 },
    ...{ from: at(0), to: at(6), outBy: 'school_mail' },
  },
  {
    ...{ who: 'sven.richter', school: 'foerderschule-windmuehle', state: 'out', participants: 9 },
    ...{ offer: 'medienbox-foerderung', purpose: 'Antworten mit Tastern', subject: 'german' },
    ...{ from: at(-5), to: at(4), grade: 5, outBy: 'school_mail' },
  },
  {
    ...{ who: 'claudia.neumann', school: 'kgs-lindenkranz', state: 'out', quantity: 12, grade: 3 },
    ...{ offer: 'calliope-klassensatz', purpose: 'Namensschilder, die blinken', participants: 24 },
    ...{ from: at(-12), to: at(-3), phone: '0203 0000-103', outBy: 'school_mail' },
  },
  {
    ...{ ...HANNAH, offer: 'calliope-klassensatz', state: 'partly_back', quantity: 14, grade: 7 },
    ...{ purpose: 'Messreihen im Biotop', subject: 'biology', from: at(-8), to: at(1) },
  },
]

const later = ({ at }: Days): SeedBooking[] => [
  {
    ...{ who: 'petra.wolff', school: RHEINBLICK, ...booked, offer: 'beratung-medienkonzept' },
    ...{ purpose: 'Medienkonzept: Ziele für 2027', from: at(2), hours: '09:00-09:45' },
  },
  {
    ...{ ...MARCO, ...booked, offer: ROOM, participants: 18, grade: 11, from: at(2) },
    ...{ purpose: 'Bewerbungsgespräche filmen', subject: 'german', hours: '08:00-10:00' },
  },
  {
    ...{ ...MARCO, ...booked, offer: 'ipad-koffer-3', quantity: 18, participants: 18, grade: 11 },
    ...{ purpose: 'Bewerbungsgespräche filmen', from: at(2), hours: '08:00-10:00' },
  },
  {
    ...{ ...NADJA, ...booked, offer: 'werkbank', participants: 6, grade: 6, from: at(2) },
    ...{ purpose: 'Löten für den Adventsmarkt', subject: 'technology', hours: '10:00-12:00' },
  },
  {
    ...{ who: 'aylin.yildiz', school: RHEINBLICK, ...booked, offer: ROOM, participants: 27 },
    ...{ purpose: '6c Freihandversuche', subject: 'physics', from: at(3), hours: '10:00-12:00' },
  },
  {
    ...{ ...LUKAS, ...booked, offer: 'medialab-2-maker', participants: 20, grade: 7, from: at(3) },
    ...{ purpose: 'Brücken aus Pappe', subject: 'technology', hours: '14:00-16:00' },
  },
  {
    ...{ who: 'deniz.oeztuerk', school: 'gesamtschule-suedhang', ...booked, offer: ROOM },
    ...{ purpose: '8a Street Interviews', subject: 'english', participants: 25, grade: 8 },
    ...{ from: at(5), hours: '09:00-12:00' },
  },
  {
    ...{ ...MARCO, ...booked, offer: 'lasercutter', participants: 4, grade: 11, from: at(7) },
    ...{ purpose: 'Gehäuse für Messgeräte', subject: 'technology', hours: '10:00-12:00' },
  },
  {
    ...{ ...PAWEL, ...booked, offer: 'calliope-klassensatz', quantity: 25, grade: 4 },
    ...{ purpose: 'Wetterstation', subject: 'general_studies', from: at(4), to: at(10) },
    ...{ participants: 25, outBy: 'school_mail' },
  },
  {
    ...{ ...NADJA, offer: 'lernroboter-krabbler', quantity: 3, state: 'requested', grade: 5 },
    ...{ purpose: 'Wege beschreiben', subject: 'mathematics', from: at(2), to: at(6) },
  },
  {
    ...{ who: 'gabriele.stein', school: 'gymnasium-hafenkante', state: 'requested' },
    ...{ offer: 'paedagogischer-tag', purpose: 'Fachgruppe Musik: Podcasts', participants: 14 },
    ...{ from: at(8), hours: '08:00-12:00' },
  },
  // She teaches elsewhere now: the Schulleitung gives it to somebody.
  {
    ...{ who: 'claudia.neumann', school: RHEINBLICK, ...booked, offer: 'medienbox-haptik' },
    ...{ purpose: 'Erzählkarten, die leuchten', subject: 'german', grade: 5, participants: 26 },
    ...{ from: at(9), to: at(11) },
  },
  {
    ...{ who: 'miriam.adler', school: 'hauptschule-kohlenweg', ...booked, quantity: 1, grade: 9 },
    ...{ offer: '360-grad-kamera', purpose: 'Rundgang durch den Betrieb', participants: 19 },
    ...{ from: at(1), to: at(5) },
  },
]

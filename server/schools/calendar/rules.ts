import {
  isWeekend,
  LIMITS,
  type LocalDay,
  publicHolidayOn,
  quotaOf,
  schoolHolidaysOn,
  schoolYearOf,
} from './contract.ts'

/** Why a school cannot fix this day; undefined when it can. `year` are the days it has in that school year. */
export function faultOf(day: LocalDay, today: LocalDay, year: LocalDay[]): string | undefined {
  const free = schoolHolidaysOn(day) ?? publicHolidayOn(day)
  if (free) return `An diesem Tag ist ohnehin frei: ${free}.`
  if (isWeekend(day)) return 'Dieser Tag liegt auf einem Wochenende.'
  if (schoolYearOf(day) < schoolYearOf(today)) return 'Dieses Schuljahr ist vorbei.'
  if (!year.includes(day) && year.length >= LIMITS.daysPerYear)
    return `Mehr als ${LIMITS.daysPerYear} Tage nehmen wir für ein Schuljahr nicht auf.`
  return undefined
}

/** What is said beside the days of a year: how many a school may fix, and whether these are more. */
export function quotaHint(schoolYear: string, count: number): string {
  const quota = quotaOf(schoolYear)
  if (quota === undefined)
    return 'Wie viele Tage es in diesem Schuljahr sind, ist uns nicht bekannt.'
  const sentence = `Für ${schoolYear} sieht die Ferienordnung ${quota} bewegliche Ferientage vor.`
  return count > quota ? `${sentence} Hier stehen ${count}: Bitte prüfen Sie das.` : sentence
}

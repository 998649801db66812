/** Who speaks in a step. */
export type Voice = 'all' | 'round' | 'presenter' | 'others' | 'lead' | 'silent'

export type Step = { title: string; minutes: number; text: string; voice: Voice }

/** A way of talking with each other that all know beforehand. `edition` grows when its steps change. */
export type Protocol = {
  key: string
  edition: number
  name: string
  purpose: string
  steps: readonly Step[]
}

const step = (title: string, minutes: number, voice: Voice, text: string): Step => ({
  ...{ title, minutes, voice, text },
})

export const PROTOCOLS: readonly Protocol[] = [
  {
    key: 'check_in_out',
    edition: 1,
    name: 'Check-in und Check-out',
    purpose: 'Ankommen und auseinandergehen, ohne dass jemand untergeht.',
    steps: [
      step('Check-in', 8, 'round', 'Jede Person sagt in zwei Sätzen, womit sie heute hier sitzt.'),
      step(
        'Erwartung',
        5,
        'round',
        'Reihum: Was soll am Ende dieses Treffens auf dem Tisch liegen?',
      ),
      step(
        'Check-out',
        7,
        'round',
        'Reihum: Was nehme ich mit, und was ist mein nächster Schritt?',
      ),
    ],
  },
  {
    key: 'tuning',
    edition: 1,
    name: 'Tuning Protocol',
    purpose: 'Einen Entwurf oder ein Material schärfen, bevor es in die Klassen geht.',
    steps: [
      step(
        'Vorstellen',
        10,
        'presenter',
        'Wer das Material mitbringt, zeigt es und stellt eine Leitfrage. Die anderen hören zu.',
      ),
      step('Nachfragen', 5, 'others', 'Nur Fragen, die mit einem Satz beantwortet sind.'),
      step('Still lesen', 3, 'silent', 'Alle notieren, was trägt und was noch hakt.'),
      step(
        'Rückmeldung',
        15,
        'others',
        'Erst was trägt, dann was hakt, beides an der Leitfrage. Wer das Material mitgebracht hat, schreibt mit und schweigt.',
      ),
      step(
        'Nachdenken',
        5,
        'presenter',
        'Wer das Material mitgebracht hat, denkt laut nach. Niemand muss sich rechtfertigen.',
      ),
      step(
        'Auswerten',
        5,
        'all',
        'Wie hat uns dieser Ablauf geholfen? Was ändern wir nächstes Mal?',
      ),
    ],
  },
  {
    key: 'case_consultation',
    edition: 1,
    name: 'Kollegiale Fallberatung',
    purpose: 'Eine Person bringt eine Frage aus ihrem Alltag mit, die Gruppe denkt mit.',
    steps: [
      step(
        'Fall',
        10,
        'presenter',
        'Die Person schildert die Lage ohne Namen von Lernenden und stellt ihre Frage.',
      ),
      step('Nachfragen', 10, 'others', 'Fragen zum Verstehen, noch keine Ratschläge.'),
      step(
        'Vermutungen',
        10,
        'others',
        'Die Gruppe sammelt, was dahinterstecken könnte. Die fragende Person hört zu.',
      ),
      step(
        'Wege',
        10,
        'others',
        'Die Gruppe sammelt, was sie selbst versuchen würde. Die fragende Person hört zu.',
      ),
      step('Rückmeldung', 5, 'presenter', 'Was nehme ich davon mit, und was probiere ich zuerst?'),
    ],
  },
  {
    key: 'looking_at_work',
    edition: 1,
    name: 'Blick auf Arbeiten von Lernenden',
    purpose: 'An wenigen Arbeiten sehen, was Lernende verstanden haben. Ohne Namen und Gesichter.',
    steps: [
      step(
        'Aufgabe zeigen',
        5,
        'presenter',
        'Welche Aufgabe war gestellt, in welcher Klasse, mit welcher Hilfe?',
      ),
      step('Still anschauen', 8, 'silent', 'Alle sehen sich die Arbeiten an und notieren Belege.'),
      step('Beschreiben', 10, 'others', 'Nur was zu sehen ist. Noch keine Deutung, keine Noten.'),
      step('Deuten', 10, 'others', 'Was hat diese Person wohl gedacht? Woran sehen wir das?'),
      step(
        'Folgern',
        10,
        'all',
        'Was heißt das für die nächste Stunde: für alle, und für die, die noch nicht so weit sind?',
      ),
      step('Rückblick', 5, 'presenter', 'Was sehe ich jetzt, was ich vorher nicht gesehen habe?'),
    ],
  },
  {
    key: 'critical_friend',
    edition: 1,
    name: 'Critical-Friend-Review',
    purpose: 'Ein Konzept von Menschen lesen lassen, die es gut meinen und genau hinsehen.',
    steps: [
      step('Anliegen', 5, 'presenter', 'Wofür ist das Konzept, und worauf sollen wir achten?'),
      step('Lesen', 15, 'silent', 'Alle lesen und setzen Kommentare direkt ins Dokument.'),
      step('Stärken', 8, 'others', 'Was überzeugt uns? Mit Stelle im Text.'),
      step('Fragen', 12, 'others', 'Was verstehen wir nicht, was fehlt, was wäre zu viel?'),
      step('Antwort', 8, 'presenter', 'Was davon nehmen wir auf, was bewusst nicht?'),
      step('Verabreden', 5, 'all', 'Wer ändert was bis wann?'),
    ],
  },
  {
    key: 'lesson_study',
    edition: 1,
    name: 'Lesson Study',
    purpose: 'Eine Stunde gemeinsam planen, beobachten und noch einmal besser halten.',
    steps: [
      step(
        'Ziel',
        10,
        'all',
        'Was sollen Lernende am Ende können? Welche zwei oder drei Lernwege schauen wir uns genauer an?',
      ),
      step(
        'Planen',
        30,
        'all',
        'Die Stunde Schritt für Schritt, mit dem, was wir jeweils erwarten.',
      ),
      step(
        'Beobachten verteilen',
        10,
        'lead',
        'Wer achtet worauf? Beobachtet wird das Lernen, nicht die Lehrkraft.',
      ),
      step(
        'Berichten',
        15,
        'round',
        'Nach der Stunde: zuerst die unterrichtende Person, dann reihum.',
      ),
      step('Ändern', 20, 'all', 'Was ändern wir an der Stunde, und warum?'),
      step(
        'Neuer Versuch',
        5,
        'all',
        'In welcher Klasse wird sie wieder gehalten, und wer schaut zu?',
      ),
    ],
  },
  {
    key: 'retrospective',
    edition: 1,
    name: 'Retrospektive',
    purpose: 'Auf die gemeinsame Arbeit schauen: behalten, ändern, ausprobieren.',
    steps: [
      step('Still sammeln', 5, 'silent', 'Jede Person notiert je zwei Dinge zu den drei Fragen.'),
      step('Behalten', 8, 'round', 'Was hilft uns beim Arbeiten und soll so bleiben?'),
      step('Ändern', 8, 'round', 'Was hält uns auf, und woran merken wir das?'),
      step('Ausprobieren', 8, 'round', 'Was machen wir im nächsten Abschnitt einmal anders?'),
      step(
        'Auswählen',
        6,
        'all',
        'Die Gruppe einigt sich auf höchstens zwei Dinge und schreibt sie auf.',
      ),
    ],
  },
]

export const isProtocol = (key: string): boolean => PROTOCOLS.some((one) => one.key === key)

export const protocolOf = (key: string): Protocol | undefined =>
  PROTOCOLS.find((one) => one.key === key)

export const protocolMinutes = (key: string): number =>
  protocolOf(key)?.steps.reduce((sum, { minutes }) => sum + minutes, 0) ?? 10

/** Where a group stands in a protocol. The time follows from these and the clock, the same in every browser. */
export type Run = {
  protocol: string
  step: number
  /** Milliseconds since the epoch by the clock of the house; null while it stands still. */
  runningSince: number | null
  elapsedMs: number
  version: number
  isOver: boolean
}

/** How long this step has been going on at a moment, in milliseconds. */
export const elapsedAt = (run: Run, now: number): number =>
  run.elapsedMs + (run.runningSince === null ? 0 : Math.max(0, now - run.runningSince))

/** What is left of the step in whole seconds; below zero it has gone on too long. */
export function secondsLeft(run: Run, now: number): number {
  const step = protocolOf(run.protocol)?.steps[run.step]
  return Math.ceil(((step?.minutes ?? 0) * 60_000 - elapsedAt(run, now)) / 1000)
}

/** "4:05", "-0:30" */
export function clockFace(seconds: number): string {
  const size = Math.abs(seconds)
  const face = `${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`
  return seconds < 0 ? `-${face}` : face
}

/**
 * A run as the word of a piece of live news: it holds no name and no text, so all can show it at once without asking
 * for the page.
 */
export function runAsWord(run: Run): string {
  const { protocol, step, runningSince, elapsedMs, version, isOver } = run
  return ['run', protocol, step, runningSince ?? '-', elapsedMs, version, isOver ? 1 : 0].join(' ')
}

/** The run that a word tells of; undefined for any other word. */
export function runFromWord(word: string): Run | undefined {
  const [kind, protocol = '', step, since, elapsed, version, over] = word.split(' ')
  if (kind !== 'run' || !isProtocol(protocol)) return undefined
  return {
    protocol,
    step: Number(step),
    runningSince: since === '-' ? null : Number(since),
    elapsedMs: Number(elapsed),
    version: Number(version),
    isOver: over === '1',
  }
}

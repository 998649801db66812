import type { Letter } from '#server/platform/mail.ts'
import type { BellLine } from '../contract.ts'
import { paths } from '../paths.ts'

const MOST_LINES = 20

/** Everything new since the last mail in one letter; its subject is the fact itself when there is but one. */
export function digest(to: Letter['to'], lines: BellLine[]): Letter {
  const [first] = lines
  const more = lines.length - MOST_LINES
  const isOne = lines.length === 1
  return {
    to,
    subject:
      isOne && first
        ? first.sentence
        : `${lines.length} Neuigkeiten, zuerst: ${first?.sentence ?? ''}`,
    text: [
      ...lines
        .slice(0, MOST_LINES)
        .map(({ sentence, context }) => `${sentence}\n${context}`.trim()),
      ...(more > 0 ? [`und ${more} weitere`] : []),
    ],
    link:
      isOne && first
        ? { label: 'Ansehen', path: first.path }
        : { label: 'Alle Benachrichtigungen ansehen', path: paths.bell() },
    settingsPath: paths.mailSettings(),
  }
}

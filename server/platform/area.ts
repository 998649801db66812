import type { CollabKind } from '#server/collab/kinds.ts'
import type { Reaction } from './bus.ts'
import type { CalendarSource } from './calendar.ts'
import type { HomeKind } from './homes.ts'
import type { PrivacyRule } from './privacy.ts'
import type { DueWork, Job } from './queue.ts'
import type { RoomKind } from './rooms.ts'
import type { SearchGroup } from './search.ts'
import type { AuditWords, NotificationWords } from './sentences.ts'
import type { ThingKind } from './things.ts'

/** A command of the operator's command line. Answers with the exit code. */
export type CliCommand = (args: string[], print: (line: string) => void) => Promise<number>

/** What an area contributes to the house. */
export type Area = {
  name: string
  reactions?: Reaction[]
  jobs?: Job[]
  due?: DueWork[]
  things?: ThingKind[]
  /** Places in which things of other areas live. */
  homes?: HomeKind[]
  rooms?: RoomKind[]
  /** What of it the search finds. */
  search?: SearchGroup[]
  /** Dates of it that belong into somebody's own calendar. */
  calendars?: CalendarSource[]
  /** What is written together; one area has it for all. */
  collab?: CollabKind
  /** The sentences of its notifications, by kind. */
  notificationWords?: NotificationWords
  /** German words for what it writes into the protocol, by action. */
  auditWords?: AuditWords
  cli?: Record<string, CliCommand>
  /** One line for each column of its tables that refers to a person. */
  privacy: PrivacyRule[]
}

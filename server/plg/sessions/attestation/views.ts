import { type Actor, fullName } from '#server/auth/actor.ts'
import { authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { pageHtml } from '#server/rich-text/page-html.ts'
import { pdfIsPossible, toPdf } from '#server/rich-text/pdf.ts'
import { fillMentions, renderContent } from '#server/rich-text/render.ts'
import { may } from '../../policy.ts'
import { minutesBetween } from '../rules.ts'
import { lengthWords } from '../words.ts'
import { attestationText } from './rules.ts'
import * as sql from './sql.ts'

/** For the person alone: at which meetings they were. There is no address for anybody else's. */
export async function attestationFor(actor: Actor, slug: string) {
  authorizeOrHide(may.visit, actor, {})
  const plg = existing(await sql.findPlg(slug, actor.id))
  const rows = await sql.listAttended(plg.id, actor.id, now())
  const sessions = rows.map(({ number, title, startsAt, endsAt }) => ({
    ...{ number, title, startsAt, endsAt },
    minutes: minutesBetween(startsAt, endsAt),
  }))
  return {
    plg,
    name: fullName(actor),
    sessions,
    minutes: sessions.reduce((sum, { minutes }) => sum + minutes, 0),
    now: now(),
    hasPdf: pdfIsPossible(),
  }
}

/** The same on paper. @throws Refusal where no browser is set up that could print it */
export async function attestationPdf(actor: Actor, slug: string): Promise<Uint8Array> {
  const { plg, name, sessions, minutes } = await attestationFor(actor, slug)
  const [first, last] = [sessions[0], sessions.at(-1)]
  if (!first || !last) throw new Refusal('Es gibt noch kein Treffen, bei dem Sie dabei waren.')
  await spend('exchanges', actor.id)
  const content = attestationText({
    ...{ name, plg: plg.title, origin: settings().origin },
    period: `${day(first.startsAt)} bis ${day(last.startsAt)}`,
    total: lengthWords(minutes),
    rows: sessions.map((one) => ({
      ...{ day: day(one.startsAt), title: one.title, time: lengthWords(one.minutes) },
    })),
  })
  const page = await pageHtml(fillMentions(renderContent(checkContent(content)), new Map()), {
    title: 'Teilnahmebescheinigung',
    about: `PLG „${plg.title}“ · Stand ${day(now())}`,
    origin: settings().origin,
    picture: () => Promise.resolve(null),
  })
  const pdf = await toPdf(page)
  if (!pdf)
    throw new Refusal(
      'Hier ist kein Programm für PDF-Dateien eingerichtet. Drucken Sie die Seite in Ihrem Browser als PDF.',
    )
  return pdf
}

/** "27.11.2026" */
const day = (at: Date) => localDayOf(at).split('-').reverse().join('.')

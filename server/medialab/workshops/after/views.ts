import { type Actor, fullName } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { settings } from '#server/platform/env.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf, localTimeOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { slugOf } from '#server/platform/text.ts'
import { checkContent } from '#server/rich-text/check.ts'
import { pageHtml } from '#server/rich-text/page-html.ts'
import { pdfIsPossible, toPdf } from '#server/rich-text/pdf.ts'
import { fillMentions, renderContent } from '#server/rich-text/render.ts'
import { numberIn } from '../paths.ts'
import { may } from '../policy.ts'
import { listPeople } from '../seats/sql.ts'
import { listLeaders } from '../sql.ts'
import { factsOf, pathOf, seenWorkshop } from '../views.ts'
import { refusals, workshopKindNames } from '../words.ts'
import { certificateText } from './rules.ts'

/** Who comes, who waits, who was there: for those who lead it, on the screen and on paper. */
export async function peopleFor(actor: Actor, address: string) {
  const row = await seenWorkshop(actor, numberIn(address))
  authorize(may.lead, actor, factsOf(row))
  const people = await listPeople(row.id)
  const { number, title, startsAt, endsAt, seats, state, version, minParticipants } = row
  const hasBegun = startsAt <= now()
  return {
    workshop: {
      ...{ number, slug: slugOf(title), path: pathOf(row), title, startsAt, endsAt, seats, state },
      ...{ version, minParticipants, where: row.roomName ?? (row.place || 'Online') },
    },
    taken: people.filter((one) => one.state === 'taken'),
    requested: people.filter((one) => one.state === 'requested'),
    line: people.filter((one) => one.state === 'offered' || one.state === 'waiting'),
    can: {
      decide: may.manage(actor, {}) && state === 'published',
      tick: hasBegun && (state === 'published' || state === 'done'),
    },
    now: now(),
  }
}

const lengthOf = (from: Date, to: Date) => {
  const minutes = Math.round((to.getTime() - from.getTime()) / 60_000)
  return minutes % 60 === 0 ? `${minutes / 60} Zeitstunden` : `${minutes} Minuten`
}

/** For the person alone, and only when somebody has said that they were there. */
export async function certificateFor(actor: Actor, address: string) {
  const row = await seenWorkshop(actor, numberIn(address))
  authorizeOrHide(may.certify, actor, factsOf(row))
  const leaders = (await listLeaders(row.id)).map(({ name }) => name)
  const { title, startsAt, endsAt } = row
  return {
    ...{ name: fullName(actor), kind: workshopKindNames[row.kind], title, startsAt, endsAt },
    ...{ length: lengthOf(startsAt, endsAt), path: pathOf(row) },
    ...{ named: { number: row.number, slug: slugOf(title) }, hasPdf: pdfIsPossible() },
    leaders: [...leaders, row.guestLeaders].filter(Boolean).join(', '),
  }
}

const dayOf = (at: Date) => localDayOf(at).split('-').toReversed().join('.')

/** The same on paper. @throws Refusal where no browser is set up that could print it */
export async function certificatePdf(actor: Actor, address: string): Promise<Uint8Array> {
  const given = await certificateFor(actor, address)
  await spend('exchanges', actor.id)
  const { startsAt, endsAt } = given
  const date = `${dayOf(startsAt)}, ${localTimeOf(startsAt)}–${localTimeOf(endsAt)} Uhr`
  const content = certificateText({ ...given, date, origin: settings().origin })
  const page = await pageHtml(fillMentions(renderContent(checkContent(content)), new Map()), {
    title: 'Teilnahmebescheinigung',
    about: `${given.title} · Stand ${dayOf(now())}`,
    origin: settings().origin,
    picture: () => Promise.resolve(null),
  })
  const pdf = await toPdf(page)
  if (!pdf) throw new Refusal(refusals.noPdf)
  return pdf
}

import { notify } from '#server/notifications/commands.ts'
import { delivering, durable } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { sendLetter } from '#server/platform/mail.ts'
import { emailAddress } from '#server/platform/text.ts'
import { barrierAnswered, barrierFiled } from './barriers/events.ts'
import * as barriers from './barriers/sql.ts'
import { barrierAnsweredLetter } from './mails/barrier-answered.ts'
import { reportAnswered, reportFiled } from './reports/events.ts'
import * as reports from './reports/sql.ts'
import * as sql from './sql.ts'

export const reactions = [
  durable(reportFiled, 'moderation.tellStaffOfReport', ({ reportId, reporterId }) =>
    notify({
      kind: 'moderation.filed',
      thing: { kind: 'report', id: reportId },
      actorId: reporterId,
      audience: sql.listStaff(now()),
      mail: 'digest',
    }),
  ),
  durable(reportAnswered, 'moderation.tellReporter', ({ reportId, handledBy }) =>
    notify({
      kind: 'moderation.answered',
      thing: { kind: 'report', id: reportId },
      actorId: handledBy,
      audience: reports.listReporter(reportId),
      mail: 'digest',
    }),
  ),
  durable(barrierFiled, 'moderation.tellStaffOfBarrier', ({ barrierId, personId }) =>
    notify({
      kind: 'moderation.barrier-filed',
      thing: { kind: 'barrier', id: barrierId },
      actorId: personId,
      audience: sql.listStaff(now()),
      mail: 'digest',
    }),
  ),
  delivering(barrierAnswered, 'moderation.mailBarrierAnswer', async ({ barrierId }) => {
    const barrier = await barriers.findBarrier(barrierId)
    const address = emailAddress.safeParse(barrier?.contact)
    if (barrier && address.success) await sendLetter(barrierAnsweredLetter(address.data, barrier))
  }),
]

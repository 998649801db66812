import { notify } from '#server/notifications/commands.ts'
import { durable, live } from '#server/platform/bus.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import { ideaBecamePlg, ideaChanged, ideaJoined, ideasMerged, ideasUnmerged } from './events.ts'
import * as interests from './interests/sql.ts'
import { findNamed } from './sql.ts'

const idea = (id: string) => ({ kind: 'idea', id })

export const reactions = [
  live(ideaChanged, ({ ideaId: id }) =>
    tell(roomOf('idea', id), { kind: 'idea', id, what: 'changed' }),
  ),

  durable(ideaJoined, 'ideas.tell-authors-of-joining', ({ ideaId, actorId }) =>
    notify({
      ...{ kind: 'ideas.joined', thing: idea(ideaId), actorId },
      audience: interests.authorsOf(ideaId),
      mail: 'digest',
    }),
  ),
  durable(ideasMerged, 'ideas.tell-authors-of-merging', async ({ ideaId, sourceId, actorId }) => {
    const source = await findNamed({ id: sourceId })
    await notify({
      ...{ kind: 'ideas.merged', thing: idea(ideaId), actorId },
      audience: interests.authorsOfBoth([ideaId, sourceId]),
      mail: 'digest',
      details: { source: source?.title ?? '' },
    })
  }),
  durable(ideasUnmerged, 'ideas.tell-authors-of-unmerging', ({ ideaId, sourceId, actorId }) =>
    notify({
      ...{ kind: 'ideas.unmerged', thing: idea(ideaId), actorId },
      audience: interests.authorsOfBoth([sourceId]),
      mail: 'digest',
    }),
  ),
  durable(ideaBecamePlg, 'ideas.tell-of-plg', ({ ideaId, actorId }) =>
    notify({
      ...{ kind: 'ideas.became-plg', thing: idea(ideaId), actorId },
      audience: interests.everybodyIn(ideaId),
      mail: 'none',
    }),
  ),
]

import { notify } from '#server/notifications/commands.ts'
import { durable, live } from '#server/platform/bus.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import {
  authorsAdded,
  projectAdopted,
  projectChanged,
  projectPublished,
  projectTried,
} from './events.ts'
import * as sql from './sql.ts'

const thing = (id: string) => ({ kind: 'project', id })

export const reactions = [
  live(projectChanged, ({ plgId }) =>
    tell(roomOf('plg', plgId), { kind: 'plg', id: plgId, what: 'projects-changed' }),
  ),

  durable(authorsAdded, 'projects.tell-new-authors', ({ projectId, actorId, personIds }) =>
    notify({
      kind: 'projects.author-added',
      thing: thing(projectId),
      actorId,
      audience: sql.authorsToTell(projectId, personIds),
      mail: 'digest',
    }),
  ),
  durable(projectPublished, 'projects.ask-for-names', ({ projectId, actorId }) =>
    notify({
      kind: 'projects.published',
      thing: thing(projectId),
      actorId,
      audience: sql.undecidedToTell(projectId),
      mail: 'digest',
    }),
  ),
  durable(projectTried, 'projects.tell-of-try', ({ projectId, actorId, byId }) =>
    notify({
      kind: 'projects.tried',
      thing: thing(projectId),
      actorId,
      audience: sql.othersToTell(projectId, byId),
      mail: 'digest',
    }),
  ),
  durable(projectAdopted, 'projects.tell-of-adoption', ({ projectId, byId }) =>
    notify({
      kind: 'projects.adopted',
      thing: thing(projectId),
      actorId: null,
      audience: sql.othersToTell(projectId, byId),
      mail: 'digest',
    }),
  ),
]

import { event } from '#server/platform/bus.ts'

type Of = { projectId: string; plgId: string }

/** Anything about a Vorhaben changed that its PLG sees. */
export const projectChanged = event<Of>('projects.changed')
export const authorsAdded = event<Of & { actorId: string; personIds: string[] }>(
  'projects.authors-added',
)
export const projectPublished = event<Of & { actorId: string }>('projects.published')
/** `actorId` only when that person shows their name; `byId` is who is not told of it. */
export const projectTried = event<Of & { actorId: string | null; byId: string }>('projects.tried')
export const projectAdopted = event<Of & { byId: string }>('projects.adopted')

import { z } from 'zod'

const ideaId = z.uuid('Bitte wählen Sie eine Idee.')

/** `sourceId` goes into the idea of the page. */
export const mergeInput = z.strictObject({ sourceId: ideaId })
export const unmergeInput = z.strictObject({ sourceId: ideaId })

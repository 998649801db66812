import { z } from 'zod'

export const keyInput = z.strictObject({})

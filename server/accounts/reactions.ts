import { reactions as entry } from './entry/reactions.ts'
import { reactions as registration } from './registration/reactions.ts'
import { reactions as roles } from './roles/reactions.ts'

export const reactions = [...entry, ...registration, ...roles]

import type { Area } from '#server/platform/area.ts'
import { accounts } from './accounts/area.ts'
import { audit } from './audit/area.ts'
import { concepts } from './concepts/area.ts'
import { discussions } from './discussions/area.ts'
import { documents } from './documents/area.ts'
import { files } from './files/area.ts'
import { ideas } from './ideas/area.ts'
import { medialab } from './medialab/area.ts'
import { moderation } from './moderation/area.ts'
import { notifications } from './notifications/area.ts'
import { plg } from './plg/area.ts'
import { privacy } from './privacy/area.ts'
import { projects } from './projects/area.ts'
import { references } from './references/area.ts'
import { schools } from './schools/area.ts'
import { search } from './search/area.ts'
import { software } from './software/area.ts'
import { support } from './support/area.ts'
import { today } from './today/area.ts'
import { visits } from './visits/area.ts'

/** Every area of the house. A new one is one more line. */
export const areas: Area[] = [
  accounts,
  schools,
  plg,
  discussions,
  documents,
  projects,
  ideas,
  concepts,
  software,
  medialab,
  support,
  visits,
  references,
  files,
  notifications,
  audit,
  moderation,
  search,
  privacy,
  today,
]

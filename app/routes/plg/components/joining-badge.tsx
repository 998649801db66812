import DoorOpen from 'lucide-react/icons/door-open'
import Lock from 'lucide-react/icons/lock'
import MessageCircleQuestion from 'lucide-react/icons/message-circle-question'
import { Badge } from '#app/ui/badge.tsx'
import type { Joining } from '#server/plg/contract.ts'
import { joiningNames } from '#server/plg/words.ts'

const ICONS = { open: DoorOpen, by_request: MessageCircleQuestion, closed: Lock }

/** How one comes into a PLG, as a word. */
export function JoiningBadge({ joining }: { joining: Joining }) {
  return (
    <Badge tone="offen" icon={ICONS[joining]}>
      {joiningNames[joining]}
    </Badge>
  )
}

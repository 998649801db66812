import { Form } from '@remix-run/react'
import Bell from 'lucide-react/icons/bell'
import BellOff from 'lucide-react/icons/bell-off'
import Bookmark from 'lucide-react/icons/bookmark'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { paths } from '#server/software/paths.ts'

/** To hear of an app's decisions, and to keep it on a list. `isFollowed` is null for those who cannot. */
export function FollowAndKeep({ slug, isFollowed }: { slug: string; isFollowed: boolean | null }) {
  if (isFollowed === null) return null
  return (
    <>
      <Form method="post" action={paths.watchLists()}>
        <input type="hidden" name="app" value={slug} />
        <Button
          name="intent"
          value={isFollowed ? 'unfollow' : 'follow'}
          variant="secondary"
          icon={isFollowed ? BellOff : Bell}
        >
          {isFollowed ? 'Nicht mehr folgen' : 'Folgen'}
        </Button>
      </Form>
      <ButtonLink to={paths.watchLists(slug)} icon={Bookmark}>
        Merken
      </ButtonLink>
    </>
  )
}

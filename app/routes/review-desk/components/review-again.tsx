import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { paths } from '#server/software/paths.ts'

/** Begins a review of what ends, or has ended, and that nobody looks at yet. */
export function ReviewAgain({ slug }: { slug: string }) {
  return (
    <HouseForm action={paths.triage()}>
      <input type="hidden" name="slug" value={slug} />
      <div>
        <Button variant="secondary" name="intent" value="reopen">
          Prüfung beginnen
        </Button>
      </div>
    </HouseForm>
  )
}

import { Form } from '@remix-run/react'
import LogOut from 'lucide-react/icons/log-out'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { countDrafts, forgetDrafts } from '#app/ui/drafts.ts'
import { MenuButton } from '#app/ui/menu.tsx'
import { plural } from '#app/ui/format.ts'

/**
 * Signing out loads anew, so that nothing stays in memory. Drafts on this device would stay behind for whoever
 * uses it next: it asks first, and removes them. The dialog stands beside the menu, which closes by itself.
 */
export function useSignOut(personId: string) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [drafts, setDrafts] = useState(0)
  const handleSubmit = (event: FormEvent) => {
    const count = countDrafts(personId)
    if (count === 0) return
    event.preventDefault()
    setDrafts(count)
    dialog.current?.showModal()
  }
  return {
    entry: (
      <Form method="post" action="/abmelden" reloadDocument onSubmit={handleSubmit}>
        <MenuButton icon={LogOut}>Abmelden</MenuButton>
      </Form>
    ),
    question: (
      <Dialog
        ref={dialog}
        title={`Auf diesem Gerät ${drafts === 1 ? 'liegt' : 'liegen'} ${plural(drafts, 'Entwurf', 'Entwürfe')}`}
      >
        <p className="mb-4">
          Beim Abmelden {drafts === 1 ? 'wird er' : 'werden sie'} gelöscht, damit niemand sonst{' '}
          {drafts === 1 ? 'ihn' : 'sie'} hier findet.
        </p>
        <Form
          method="post"
          action="/abmelden"
          reloadDocument
          onSubmit={() => forgetDrafts(personId)}
          className="flex flex-wrap gap-3"
        >
          <Button>Abmelden und löschen</Button>
          <Button type="button" variant="secondary" onClick={() => dialog.current?.close()}>
            Abbrechen
          </Button>
        </Form>
      </Dialog>
    ),
  }
}

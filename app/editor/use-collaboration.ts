import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Collaboration, type CollaborationView, openCollaboration } from './collaboration.ts'

/** The collaboration on a document for as long as the component stands; null while it is being opened. */
export function useCollaboration(documentId: string, personId: string): Collaboration | null {
  const [collaboration, setCollaboration] = useState<Collaboration | null>(null)
  useEffect(() => {
    let isGone = false
    let opened: Collaboration | undefined
    void openCollaboration(documentId, personId).then((fresh) => {
      opened = fresh
      if (isGone) fresh.close()
      else setCollaboration(fresh)
    })
    return () => {
      isGone = true
      opened?.close()
      setCollaboration(null)
    }
  }, [documentId, personId])
  return collaboration
}

/** What the page shows of it; the component is made anew only when `pick` gives something else. */
export function useView<Picked extends string | number | boolean | object | null>(
  { subscribe, view }: Collaboration,
  pick: (view: CollaborationView) => Picked,
): Picked {
  return useSyncExternalStore(subscribe, () => pick(view()))
}

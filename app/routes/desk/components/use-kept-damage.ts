import { useNavigation } from '@remix-run/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { forgetPhoto, keepPhoto, readPhoto } from '#app/files/kept-photo.ts'
import { type Draft, forgetDraft, keepDraft, readDraft } from '#app/ui/drafts.ts'
import type { Reply } from '#app/ui/form-context.ts'

/** What no draft needs: they are made anew, or come with the photo. */
const LEFT_OUT = new Set(['intent', 'termin', 'clientKey', 'file'])

type Kept = { draft: Draft; photo: File | undefined }

/**
 * A report of a damage with its photo, kept on this device until the server has it: after a broken line it is there again,
 * with the key it was sent with, so that what arrived after all is not a second one.
 */
export function useKeptDamage(personId: string, place: string, reply: Reply) {
  const [kept, setKept] = useState<Kept>()
  useEffect(() => {
    let isGone = false
    const draft = readDraft(personId, place)
    if (draft)
      void readPhoto(personId, place).then((photo) => {
        if (!isGone) setKept({ draft, photo })
      })
    return () => {
      isGone = true
    }
  }, [personId, place])

  const forget = () => {
    setKept(undefined)
    forgetDraft(personId, place)
    void forgetPhoto(personId, place)
  }
  useAcknowledged(reply, forget)

  return {
    kept,
    forget,
    /** A photo with no word is a draft too. */
    keepPhoto: (photo: File | undefined) => {
      if (photo) void keepPhoto(personId, place, photo)
      else void forgetPhoto(personId, place)
    },
    handleInput: ({ currentTarget }: FormEvent<HTMLFormElement>) => {
      const sent = new FormData(currentTarget)
      const clientKey = sent.get('clientKey')
      if (typeof clientKey !== 'string') return
      const fields = Object.fromEntries(
        [...sent].flatMap(([name, value]) =>
          typeof value === 'string' && !LEFT_OUT.has(name) ? [[name, value]] : [],
        ),
      )
      keepDraft(personId, place, { fields, clientKey, at: Date.now() })
    },
  }
}

/** It was under way, the answer is here and nothing is wrong. A broken line leaves another page in place of this one. */
function useAcknowledged(reply: Reply, then: () => void): void {
  const wasSending = useRef(false)
  const { formData, state } = useNavigation()
  const isSending = formData?.get('intent') === 'damage'
  useEffect(() => {
    if (isSending) wasSending.current = true
    else if (state === 'idle' && wasSending.current) {
      wasSending.current = false
      if (!reply) then()
    }
  })
}

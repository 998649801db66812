import type { Collaboration } from './collaboration.ts'
import { EditorLoading } from './editor-loading.tsx'
import type { EditorProps } from './editor-props.ts'
import { useCollaboration, useView } from './use-collaboration.ts'
import { Writing } from './writing.tsx'
import '#app/styles/writing.css'

/** A document as text to write in, together with whoever else has it open. Loaded only when somebody writes. */
export default function DocumentEditor(props: EditorProps) {
  const collaboration = useCollaboration(props.documentId, props.personId)
  if (!collaboration) return <EditorLoading />
  return <WhenReady {...props} collaboration={collaboration} />
}

function WhenReady(props: EditorProps & { collaboration: Collaboration }) {
  const isReady = useView(props.collaboration, (view) => view.isReady)
  const hasEnded = useView(props.collaboration, (view) => view.hasEnded)
  if (hasEnded && !isReady)
    return (
      <p role="alert">
        Sie können dieses Dokument nicht bearbeiten. Bitte laden Sie die Seite neu.
      </p>
    )
  if (!isReady) return <EditorLoading text="Verbindung wird aufgebaut …" />
  return <Writing {...props} />
}

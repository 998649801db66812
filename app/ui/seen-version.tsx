import { useContext, useState } from 'react'
import { FormContext } from '#app/ui/form-context.ts'

/**
 * The version that somebody sees who begins to type. The page reloads itself when others change something; what is in
 * the fields does not, so their version must not either. A form that comes back refused holds what was typed over the
 * version it was sent with, also where no script keeps it: sent once more it must not write over what is newer.
 */
export function SeenVersion({ version }: { version: number }) {
  const sent = useContext(FormContext).reply?.initialValue?.version
  const [seen] = useState(typeof sent === 'string' ? sent : version)
  return <input type="hidden" name="version" value={seen} />
}

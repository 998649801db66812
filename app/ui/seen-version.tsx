import { useState } from 'react'

/**
 * The version that somebody sees who begins to type. The page reloads itself when others change something; what is in
 * the fields does not, so their version must not either.
 */
export function SeenVersion({ version }: { version: number }) {
  const [seen] = useState(version)
  return <input type="hidden" name="version" value={seen} />
}

import { LinkedApps } from '#app/software/linked-apps.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { LinkedApp } from '#server/software/linked/contract.ts'

/** What holds today of the apps of a Vorhaben; what was refused stands above everything else. */
export function LinkedSoftware({ apps }: { apps: LinkedApp[] }) {
  const refused = apps.filter(({ standing }) => standing === 'not_approved')
  return (
    <>
      {refused.map(({ slug, name, alternative }) => (
        <Notice key={slug} tone="stopp" title={`„${name}“ ist nicht freigegeben`}>
          Bitte setzen Sie die App nicht weiter ein.
          {alternative && ` Stattdessen: ${alternative}`}
        </Notice>
      ))}
      <LinkedApps apps={apps} title="Was für die Apps heute gilt" />
    </>
  )
}

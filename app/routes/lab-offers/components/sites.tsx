import type { Reply as Answer } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List } from '#app/ui/list.tsx'
import { SeenVersion } from '#app/ui/seen-version.tsx'
import type { Site } from '#server/medialab/opening/contract.ts'
import { EffectNotice, SaveButton } from './effect-notice.tsx'

type Props = { sites: Site[]; clientKey: string; reply: Answer | undefined }

/** The lab, and where else things may be fetched and brought back. */
export function Sites({ sites, clientKey, reply }: Props) {
  const hasLab = sites.some(({ isLab }) => isLab)
  const isOf = (site: Site) => reply?.initialValue?.site === site.id
  return (
    <Card title="Orte" lead="Das MediaLab, und wo man sonst etwas abholen und zurückgeben kann.">
      <List>
        {sites.map((site) => (
          <li key={site.id} className="py-zeile">
            <p className="font-semibold">{site.name}</p>
            <p className="text-leise">{[site.address, site.phone].filter(Boolean).join(' · ')}</p>
            <Fold title="Ändern" isOpen={isOf(site)}>
              <SiteForms site={site} reply={isOf(site) ? reply : undefined} />
            </Fold>
          </li>
        ))}
      </List>
      <Fold
        title={hasLab ? 'Ort hinzufügen' : 'MediaLab anlegen'}
        isOpen={!hasLab || reply?.intent === 'addSite'}
      >
        <HouseForm clientKey={clientKey} reply={reply?.intent === 'addSite' ? reply : undefined}>
          <SiteFields />
          <div>
            <Button name="intent" value="addSite">
              {hasLab ? 'Ort hinzufügen' : 'MediaLab anlegen'}
            </Button>
          </div>
        </HouseForm>
      </Fold>
    </Card>
  )
}

function SiteForms({ site, reply }: { site: Site; reply: Answer | undefined }) {
  const retiring = reply?.intent === 'retireSite' ? reply : undefined
  return (
    <div className="grid gap-5">
      <HouseForm reply={reply?.intent === 'editSite' ? reply : undefined}>
        <SeenVersion key={site.version} version={site.version} />
        <input type="hidden" name="site" value={site.id} />
        <SiteFields site={site} />
        <div>
          <Button name="intent" value="editSite">
            Ort speichern
          </Button>
        </div>
      </HouseForm>
      {!site.isLab && (
        <HouseForm reply={retiring}>
          <input type="hidden" name="version" value={site.version} />
          <input type="hidden" name="site" value={site.id} />
          <EffectNotice reply={retiring} />
          <div>
            <SaveButton
              {...{ reply: retiring, name: 'intent', value: 'retireSite', variant: 'secondary' }}
            >
              Ort schließen
            </SaveButton>
          </div>
        </HouseForm>
      )}
    </div>
  )
}

function SiteFields({ site }: { site?: Site }) {
  return (
    <>
      <TextField {...{ name: 'name', label: 'Name', maxLength: 120, defaultValue: site?.name }} />
      <TextField
        {...{ name: 'address', label: 'Adresse', maxLength: 300, optional: true }}
        defaultValue={site?.address}
      />
      <TextField
        {...{ name: 'phone', label: 'Telefon', type: 'tel', maxLength: 40, optional: true }}
        defaultValue={site?.phone}
      />
    </>
  )
}

import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { SeenVersion } from '#app/ui/seen-version.tsx'
import { LIMITS } from '#server/plg/agreement/contract.ts'
import type { Version } from '#server/plg/agreement/views.ts'
import { AGREEMENT_DRAFT, words } from '#server/plg/agreement/words.ts'
import { TheirText } from './their-text.tsx'

type Props = { versions: Version[]; canChange: boolean; reply: Reply | undefined }

/** What the schools agree to: the version that holds, earlier ones, and writing a new one. */
export function AgreementText({ versions, canChange, reply }: Props) {
  const [latest, ...earlier] = versions
  const own = reply?.intent === 'agreement' ? reply : undefined
  return (
    <Card
      title="Vereinbarung"
      aside={latest && <span className="text-leise">{words.version(latest.version)}</span>}
    >
      <div className="grid gap-4">
        {latest ? (
          <VersionText version={latest} />
        ) : (
          <EmptyState title="Noch keine Vereinbarung.">
            Darin steht, was jede Schule einbringt, wie Sie sich treffen und was am Ende an jeder
            Schule ankommen soll. Die Schulleitungen lesen sie, bevor sie zustimmen.
          </EmptyState>
        )}
        {canChange && (
          <Fold
            title={latest ? 'Neue Fassung schreiben' : 'Vereinbarung schreiben'}
            isOpen={own !== undefined}
          >
            <AgreementForm latest={latest} reply={own} />
          </Fold>
        )}
        {earlier.length > 0 && (
          <Fold title="Frühere Fassungen">
            <div className="grid gap-5">
              {earlier.map((version) => (
                <div key={version.version}>
                  <h3>{words.version(version.version)}</h3>
                  <VersionText version={version} />
                </div>
              ))}
            </div>
          </Fold>
        )}
      </div>
    </Card>
  )
}

function VersionText({ version: { text, rhythm, endsOn, madeAt, by } }: { version: Version }) {
  return (
    <div className="grid gap-3">
      <p className="max-w-[68ch] whitespace-pre-wrap wrap-anywhere">{text}</p>
      <DefinitionList
        facts={[
          ['Wie oft', rhythm],
          ['Ende des Durchgangs', endsOn && day(endsOn)],
          ['Geschrieben', `${day(madeAt)}, ${by}`],
        ]}
      />
    </div>
  )
}

function AgreementForm({
  latest,
  reply,
}: {
  latest: Version | undefined
  reply: Reply | undefined
}) {
  return (
    // Loaded whole after a conflict: then the form knows the version it is compared with.
    <HouseForm reply={reply} reloadDocument>
      <SeenVersion version={latest?.version ?? 0} />
      {reply?.theirs && <TheirText text={reply.theirs} />}
      <TextArea
        name="text"
        label="Was Sie vereinbaren"
        required
        rows={12}
        maxLength={LIMITS.text}
        defaultValue={latest?.text ?? AGREEMENT_DRAFT}
        counter
      />
      <TextField
        name="rhythm"
        label="Wie oft Sie sich treffen"
        optional
        maxLength={LIMITS.rhythm}
        defaultValue={latest?.rhythm}
        hint="Zum Beispiel: alle sechs Wochen, donnerstags 14 bis 16 Uhr, abwechselnd an den Schulen"
      />
      <TextField
        name="endsOn"
        type="date"
        label="Ende des Durchgangs"
        optional
        defaultValue={latest?.endsOn}
        className="max-w-[16rem]"
      />
      <div>
        <Button name="intent" value="agreement">
          Fassung speichern
        </Button>
      </div>
    </HouseForm>
  )
}

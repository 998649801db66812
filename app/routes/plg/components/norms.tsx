import type { Reply } from '#app/http/page.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckGroup } from '#app/ui/choice-field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { List, TaskRow } from '#app/ui/list.tsx'
import { LIMITS, type Norm } from '#server/plg/agreement/contract.ts'
import { NORM_SUGGESTIONS } from '#server/plg/agreement/words.ts'

type Props = {
  norms: Norm[]
  dropped: { id: string; text: string }[]
  canChange: boolean
  reply: Reply | undefined
}

/** How the group wants to work together: lines one can check oneself by, looked at once per cycle. */
export function Norms({ norms, dropped, canChange, reply }: Props) {
  const due = norms.filter(({ isDue }) => isDue).length
  return (
    <Card
      title="Absprachen für die Zusammenarbeit"
      id="absprachen"
      lead={
        due > 0
          ? 'Einmal im Durchgang sehen Sie die Absprachen gemeinsam an: behalten, ändern, streichen.'
          : 'Sie stehen am Anfang jeder Sitzung.'
      }
    >
      <div className="grid gap-4">
        {norms.length > 0 ? (
          <List>
            {norms.map((norm) => (
              <NormRow key={norm.id} norm={norm} canChange={canChange} reply={reply} />
            ))}
          </List>
        ) : (
          <EmptyState title="Noch keine Absprachen.">
            Wie vertraulich ist es hier? Was gilt, wenn jemand fehlt? Vereinbaren Sie das in der
            ersten Sitzung.
          </EmptyState>
        )}
        {canChange && (
          <AddNorms
            known={norms}
            isOpen={norms.length === 0}
            reply={reply?.intent === 'norms' ? reply : undefined}
          />
        )}
        {canChange && dropped.length > 0 && <Dropped dropped={dropped} />}
      </div>
    </Card>
  )
}

function NormRow({
  norm,
  canChange,
  reply,
}: {
  norm: Norm
  canChange: boolean
  reply: Reply | undefined
}) {
  const isMine = reply?.intent === 'review' && reply.initialValue?.normId === norm.id
  return (
    <li className="grid gap-2 py-zeile">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <p className="min-w-0 wrap-anywhere">{norm.text}</p>
        {norm.isDue && <Badge tone="achtung">Jetzt ansehen</Badge>}
      </div>
      {norm.reviewedAt && (
        <p className="text-sm text-leise">Zuletzt angesehen: {day(norm.reviewedAt)}</p>
      )}
      {canChange && (
        <Fold
          title={
            <>
              Behalten, ändern, streichen<span className="sr-only">: {norm.text}</span>
            </>
          }
          isOpen={isMine}
        >
          <HouseForm reply={isMine ? reply : undefined} className="grid gap-3">
            <input type="hidden" name="intent" value="review" />
            <input type="hidden" name="normId" value={norm.id} />
            <TextField
              name="text"
              label="Neuer Wortlaut"
              hint="Nur zum Ändern"
              maxLength={LIMITS.norm}
              defaultValue={norm.text}
            />
            <div className="flex flex-wrap gap-2">
              <Button variant="secondary" name="verdict" value="kept">
                Behalten
              </Button>
              <Button variant="secondary" name="verdict" value="changed">
                Wortlaut ändern
              </Button>
              <Button variant="secondary" name="verdict" value="dropped">
                Streichen
              </Button>
            </div>
          </HouseForm>
        </Fold>
      )}
    </li>
  )
}

function AddNorms(props: { known: Norm[]; isOpen: boolean; reply: Reply | undefined }) {
  const { known, isOpen, reply } = props
  const suggestions = NORM_SUGGESTIONS.filter((line) => !known.some(({ text }) => text === line))
  return (
    <Fold
      title={isOpen ? 'Absprachen vereinbaren' : 'Weitere Absprachen'}
      isOpen={isOpen || reply !== undefined}
    >
      <HouseForm reply={reply}>
        {suggestions.length > 0 && (
          <CheckGroup
            name="chosen"
            label="Vorschläge"
            choices={suggestions.map((line) => ({ value: line, label: line }))}
          />
        )}
        <TextArea
          name="own"
          label="Eigene Absprachen"
          optional
          rows={3}
          hint="Eine in jeder Zeile, so, dass man sie mit Ja oder Nein beantworten kann"
        />
        <div>
          <Button name="intent" value="norms">
            Absprachen festhalten
          </Button>
        </div>
      </HouseForm>
    </Fold>
  )
}

function Dropped({ dropped }: { dropped: { id: string; text: string }[] }) {
  return (
    <Fold title="Gestrichene Absprachen">
      <List>
        {dropped.map(({ id, text }) => (
          <TaskRow
            key={id}
            action={
              <HouseForm className="">
                <input type="hidden" name="intent" value="restore" />
                <Button variant="secondary" name="normId" value={id}>
                  Wieder aufnehmen<span className="sr-only">: {text}</span>
                </Button>
              </HouseForm>
            }
          >
            {text}
          </TaskRow>
        ))}
      </List>
    </Fold>
  )
}

import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { LIMITS } from '#server/support/contract.ts'
import { euros } from '#server/support/words.ts'
import type { FundingView } from './funding-view.ts'

/** What the money was spent on, beside what was granted. */
export function ProofCard({
  view,
  reply,
}: {
  view: FundingView
  reply: (Reply & { intent?: string }) | null | undefined
}) {
  const { proofs, can, clientKey } = view
  const { spentCents, grantedCents } = view.funding
  const left = (grantedCents ?? 0) - spentCents
  return (
    <Card title="Verwendung" lead="Die Belege legen Sie unter „Dateien“ ab.">
      {proofs.length === 0 && <p className="text-leise">Noch keine Ausgabe eingetragen.</p>}
      <ul className="divide-y divide-linie">
        {proofs.map((proof) => (
          <li
            key={proof.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-zeile"
          >
            <div className="min-w-0">
              <p className="wrap-anywhere">{proof.text}</p>
              <p className="text-sm text-leise">
                {[day(proof.spentOn), proof.by].filter(Boolean).join(' · ')}
              </p>
            </div>
            <div className="flex items-center gap-3">
              <span className="font-semibold">{euros(proof.amountCents)}</span>
              {can.prove && (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="proofId" value={proof.id} />
                  <Button variant="tertiary" name="intent" value="removeProof">
                    Löschen<span className="sr-only">: {proof.text}</span>
                  </Button>
                </Form>
              )}
            </div>
          </li>
        ))}
      </ul>
      <DefinitionList
        facts={[
          ['Bewilligt', euros(grantedCents ?? 0)],
          ['Nachgewiesen', euros(spentCents)],
          [left >= 0 ? 'Noch nicht nachgewiesen' : 'Mehr ausgegeben', euros(Math.abs(left))],
        ]}
      />
      {can.prove && (
        <HouseForm
          reply={reply?.intent === 'addProof' ? reply : undefined}
          clientKey={clientKey}
          id="addProof"
          className="mt-4 grid gap-4"
        >
          <TextField name="text" label="Wofür" maxLength={LIMITS.itemText} />
          <div className="flex flex-wrap gap-4">
            <TextField name="amount" label="Betrag in Euro" inputMode="decimal" />
            <TextField name="spentOn" type="date" label="Am" />
          </div>
          <div>
            <Button variant="secondary" name="intent" value="addProof">
              Ausgabe eintragen
            </Button>
          </div>
        </HouseForm>
      )}
    </Card>
  )
}

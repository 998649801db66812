import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/software/paths.ts'
import {
  addBlock,
  editBlock,
  restoreBlock,
  retireBlock,
} from '#server/software/review/blocks/commands.ts'
import {
  addBlockInput,
  editBlockInput,
  retireBlockInput,
} from '#server/software/review/blocks/inputs.ts'
import { blocksFor } from '#server/software/review/blocks/views.ts'
import { CONDITION_KINDS, type ConditionKind } from '#server/software/standing/contract.ts'
import { conditionNames } from '#server/software/standing/words.ts'
import { of } from './components/view.ts'

export const loader = page(({ actor }) => blocksFor(actor))

const back = (sentence: string) => redirectWithToast(paths.blocks(), sentence)

export const action = forms({
  add: intent(addBlockInput, async ({ actor, input }) => {
    await addBlock(actor, input)
    return back('Der Baustein ist da.')
  }),
  edit: intent(editBlockInput, async ({ actor, input }) => {
    await editBlock(actor, input)
    return back('Der Baustein ist geändert. Unterschriebenes bleibt, wie es ist.')
  }),
  retire: intent(retireBlockInput, async ({ actor, input }) => {
    await retireBlock(actor, input.block)
    return back('Der Baustein ist weggelegt.')
  }),
  restore: intent(retireBlockInput, async ({ actor, input }) => {
    await restoreBlock(actor, input.block)
    return back('Der Baustein ist wieder da.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Auflagen – Prüfstelle – Lernen 25' }]

type Block = { id: string; kind: ConditionKind; text: string; isMandatory: boolean }

/** Building blocks of conditions: one sentence each, for every decision. */
export default function Blocks() {
  const { blocks, canEdit } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb steps={[{ label: 'Prüfstelle', to: paths.desk() }, { label: 'Auflagen' }]} />
      <PageHead title="Bausteine für Auflagen" meta="Ein Satz, den jede Lehrkraft versteht" />
      <div className="grid gap-5">
        <Card title="Bausteine">
          {blocks.length === 0 && <EmptyState title="Noch kein Baustein." />}
          <List>
            {blocks.map((block) => {
              const act = block.retiredAt === null ? 'retire' : 'restore'
              const isAsked = reply?.initialValue?.block === block.id
              return (
                <li key={block.id} className="py-zeile">
                  <p className={`wrap-anywhere ${block.retiredAt === null ? '' : 'text-leise'}`}>
                    {block.text}
                  </p>
                  <p className="text-sm text-leise">
                    {conditionNames[block.kind]} · {block.isMandatory ? 'verbindlich' : 'empfohlen'}
                    {block.retiredAt !== null && ' · weggelegt'}
                  </p>
                  {canEdit && (
                    <Fold
                      title={
                        <>
                          Ändern<span className="sr-only">: {block.text}</span>
                        </>
                      }
                      isOpen={isAsked}
                    >
                      <HouseForm
                        reply={isAsked ? of(reply, 'edit') : undefined}
                        className="grid gap-3"
                      >
                        <input type="hidden" name="block" value={block.id} />
                        <BlockFields block={block} />
                        <div className="flex flex-wrap gap-3">
                          <Button variant="secondary" name="intent" value="edit">
                            Baustein ändern
                          </Button>
                        </div>
                      </HouseForm>
                      <HouseForm className="mt-3">
                        <input type="hidden" name="block" value={block.id} />
                        <div>
                          <Button variant="tertiary" name="intent" value={act}>
                            {act === 'retire' ? 'Weglegen' : 'Wieder verwenden'}
                          </Button>
                        </div>
                      </HouseForm>
                    </Fold>
                  )}
                </li>
              )
            })}
          </List>
        </Card>
        {canEdit && (
          <Card title="Neuer Baustein">
            <HouseForm reply={of(reply, 'add')} className="grid gap-3">
              <BlockFields />
              <div>
                <Button name="intent" value="add">
                  Hinzufügen
                </Button>
              </div>
            </HouseForm>
          </Card>
        )}
      </div>
    </div>
  )
}

function BlockFields({ block }: { block?: Block }) {
  return (
    <>
      <TextField
        {...{ name: 'text', label: 'Auflage', required: true, maxLength: 400 }}
        defaultValue={block?.text}
      />
      <SelectField
        {...{ name: 'kind', label: 'Art', defaultValue: block?.kind ?? 'other' }}
        choices={choicesOf(CONDITION_KINDS, conditionNames)}
      />
      <CheckField
        {...{ name: 'isMandatory', label: 'Verbindlich' }}
        defaultChecked={block?.isMandatory ?? true}
      />
    </>
  )
}

import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { SeenVersion } from '#app/ui/seen-version.tsx'
import {
  editInstruction,
  instruct,
  restore,
  retireInstruction,
  revoke,
} from '#server/medialab/instructions/commands.ts'
import {
  editInstructionInput,
  instructInput,
  proofInput,
  retireInstructionInput,
} from '#server/medialab/instructions/inputs.ts'
import { instructionFor } from '#server/medialab/instructions/views.ts'
import { instructionKindNames } from '#server/medialab/instructions/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { InstructionFields, ProofList, Record, validityOf } from './components/proofs.tsx'

export const loader = page(({ actor, params, request }) =>
  instructionFor(actor, params.instruction ?? '', new URL(request.url).searchParams),
)

type Params = { instruction?: string }
const idOf = ({ instruction = '' }: Params) => instruction
const pathOf = (params: Params) => paths.instruction(idOf(params))

export const action = forms({
  edit: intent(editInstructionInput, async ({ actor, params, input }) => {
    await editInstruction(actor, idOf(params), input)
    return redirectWithToast(pathOf(params), 'Gespeichert.')
  }),
  retire: intent(retireInstructionInput, async ({ actor, params, input }) => {
    await retireInstruction(actor, idOf(params), input.version)
    return redirectWithToast(paths.instructions(), 'Diese Einweisung gibt es nicht mehr.')
  }),
  instruct: intent(instructInput, async ({ actor, params, input }) => {
    await instruct(actor, idOf(params), input)
    return redirectWithToast(pathOf(params), 'Die Einweisung ist eingetragen.')
  }),
  restore: intent(proofInput, async ({ actor, params, input }) => {
    await restore(actor, idOf(params), input.proof)
    return redirectWithToast(pathOf(params), 'Die Einweisung gilt wieder.')
  }),
  revoke: intent(proofInput, async ({ actor, params, input }) => {
    await revoke(actor, idOf(params), input.proof)
    return redirectWithToast(pathOf(params), {
      text: 'Die Einweisung gilt nicht mehr.',
      undo: {
        ...{ action: pathOf(params), label: 'Rückgängig' },
        fields: { intent: 'restore', proof: input.proof },
      },
    })
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.instruction.name ?? 'Einweisung'} – MediaLab – Lernen 25` },
]

export default function InstructionPage() {
  const { instruction, proofs, q, people, today } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (intent: string) => (reply?.intent === intent ? reply : undefined)
  const path = paths.instruction(instruction.id)
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          { label: 'Einweisungen', to: paths.instructions() },
          { label: instruction.name },
        ]}
      />
      <PageHead
        title={instruction.name}
        meta={`${instructionKindNames[instruction.kind]}, ${validityOf(instruction)}`}
      />
      <div className="grid gap-5">
        <Record {...{ path, q, people, today, reply: replyTo('instruct') }} />
        <ProofList proofs={proofs.rows} />
        <Pages
          label="Seiten der Eingewiesenen"
          page={proofs.page}
          pages={proofs.pages}
          linkTo={(number) => `${path}?seite=${number}`}
        />
        <Card title="Angaben">
          <HouseForm reply={replyTo('edit')} key={instruction.version}>
            <SeenVersion version={instruction.version} />
            <InstructionFields instruction={instruction} />
            <div>
              <Button name="intent" value="edit">
                Angaben speichern
              </Button>
            </div>
          </HouseForm>
          <Fold title="Einweisung abschaffen" isOpen={Boolean(replyTo('retire'))} className="mt-3">
            <HouseForm reply={replyTo('retire')}>
              <input type="hidden" name="version" value={instruction.version} />
              <div>
                <Button name="intent" value="retire" variant="danger">
                  Einweisung abschaffen
                </Button>
              </div>
            </HouseForm>
          </Fold>
        </Card>
      </div>
    </div>
  )
}

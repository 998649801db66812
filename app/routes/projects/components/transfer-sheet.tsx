import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { day } from '#app/ui/format.ts'
import type { TransferSheet, TransferState } from '#server/projects/transfer/contract.ts'
import { stateNames, transferQuestions } from '#server/projects/transfer/words.ts'
import { Answers } from './closing-view.tsx'

const TONES: Record<TransferState, Tone> = { open: 'offen', done: 'ok', not_adopted: 'achtung' }

/** What a school takes home, to read. */
export function TransferSheetCard({ sheet, title }: { sheet: TransferSheet; title: string }) {
  return (
    <Card title={title} aside={<Badge tone={TONES[sheet.state]}>{stateNames[sheet.state]}</Badge>}>
      <Answers
        answers={[
          [transferQuestions.take, sheet.take],
          [transferQuestions.toWhom, sheet.toWhom],
          ['Bis wann?', sheet.dueOn ? day(sheet.dueOn) : ''],
          [transferQuestions.how, sheet.how],
          [transferQuestions.need, sheet.need],
          [transferQuestions.result, sheet.result],
          [transferQuestions.reason, sheet.state === 'not_adopted' ? sheet.reason : ''],
        ]}
      />
    </Card>
  )
}

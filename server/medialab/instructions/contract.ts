export const INSTRUCTION_KINDS = ['introduction', 'safety'] as const
export type InstructionKind = (typeof INSTRUCTION_KINDS)[number]

export const PAGE_SIZE = 30
/** So many days before its end one reads that an instruction ends soon. */
export const ENDS_SOON_DAYS = 60

export type Instruction = {
  id: string
  name: string
  kind: InstructionKind
  validMonths: number | null
  version: number
}

/** How a proof stands today. */
export type ProofState = 'valid' | 'ends_soon' | 'over' | 'revoked'

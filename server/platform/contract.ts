/** Something that waits for a person's decision, shown first on "Heute": one sentence, one verb. */
export type Waiting = { id: string; text: string; action: { label: string; to: string } }

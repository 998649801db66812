/** One line of the protocol, ready to be shown. */
export type ProtocolLine = {
  id: number
  at: Date
  who: string
  action: string
  thing: string
  details: [name: string, value: string][]
}

/** What the page was asked to show; days as people typed them. */
export type ProtocolFilter = { action: string; from: string; until: string }

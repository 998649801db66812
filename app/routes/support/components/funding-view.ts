import type { fundingFor } from '#server/support/funding/views.ts'

/** What the parts of an application's page are made of. */
export type FundingView = Awaited<ReturnType<typeof fundingFor>>

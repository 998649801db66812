import { event } from '#server/platform/bus.ts'
import type { FundingEvent, RequestEvent } from './contract.ts'

type OfRequest = { requestId: string; plgId: string; actorId: string }

export const supportAsked = event<OfRequest>('support.asked')
/** A request was accepted, declined, done or withdrawn. */
export const requestMoved = event<OfRequest & { event: RequestEvent }>('support.request-moved')
/** An application went from one state to the next. */
export const fundingMoved = event<{
  applicationId: string
  plgId: string
  actorId: string
  event: FundingEvent
  /** It had left the PLG before. */
  wasSubmitted: boolean
}>('support.funding-moved')

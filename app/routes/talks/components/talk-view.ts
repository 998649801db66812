import type { SerializeFrom } from '@remix-run/node'
import type { talkFor } from '#server/concepts/talks/views.ts'

/** What the page of a talk shows. */
export type TalkView = SerializeFrom<Awaited<ReturnType<typeof talkFor>>>

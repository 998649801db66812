import { type Submission } from '@conform-to/dom'
import { parseWithZod } from '@conform-to/zod/v4'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  type TypedResponse,
} from '@remix-run/node'
import type { z } from 'zod'
import '#server/platform/german-errors.ts'
import type { Actor } from '#server/auth/actor.ts'
import { findActor } from '#server/auth/find-actor.ts'
import { Conflict, Refusal, TooMany } from '#server/platform/errors.ts'
import { readForm } from './read-form.ts'
import { type KeptInput, reportTooMany, toHttp } from './refusals.ts'
import { typedFields } from './typed-fields.ts'

type Signed<Args> = Args & { actor: Actor }
type Visited<Args> = Args & { actor: Actor | null }
type FormArgs<Schema extends z.ZodType> = ActionFunctionArgs & { input: z.output<Schema> }
/** What `redirect` gives; a plain Response would turn the data of every action into `any`. */
type Answer = Promise<TypedResponse<never>>

/** What a form gets back when it was not accepted; HouseForm shows it. */
export type Reply = {
  status?: 'error' | 'success'
  initialValue?: Record<string, unknown>
  error?: Record<string, string[] | null>
  /** Which of several forms of a page this answers. */
  intent?: string
  /** With a conflict: what stands there now. */
  theirs?: string
}

/** The loader of a page for signed-in people: finds out who asks, turns a domain "no" into HTTP. */
export function page<View>(load: (args: Signed<LoaderFunctionArgs>) => Promise<View>) {
  return (args: LoaderFunctionArgs): Promise<View> =>
    answering(args, async () => load({ ...args, actor: await requireActor(args) }))
}

/** The loader of a page that visitors may read too. */
export function visitorPage<View>(load: (args: Visited<LoaderFunctionArgs>) => Promise<View>) {
  return (args: LoaderFunctionArgs): Promise<View> =>
    answering(args, async () =>
      load({ ...args, actor: await findActor(args.request, args.context) }),
    )
}

/** The action of a page with one form: checks the input, runs the command, shows a refusal beside the form. */
export function form<Schema extends z.ZodType>(
  schema: Schema,
  run: (args: Signed<FormArgs<Schema>>) => Answer,
) {
  return (args: ActionFunctionArgs) =>
    answeringForm(args, async (body) => {
      const actor = await requireActorForForm(args, body)
      return submit(schema, body, '', (input) => run({ ...args, actor, input }))
    })
}

/** The action of a form that visitors may send. */
export function visitorForm<Schema extends z.ZodType>(
  schema: Schema,
  run: (args: Visited<FormArgs<Schema>>) => Answer,
) {
  return (args: ActionFunctionArgs) =>
    answeringForm(args, async (body) => {
      const actor = await findActor(args.request, args.context)
      return submit(schema, body, '', (input) => run({ ...args, actor, input }))
    })
}

type Intent<Schema extends z.ZodType> = {
  schema: Schema
  run: (args: Signed<FormArgs<Schema>>) => Answer
}

/** Names one of several forms of a page, for `forms`. */
export function intent<Schema extends z.ZodType>(schema: Schema, run: Intent<Schema>['run']) {
  return { schema, run } as unknown as Intent<z.ZodType>
}

/**
 * The action of a page with several forms, told apart by the field `intent`. With `takesFiles` nothing
 * is read before it is known who sends it: such a body may be large (server/platform/front-door.ts).
 */
export function forms(
  intents: Record<string, Intent<z.ZodType>>,
  { takesFiles = false }: { takesFiles?: boolean } = {},
) {
  return (args: ActionFunctionArgs) =>
    answering(args, async () => {
      if (takesFiles) await requireActor(args)
      return answeringForm(args, async (body) => {
        const actor = await requireActorForForm(args, body)
        const given = body.get('intent')
        const name = typeof given === 'string' ? given : ''
        const chosen = Object.hasOwn(intents, name) ? intents[name] : undefined
        if (!chosen) throw data(null, { status: 400 })
        body.delete('intent')
        return submit(chosen.schema, body, name, (input) => chosen.run({ ...args, actor, input }))
      })
    })
}

async function submit<Schema extends z.ZodType>(
  schema: Schema,
  body: FormData,
  intentName: string,
  run: (input: z.output<Schema>) => Answer,
) {
  const submission = parseWithZod(body, { schema })
  if (submission.status !== 'success') return refuse(submission, intentName, 422)
  try {
    return await run(submission.value)
  } catch (error) {
    if (error instanceof Refusal)
      return refuse(submission, intentName, 422, { [error.field]: [error.message] })
    if (error instanceof TooMany)
      return refuse(submission, intentName, 429, { '': [reportTooMany(error)] }, retryAfter(error))
    if (error instanceof Conflict)
      return refuse(submission, intentName, 409, { '': [error.message] }, {}, error.theirs)
    throw error
  }
}

const retryAfter = (error: TooMany) => ({ 'Retry-After': String(error.seconds) })

/** Secrets are never sent back into a page. */
const SECRET = /password|token/i

function refuse(
  submission: Submission<unknown>,
  intentName: string,
  status: number,
  error?: Record<string, string[]>,
  headers?: Record<string, string>,
  theirs?: string,
) {
  const secrets = Object.keys(submission.payload).filter((name) => SECRET.test(name))
  const reply = submission.reply({ hideFields: secrets })
  const answer: Reply = {
    status: 'error',
    initialValue: Object.fromEntries(
      Object.entries(reply.initialValue ?? submission.payload).filter(
        ([name, value]) => !SECRET.test(name) && !(value instanceof Blob),
      ),
    ),
    error: error ?? reply.error,
    intent: intentName,
    theirs,
  }
  return data(answer, { status, headers })
}

async function requireActor(args: LoaderFunctionArgs): Promise<Actor> {
  const actor = await findActor(args.request, args.context)
  if (actor) return actor
  const { pathname, search } = new URL(args.request.url)
  const back = pathname.replace(/\.data$/, '').replace('/_root', '/') + search
  throw redirect(`/anmelden?weiter=${encodeURIComponent(back)}`)
}

/** A form that arrives after the session has ended is shown back whole: nothing typed is lost (safety.md SE-5). */
async function requireActorForForm(args: ActionFunctionArgs, body: FormData): Promise<Actor> {
  const actor = await findActor(args.request, args.context)
  if (actor) return actor
  throw data(keptInput(args, body), { status: 401 })
}

const keptInput = ({ request }: ActionFunctionArgs, body: FormData): KeptInput => ({
  typed: typedFields(body, SECRET),
  action: new URL(request.url).pathname,
})

async function answering<T>(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toHttp(error, args.context)
  }
}

/** Whatever goes wrong with a form, its words are on the page of the error; those with secrets are typed anew. */
async function answeringForm<T>(
  args: ActionFunctionArgs,
  work: (body: FormData) => Promise<T>,
): Promise<T> {
  const body = await answering(args, () => readForm(args.request))
  const hasSecrets = [...body.keys()].some((name) => SECRET.test(name))
  // Taken before the work, which may take fields out.
  const kept = hasSecrets ? undefined : keptInput(args, body)
  try {
    return await work(body)
  } catch (error) {
    throw toHttp(error, args.context, kept)
  }
}

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
import type { Room } from '#server/files/contract.ts'
import { Conflict, Refusal, TooMany } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { readForm } from './read-form.ts'
import { type Arrived, discard, type Given, isMultipart, readFormWithFiles } from './read-upload.ts'
import { type KeptInput, reportTooMany, toHttp } from './refusals.ts'
import { typedFields } from './typed-fields.ts'

type Signed<Args> = Args & { actor: Actor }
type Visited<Args> = Args & { actor: Actor | null }
type FormArgs<Schema extends z.ZodType> = ActionFunctionArgs & {
  input: z.output<Schema>
  /** What came beside the fields, where the page takes files. They are gone when the answer is there. */
  files: Given[]
}
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
  /** What a form that comes back shows beside its fields. */
  shown?: unknown
}

type Returned = {
  status: number
  errors?: Record<string, string[]>
  /** Other values than those that were sent. */
  values?: Record<string, unknown>
  shown: unknown
}

/** Thrown by an action whose form comes back with more than sentences: a try, or what could be had instead. */
export class Again extends Error {
  constructor(readonly returned: Returned) {
    super('again')
  }
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
    answeringForm(args, async ({ fields }) => {
      const actor = await requireActorForForm(args, fields)
      return submit(schema, fields, '', (input) => run({ ...args, actor, input, files: [] }))
    })
}

/** Whose files come, and how many of them there is room for: null where they are left out. */
type Admission = { who: string; room: Room | null }

/** The action of a form that visitors may send. With `admit` it brings files, which is judged before anything of it is read. */
export function visitorForm<Schema extends z.ZodType>(
  schema: Schema,
  run: (args: Visited<FormArgs<Schema>>) => Answer,
  { admit }: { admit?: (args: ActionFunctionArgs) => Promise<Admission> } = {},
) {
  return (args: ActionFunctionArgs) =>
    answeringForm(
      args,
      async (sent) => {
        const actor = await findActor(args.request, args.context)
        return submit(schema, sent.fields, '', (input) =>
          run({ ...args, actor, input, files: filesOf(sent) }),
        )
      },
      admit && (() => admit(args)),
    )
}

/** @throws Refusal beside the field where what came cannot be taken; the fields are shown again */
function filesOf({ files, trouble }: Arrived): Given[] {
  if (trouble) throw trouble
  return files
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
 * is read before it is known who sends it: such a body may be large (server/platform/front-door.ts). With `room`
 * files lie on the disk beside the fields; without it they are fields, in memory.
 */
export function forms(
  intents: Record<string, Intent<z.ZodType>>,
  { takesFiles = false, room }: { takesFiles?: boolean; room?: Room } = {},
) {
  return (args: ActionFunctionArgs) =>
    answering(args, async () => {
      if (takesFiles) await requireActor(args)
      return answeringForm(
        args,
        async (sent) => {
          const { fields } = sent
          const actor = await requireActorForForm(args, fields)
          const given = fields.get('intent')
          const name = typeof given === 'string' ? given : ''
          const chosen = Object.hasOwn(intents, name) ? intents[name] : undefined
          if (!chosen) throw data(null, { status: 400 })
          fields.delete('intent')
          return submit(chosen.schema, fields, name, (input) =>
            chosen.run({ ...args, actor, input, files: filesOf(sent) }),
          )
        },
        room && (() => admitActor(args, room)),
      )
    })
}

/** Of nobody only the fields are read, for the page that asks them to sign in again (safety.md SE-5). */
async function admitActor(args: ActionFunctionArgs, room: Room): Promise<Admission> {
  const actor = await findActor(args.request, args.context)
  return actor ? { who: actor.id, room } : { who: `visitor:${args.context.network}`, room: null }
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
    if (error instanceof Again) return again(submission, intentName, error.returned)
    if (error instanceof Refusal)
      return refuse(submission, intentName, 422, { [error.field]: [error.message] })
    if (error instanceof TooMany)
      return refuse(submission, intentName, 429, { '': [reportTooMany(error)] }, retryAfter(error))
    if (error instanceof Conflict)
      return refuse(submission, intentName, 409, { '': [error.message] }, {}, error.theirs)
    throw error
  }
}

function again(
  submission: Submission<unknown>,
  intentName: string,
  { status, errors = {}, values, shown }: Returned,
) {
  const { data: answer } = refuse(submission, intentName, status, errors)
  const initialValue = { ...answer.initialValue, ...values }
  return data({ ...answer, initialValue, shown } satisfies Reply, { status })
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
  work: (sent: Arrived) => Promise<T>,
  admit?: () => Promise<Admission>,
): Promise<T> {
  const sent = await answering(args, () => readSent(args.request, admit))
  const hasSecrets = [...sent.fields.keys()].some((name) => SECRET.test(name))
  // Taken before the work, which may take fields out.
  const kept = hasSecrets ? undefined : keptInput(args, sent.fields)
  try {
    return await work(sent)
  } catch (error) {
    throw toHttp(error, args.context, kept)
  } finally {
    await discard(sent.files)
  }
}

/** What may be a form whose file field stayed empty counts as no upload. */
const AS_SMALL_AS_WORDS = 32 * 1024

/** A form without a file in it is one like all others. */
async function readSent(request: Request, admit?: () => Promise<Admission>): Promise<Arrived> {
  if (!admit || !isMultipart(request))
    return { fields: await readForm(request), files: [], trouble: null }
  const { who, room } = await admit()
  try {
    if (Number(request.headers.get('content-length') ?? Infinity) > AS_SMALL_AS_WORDS)
      await spend('uploads', who)
  } catch (error) {
    if (!(error instanceof TooMany)) throw error
    return { ...(await readFormWithFiles(request, who, null)), trouble: error }
  }
  return readFormWithFiles(request, who, room)
}

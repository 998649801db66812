import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import '#server/platform/german-errors.ts'
import type { Actor } from '#server/auth/actor.ts'
import { findActor } from '#server/auth/find-actor.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import type { Incoming } from '#server/platform/incoming.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { safeRedirect } from '#server/platform/safe-redirect.ts'
import { toastCookie } from './cookies.ts'
import { ignoreBody, readUpload, type Sent } from './read-upload.ts'
import { type ErrorFacts, toHttp } from './refusals.ts'

/**
 * The loader of an address that is no page but bytes. Remix shows no page of an error there, so this one
 * answers in a few plain words.
 */
export function resource(load: (args: LoaderFunctionArgs & { actor: Actor }) => Promise<Response>) {
  return async (args: LoaderFunctionArgs): Promise<Response> => {
    try {
      const actor = await findActor(args.request, args.context)
      if (!actor) throw redirect(signInAddress(args.request))
      return await load({ ...args, actor })
    } catch (error) {
      return plainAnswer(failureOf(error, args))
    }
  }
}

/** The same for what visitors may have, too. With `signIn` they are led there where there is nothing for them. */
export function visitorResource(
  load: (args: LoaderFunctionArgs & { actor: Actor | null }) => Promise<Response>,
  { signIn = false }: { signIn?: boolean } = {},
) {
  return async (args: LoaderFunctionArgs): Promise<Response> => {
    let actor: Actor | null = null
    try {
      actor = await findActor(args.request, args.context)
      return await load({ ...args, actor })
    } catch (error) {
      const isNothing = signIn && !actor && error instanceof NotFound
      return plainAnswer(failureOf(isNothing ? redirect(signInAddress(args.request)) : error, args))
    }
  }
}

type Taken<Schema extends z.ZodType> = ActionFunctionArgs & {
  actor: Actor
  input: z.output<Schema>
  file: { name: string; incoming: Incoming } | null
}
/** For a script, and for the form of a browser without one. */
type Result = { json: unknown; sentence: string }

/**
 * The action that takes one file. Scripts ask for JSON; a plain form is led back to where it came from, with
 * the sentence as a message. Nothing is read before it is known who sends, and that not too often.
 */
export function upload<Schema extends z.ZodType>(
  schema: Schema,
  run: (args: Taken<Schema>) => Promise<Result>,
) {
  return async (args: ActionFunctionArgs): Promise<Response> => {
    const sent: Partial<Sent> = {}
    try {
      const actor = await findActor(args.request, args.context)
      if (!actor) throw data({ message: SIGNED_OUT } satisfies ErrorFacts, { status: 401 })
      await spend('uploads', actor.id)
      const { fields, file } = Object.assign(sent, await readUpload(args.request, actor.id))
      const submission = parseWithZod(fields, { schema })
      if (submission.status !== 'success')
        throw new Refusal(firstError(submission.error) ?? NOT_UNDERSTOOD)
      const { json, sentence } = await run({ ...args, actor, input: submission.value, file })
      if (wantsJson(args.request)) return answerJson(200, json)
      return await backWith(sentence, fields.get('back'), 'ok')
    } catch (error) {
      await ignoreBody(args.request)
      return await refuse(args.request, failureOf(error, args), sent.fields?.get('back'))
    } finally {
      await sent.file?.incoming.discard()
    }
  }
}

const wantsJson = ({ headers }: Request) =>
  headers.get('accept')?.includes('application/json') ?? false

/** To a script the facts, to the form of a browser a message on the page it came from. */
async function refuse(request: Request, failure: Failure | Response, back: unknown) {
  if (failure instanceof Response) return failure
  const { status, facts, headers } = failure
  const message = facts.message ?? wordsFor(status)
  if (wantsJson(request)) return answerJson(status, { ...facts, message }, headers)
  if (status === 401) return redirect(signInAddress(request))
  return back ? backWith(message, back, 'achtung') : plainAnswer(failure)
}

const SIGNED_OUT = 'Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.'
const NOT_UNDERSTOOD = 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.'

const firstError = (errors: Record<string, string[] | null> | null | undefined) =>
  Object.values(errors ?? {}).flatMap((sentences) => sentences ?? [])[0]

type Failure = { status: number; facts: ErrorFacts & { field?: string }; headers: Headers }

/** What went wrong, as facts; a Response where somebody is to go elsewhere. */
function failureOf(error: unknown, args: LoaderFunctionArgs): Failure | Response {
  const answer = toHttp(error, args.context)
  if (answer instanceof Response) return answer
  const { data: facts, init } = answer as ReturnType<typeof data<ErrorFacts>>
  const field = error instanceof Refusal ? error.field : undefined
  return {
    status: init?.status ?? 500,
    facts: { ...facts, field },
    headers: new Headers(init?.headers),
  }
}

function signInAddress(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return request.method === 'GET'
    ? `/anmelden?weiter=${encodeURIComponent(pathname + search)}`
    : '/anmelden'
}

function answerJson(status: number, body: unknown, headers = new Headers()): Response {
  headers.set('Cache-Control', 'no-store')
  return Response.json(body, { status, headers })
}

async function backWith(text: string, back: unknown, tone: 'ok' | 'achtung'): Promise<Response> {
  const cookie = await toastCookie({ text, tone })
  return redirect(safeRedirect(back), { headers: { 'Set-Cookie': cookie } })
}

const WORDS: Record<number, string> = {
  400: 'Diese Anfrage ist unvollständig oder beschädigt.',
  401: SIGNED_OUT,
  403: 'Das ist Ihnen hier nicht möglich.',
  404: 'Diese Datei gibt es nicht (mehr).',
  413: 'Diese Datei ist größer als 25 MB.',
  503: 'Dateien sind gerade nicht erreichbar. Bitte versuchen Sie es in einigen Minuten noch einmal.',
}
const wordsFor = (status: number) =>
  WORDS[status] ?? 'Das hat nicht geklappt. Der Fehler liegt bei uns und ist notiert.'

/** The few words of an address without a page, like those of the front door. */
function plainAnswer(failure: Failure | Response): Response {
  if (failure instanceof Response) return failure
  const { status, facts, headers } = failure
  const title = facts.message ?? wordsFor(status)
  const code = facts.id ? `<p>Kennung ${facts.id}</p>` : ''
  headers.set('Cache-Control', 'no-store')
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', "default-src 'none'")
  return new Response(
    `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status} – Lernen 25</title></head><body><main><h1>${escaped(title)}</h1>${code}<p><a href="/">Zur Startseite</a></p></main></body></html>`,
    { status, headers },
  )
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

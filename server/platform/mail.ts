import { mkdirSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { remember } from '@epic-web/remember'
import nodemailer, { type Transporter } from 'nodemailer'
import { now } from './clock.ts'
import { settings } from './env.ts'
import { isInTransaction } from './transaction.ts'

/** A letter: the subject is the fact, the text three lines and one link. */
export type Letter = {
  /** A name of '' is somebody whose name we do not know. */
  to: { name: string; address: string }
  subject: string
  /** Paragraphs of plain text. */
  text: string[]
  link?: { label: string; path: string }
  /** Where one can switch such mails off. */
  settingsPath?: string
}

export type KeptMail = {
  id: string
  to: string
  subject: string
  text: string
  at: string
}

const transport = remember('mail', () => ({ made: undefined as Transporter | undefined }))

function transporter(): Transporter {
  return (transport.made ??= nodemailer.createTransport(settings().smtpUrl, {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as object))
}

const oneLine = (text: string) => text.replace(/[\r\n\t]+/g, ' ').trim()

const greeting = (to: Letter['to']) => (to.name ? `Guten Tag, ${to.name}` : 'Guten Tag')

export function textOf(letter: Letter): string {
  const { origin } = settings()
  const parts = [greeting(letter.to), ...letter.text]
  if (letter.link) parts.push(`${letter.link.label}:\n${origin}${letter.link.path}`)
  parts.push('Lernen 25 – das Netz der Duisburger Schulen')
  if (letter.settingsPath)
    parts.push(`Diese Mails einstellen oder abbestellen:\n${origin}${letter.settingsPath}`)
  return parts.join('\n\n')
}

const escapeHtml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

function htmlOf(letter: Letter): string {
  const { origin } = settings()
  const p = (inner: string) => `<p style="margin:0 0 16px">${inner}</p>`
  const body = [greeting(letter.to), ...letter.text].map((text) =>
    p(escapeHtml(text).replaceAll('\n', '<br>')),
  )
  if (letter.link)
    body.push(
      p(`<a href="${escapeHtml(origin + letter.link.path)}">${escapeHtml(letter.link.label)}</a>`),
    )
  if (letter.settingsPath)
    body.push(
      p(
        `<a href="${escapeHtml(origin + letter.settingsPath)}">Diese Mails einstellen oder abbestellen</a>`,
      ),
    )
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${escapeHtml(letter.subject)}</title></head><body style="font-family:sans-serif;font-size:17px;line-height:1.5;color:#161921;max-width:40em">${body.join('')}</body></html>`
}

/**
 * Sends a letter now. Without SMTP_URL it becomes a file in DATA_DIR/mail. It may take long and cannot be
 * taken back, so call it from jobs and from `delivering` reactions only, never inside a transaction.
 */
export async function sendLetter(letter: Letter): Promise<void> {
  if (isInTransaction()) throw new Error('a letter would leave before its cause is committed')
  const mail = {
    from: settings().mailFrom,
    to: { name: oneLine(letter.to.name), address: oneLine(letter.to.address) },
    subject: oneLine(letter.subject).slice(0, 200),
    text: textOf(letter),
    html: htmlOf(letter),
    headers: letter.settingsPath
      ? { 'List-Unsubscribe': `<${settings().origin}${letter.settingsPath}>` }
      : undefined,
  }
  if (settings().smtpUrl) await transporter().sendMail(mail)
  else keepAsFile(letter, mail.text)
}

function keepAsFile(letter: Letter, text: string): void {
  const folder = join(settings().dataDir, 'mail')
  mkdirSync(folder, { recursive: true })
  const at = now().toISOString()
  const id = `${at.replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}`
  const kept: KeptMail = { id, to: letter.to.address, subject: letter.subject, text, at }
  writeFileSync(join(folder, `${id}.json`), JSON.stringify(kept, null, 2), { mode: 0o600 })
}

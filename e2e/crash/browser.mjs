// A browser without JavaScript: cookies, forms as they stand in the page, Origin. Nothing else.

const TIMEOUT = 14_000

/**
 * What an answer to a form means. 503 counts as unknown: the change may have been made although the
 * answer was lost on its way. 'odd' is an answer that must not happen.
 *
 * @returns {'acknowledged' | 'unknown' | 'refused' | 'odd'}
 */
export function judge({ status, location }) {
  if (status === 0 || status === 503) return 'unknown'
  if (status === 429) return 'refused'
  const leads = (status === 302 || status === 303) && !location.startsWith('/anmelden?')
  return leads ? 'acknowledged' : 'odd'
}

/** @param {string} origin */
export function aBrowser(origin) {
  const jar = new Map()

  /** @returns {Promise<{ status: number, location: string, html: string, ms: number }>} 0: no answer */
  async function send(path, init = {}) {
    const began = performance.now()
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie && { cookie }), ...init.headers }
    const signal = AbortSignal.timeout(TIMEOUT)
    const took = () => performance.now() - began
    try {
      const answer = await fetch(origin + path, { ...init, headers, redirect: 'manual', signal })
      const html = await answer.text()
      keep(answer.headers.getSetCookie())
      const location = (answer.headers.get('location') ?? '').replace(origin, '')
      return { status: answer.status, location, html, ms: took() }
    } catch (error) {
      return { status: 0, location: '', html: String(error.cause ?? error), ms: took() }
    }
  }

  function keep(lines) {
    for (const line of lines) {
      const [pair] = line.split(';')
      const at = pair.indexOf('=')
      if (/Max-Age=0(;|$)/i.test(line)) jar.delete(pair.slice(0, at))
      else jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }

  return {
    get: (path) => send(path),
    post: (path, fields) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin } }),
    upload: (path, body) => send(path, { method: 'POST', body, headers: { origin } }),
    session: () => jar.get('session') ?? '',
    /** The same device with the cookie of an earlier time. */
    withSession(token) {
      jar.set('session', token)
      return this
    },
    async signIn(email, password = 'lernen25-demo') {
      return this.post('/anmelden', { email, password, school: '' })
    },
  }
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }
export const decode = (text) =>
  text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_all, name) => ENTITIES[name])

const attribute = (tag, name) => decode(tag.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? '')

/**
 * The form of a page that has this button or hidden field, with everything a browser would send.
 * @returns {{ action: string, fields: Record<string, string> } | null}
 */
export function formWith(html, name, value, path) {
  for (const [whole, opening] of html.matchAll(/<form([^>]*)>[\s\S]*?<\/form>/g)) {
    if (!whole.includes(`name="${name}" value="${value}"`) && !whole.includes(`name="${name}"`))
      continue
    if (value && !whole.includes(`value="${value}"`)) continue
    const fields = {}
    for (const [tag] of whole.matchAll(/<input[^>]*>/g))
      if (attribute(tag, 'name') && !/type="(checkbox|radio|file)"/.test(tag))
        fields[attribute(tag, 'name')] = attribute(tag, 'value')
    for (const [select] of whole.matchAll(/<select[\s\S]*?<\/select>/g)) {
      const chosen = select.match(/<option[^>]* selected=""[^>]*>/)?.[0]
      const first = select.match(/<option[^>]*>/)?.[0] ?? ''
      fields[attribute(select, 'name')] = attribute(chosen ?? first, 'value')
    }
    if (value) fields[name] = value
    return { action: (attribute(opening, 'action') || path).replace(/#.*$/, ''), fields }
  }
  return null
}

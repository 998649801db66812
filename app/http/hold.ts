import type { AppLoadContext } from '@remix-run/node'
import { HELD, type SafeHtml } from '#app/ui/stored-html.tsx'

/**
 * A page would carry its texts twice: to be read, and once more as data for React, which needs them only when they
 * change. This holds them back from the second; `StoredHtml` puts them in, and nothing else can read them.
 *
 * @returns a stand-in for `StoredHtml`, or the HTML itself where only data are asked for
 */
export function hold({ held, isPage }: AppLoadContext, html: SafeHtml): SafeHtml {
  if (!isPage || !html) return html
  held.push(html)
  return `${HELD}${held.length - 1}` as SafeHtml
}

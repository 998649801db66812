/** Own pages one may be sent back to after signing in. Everything else leads home. */
const OWN_PATH = /^\/(?:[a-z0-9][a-z0-9\-_.~%/]*)?(?:\?[a-z0-9\-_.~%=&+]*)?(?:#[a-z0-9\-_]*)?$/i

/**
 * The only way to redirect to a target that came from outside. Accepts paths of our own and nothing else:
 * no scheme, no host, no "//", no backslash, no control character, also not percent-encoded.
 */
export function safeRedirect(target: unknown, otherwise = '/heute'): string {
  if (typeof target !== 'string' || target.length > 500) return otherwise
  if (!OWN_PATH.test(target) || target.includes('//') || target.includes('..')) return otherwise
  if (/%(?:0|1|2f|5c|25)/i.test(target)) return otherwise
  return target
}

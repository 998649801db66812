/** HTML that the server has cleaned. Only the code that cleans it may mint this type. */
export type SafeHtml = string & { readonly __safeHtml: true }

/** Posts, documents and news as the server stored them; the only place where HTML is put in as it is. */
export function StoredHtml({ html, className = '' }: { html: SafeHtml; className?: string }) {
  return <div className={`prose ${className}`} dangerouslySetInnerHTML={{ __html: html }} />
}

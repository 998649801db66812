import '#app/styles/app.css'
import fontUrl from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import { Links, Meta, Scripts, ScrollRestoration } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Look } from '#app/layout/root-view.ts'

const LIGHT_BAR = '#ffffff'
const DARK_BAR = '#232832'

/** The HTML around everything. The look stands on `<html>`, so the first paint is already right. */
export function Document({
  look,
  nonce,
  children,
}: {
  look: Look
  nonce?: string
  children: ReactNode
}) {
  return (
    <html
      lang="de"
      data-theme={look.theme}
      data-text-size={look.textSize}
      data-density={look.density}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <ThemeColor theme={look.theme} />
        <link rel="preload" as="font" type="font/woff2" href={fontUrl} crossOrigin="anonymous" />
        <link rel="icon" href="/favicon.ico" sizes="32x32" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

/** The colour of the browser's own bar: that of our top bar. */
function ThemeColor({ theme }: { theme: Look['theme'] }) {
  if (theme === 'dark') return <meta name="theme-color" content={DARK_BAR} />
  if (theme === 'light') return <meta name="theme-color" content={LIGHT_BAR} />
  return (
    <>
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={LIGHT_BAR} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={DARK_BAR} />
    </>
  )
}

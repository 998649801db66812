type Sticker = { code: string; name: string; offer: string; qr: { size: number; d: string } }

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** A sheet of A4 with stickers in three columns, as a page of its own. Four modules around a code stay white. */
export function sheetHtml(stickers: Sticker[], owner: string): string {
  const all = stickers.map(
    ({ code, name, offer, qr }) =>
      `<li><svg role="img" aria-label="QR-Code ${escaped(code)}" viewBox="-4 -4 ${qr.size + 8} ${qr.size + 8}"><path d="${qr.d}"/></svg><div><b>${escaped(code)}</b><p>${escaped(name)}</p>${name === offer ? '' : `<p>${escaped(offer)}</p>`}<p>${escaped(owner)}</p></div></li>`,
  )
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Etiketten</title><style>${CSS}</style></head><body><h1>Etiketten</h1><ul>${all.join('')}</ul></body></html>`
}

const CSS = `@page { size: A4; margin: 8mm }
body { margin: 0; font: 8pt sans-serif; color: #000 }
h1 { position: absolute; left: -9999px }
ul { display: grid; grid-template-columns: repeat(3, 1fr); gap: 2mm; margin: 0; padding: 0; list-style: none }
li { display: flex; gap: 1mm; align-items: center; height: 32mm; overflow: hidden; break-inside: avoid; border: .2mm solid #999 }
svg { flex: none; width: 28mm; height: 28mm }
b { font: bold 11pt monospace }
p { margin: .5mm 0 0 }`

import { visitorPage } from '#app/http/page.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { EDITION_FORMATS } from '#server/software/editions/contract.ts'
import { editionFile } from '#server/software/editions/views.ts'

const plain = (text: string, status: number) =>
  new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })

/** An edition as a file, for everybody. */
export const loader = visitorPage(async ({ params, request }) => {
  const asked = new URL(request.url).searchParams.get('format')
  const format = EDITION_FORMATS.find((one) => one === asked)
  if (!format) return plain('Diese Datei gibt es nicht.', 404)
  try {
    const { name, type, body } = await editionFile(pageNumber(params.number), format)
    return new Response(body as string | Uint8Array<ArrayBuffer>, {
      headers: {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="${name}"`,
        'Content-Security-Policy': "sandbox; default-src 'none'",
        'Access-Control-Allow-Origin': '*',
        'Cache-Control': 'no-cache',
      },
    })
  } catch (error) {
    if (error instanceof NotFound) return plain('Diese Ausgabe gibt es nicht.', 404)
    if (error instanceof Refusal) return plain(error.message, 422)
    throw error
  }
})

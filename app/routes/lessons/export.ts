import { visitorResource } from '#app/http/resource.ts'
import { lessonFile } from '#server/concepts/lessons/exporting/views.ts'

/** A lesson concept as a file. */
export const loader = visitorResource(async ({ actor, params, request }) => {
  const wanted = new URL(request.url).searchParams.get('format')
  const { name, type, text } = await lessonFile(actor, params.lesson ?? '', wanted)
  return new Response(text, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
})

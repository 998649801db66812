import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { UploadForm } from '#app/files/upload-form.tsx'
import { forms, intent, page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths as chapterPaths } from '#server/concepts/chapters/paths.ts'
import { beginImport } from '#server/concepts/importing/commands.ts'
import { beginImportInput } from '#server/concepts/importing/inputs.ts'
import { paths } from '#server/concepts/importing/paths.ts'
import { importsFor } from '#server/concepts/importing/views.ts'
import { stateNames } from '#server/concepts/importing/words.ts'
import { paths as conceptPaths } from '#server/concepts/paths.ts'
import { CHILDREN } from '#server/files/contract.ts'
import { childrenWords } from '#server/files/words.ts'

export const loader = page(({ actor, params }) => importsFor(actor, params.school ?? ''))

export const action = forms({
  begin: intent(beginImportInput, async ({ actor, params, input }) =>
    redirect(await beginImport(actor, params.school ?? '', input), 303),
  ),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Aus Word oder PDF übernehmen – ${data?.concept.title ?? 'Medienkonzept'} – Lernen 25` },
]

export default function Imports() {
  const { concept, school, files, imports, uploadKey, clientKey, now } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: concept.title, to: conceptPaths.draft(school.slug) },
          { label: 'Kapitel', to: chapterPaths.list(school.slug) },
          { label: 'Aus Word oder PDF übernehmen' },
        ]}
      />
      <PageHead
        title="Aus Word oder PDF übernehmen"
        meta="Ihr Konzept von bisher wird Version 0. Aus einer Word-Datei werden Kapitel, eine PDF-Datei bleibt eine Datei, in der man suchen kann."
      />
      <div className="grid max-w-[42rem] gap-5">
        <Card
          title={files.length === 0 ? '1. Datei hochladen' : 'Andere Datei hochladen'}
          lead="Word (.docx) oder PDF. Sie liegt danach beim Konzept; Ihr Entwurf bleibt, wie er ist."
        >
          <UploadForm
            to={{ thingKind: 'concept', thingId: concept.id }}
            clientKey={uploadKey}
            pictures="none"
            back={paths.list(school.slug)}
          />
        </Card>
        {files.length > 0 && (
          <Card
            title="2. Datei lesen"
            lead="Danach sehen Sie, was erkannt wurde, und entscheiden über jedes Kapitel."
          >
            <HouseForm reply={reply} clientKey={clientKey}>
              <RadioRows
                name="file"
                label="Welche Datei?"
                choices={files.map(({ id, name }) => ({ value: id, label: name }))}
                defaultValue={files[0]?.id}
              />
              <RadioRows
                name="children"
                label="Sind auf Bildern in der Datei Kinder erkennbar?"
                hint="Wenn Sie es nicht wissen, kommt der Text ohne Bilder."
                choices={CHILDREN.map((value) => ({ value, label: childrenWords[value] }))}
              />
              <div>
                <Button name="intent" value="begin">
                  Datei lesen
                </Button>
              </div>
            </HouseForm>
          </Card>
        )}
        {imports.length > 0 && (
          <Card title="Bisher">
            <ul className="divide-y divide-linie">
              {imports.map(({ id, fileName, state, createdAt }) => (
                <li key={id} className="py-zeile">
                  <Link
                    to={paths.one(school.slug, id)}
                    className="font-semibold wrap-anywhere underline"
                  >
                    {fileName}
                  </Link>
                  <p className="text-sm text-leise">
                    {stateNames[state]} · {when(createdAt, now)}
                  </p>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  )
}

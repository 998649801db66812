import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { paths } from '#server/concepts/chapters/paths.ts'
import { LONGEST_ALT } from '#server/concepts/importing/contract.ts'
import { describePictureInput } from '#server/concepts/importing/inputs.ts'
import { describePicture } from '#server/concepts/importing/pictures/commands.ts'
import { picturesFor } from '#server/concepts/importing/views.ts'
import { pictureAddress } from '#server/rich-text/contract.ts'

export const loader = page(({ actor, params }) => picturesFor(actor, params.school ?? ''))

export const action = form(
  describePictureInput,
  async ({ actor, params: { school = '' }, input }) => {
    await describePicture(actor, school, input)
    return redirectWithToast(paths.pictures(school), 'Die Beschreibung steht im Text.')
  },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bilder beschreiben – ${data?.concept.title ?? 'Medienkonzept'} – Lernen 25` },
]

export default function Pictures() {
  const { pictures, school } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const asked = reply?.initialValue
  return (
    <section aria-labelledby="bilder" className="max-w-[48rem]">
      <h2 id="bilder" className="mb-1 text-xl">
        Bilder beschreiben
      </h2>
      <p className="mb-4 text-leise">
        Wer ein Bild nicht sieht, hört die Beschreibung. Ohne sie lässt sich das Konzept nicht
        veröffentlichen.
      </p>
      {pictures.length === 0 ? (
        <EmptyState
          title="Alle Bilder sind beschrieben."
          action={<ButtonLink to={paths.list(school.slug)}>Zu den Kapiteln</ButtonLink>}
        />
      ) : (
        <ul className="divide-y divide-linie rounded-xl border border-linie bg-flaeche px-karte">
          {pictures.map(({ file, chapter }, at) => (
            <li
              key={`${chapter.id}-${file}`}
              className="grid grid-cols-[minmax(0,1fr)] gap-4 py-4 md:grid-cols-[16rem_minmax(0,1fr)]"
            >
              <img
                src={pictureAddress(file, 480)}
                alt={`Bild ${at + 1} von ${pictures.length}, noch ohne Beschreibung`}
                className="h-auto max-h-60 w-full rounded-lg object-contain"
                loading="lazy"
              />
              <HouseForm
                reply={asked?.file === file && asked.chapter === chapter.id ? reply : undefined}
              >
                <input type="hidden" name="chapter" value={chapter.id} />
                <input type="hidden" name="file" value={file} />
                <p className="text-sm text-leise">
                  Im Kapitel{' '}
                  <Link to={chapter.path} className="underline">
                    {chapter.title}
                  </Link>
                </p>
                <TextArea
                  name="alt"
                  label="Was ist zu sehen?"
                  hint="Ein Satz genügt. Keine Namen von Kindern."
                  rows={2}
                  maxLength={LONGEST_ALT}
                />
                <CheckField name="decorative" label="Schmuckbild, es sagt nichts aus" />
                <Button variant="secondary">Beschreibung speichern</Button>
              </HouseForm>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

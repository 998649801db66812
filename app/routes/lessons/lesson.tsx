import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import Flag from 'lucide-react/icons/flag'
import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { Attachments } from '#app/files/attachments.tsx'
import { forms, intent, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Link } from '#app/ui/link.tsx'
import { Menu, MenuButton } from '#app/ui/menu.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { adoptLesson, forgetUse, sayUse } from '#server/concepts/lessons/adopting/commands.ts'
import { deleteLesson } from '#server/concepts/lessons/commands.ts'
import {
  adoptLessonInput,
  forgetUseInput,
  lessonInput,
  lessonUseInput,
} from '#server/concepts/lessons/inputs.ts'
import { lessonFor } from '#server/concepts/lessons/views.ts'
import { visibilityNames } from '#server/concepts/lessons/words.ts'
import { paths } from '#server/concepts/paths.ts'
import { filesOf } from '#server/files/views.ts'
import { softwareStandings } from '#server/software/linked/views.ts'
import { LessonAside } from './components/lesson-aside.tsx'
import { LessonBody } from './components/lesson-body.tsx'

export const loader = visitorPage(async ({ actor, params }) => {
  const view = await lessonFor(actor, params.lesson ?? '')
  const ids = view.lesson.software.map(({ id }) => id)
  const [apps, files] = await Promise.all([
    softwareStandings(actor, ids),
    // Files have rights of persons: they come with signing in.
    actor && view.can.read ? filesOf(actor, { kind: 'lesson', id: view.lesson.id }) : null,
  ])
  return { ...view, apps, files }
})

const addressOf = ({ lesson = '' }: { lesson?: string }) => paths.lesson(Number(lesson))

export const action = forms({
  adopt: intent(adoptLessonInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await adoptLesson(actor, params.lesson ?? '', input),
      'Das Unterrichtskonzept ist übernommen. Passen Sie es an Ihre Lerngruppe an.',
    ),
  ),
  use: intent(lessonUseInput, async ({ actor, params, input }) => {
    await sayUse(actor, params.lesson ?? '', input)
    return redirectWithToast(addressOf(params), 'Gespeichert.')
  }),
  forget: intent(forgetUseInput, async ({ actor, params, input }) => {
    await forgetUse(actor, params.lesson ?? '', input)
    return redirectWithToast(addressOf(params), 'Das ist zurückgenommen.')
  }),
  delete: intent(lessonInput, async ({ actor, params }) => {
    const { number, title, school } = await deleteLesson(actor, params.lesson ?? '')
    const list = paths.lessons(school)
    return redirectWithToast(list, {
      text: `„${title}“ ist gelöscht.`,
      undo: {
        action: list,
        fields: { intent: 'restoreLesson', lesson: String(number) },
        label: 'Rückgängig',
      },
    })
  }),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.lesson.title ?? 'Unterrichtskonzept'} – Unterricht – Lernen 25` },
  ...(data?.lesson.visibility === 'public' ? [] : [{ name: 'robots', content: 'noindex' }]),
]

/** A lesson concept, for colleagues, the network and visitors. */
export default function LessonPage() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { lesson, original, files } = view
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      <PageHead
        title={lesson.title}
        kicker={`Unterrichtskonzept · ${lesson.school.name}`}
        badge={
          <Badge tone={lesson.visibility === 'authors' ? 'offen' : 'ok'}>
            {visibilityNames[lesson.visibility]}
          </Badge>
        }
        actions={<Actions view={view} />}
      />
      {original && (
        <p className="mb-4">
          Übernommen von {original.school}
          {original.path && (
            <>
              :{' '}
              <Link to={original.path} className="underline">
                {original.title}
              </Link>
            </>
          )}
        </p>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <LessonBody lesson={lesson} authors={view.authors} apps={view.apps} />
        <div className="grid min-w-0 gap-5">
          <LessonAside view={view} replyTo={replyTo} />
          {files && <Attachments view={files} back={paths.lesson(lesson.number)} />}
          <Exports view={view} />
        </div>
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function Actions({ view: { lesson, can, isSignedIn } }: { view: View }) {
  return (
    <>
      {can.write && (
        <ButtonLink icon={Pencil} to={paths.editLesson(lesson.number)}>
          Bearbeiten
        </ButtonLink>
      )}
      {(can.publish || can.withdraw) && (
        <ButtonLink to={paths.publishLesson(lesson.number)}>Wer liest es?</ButtonLink>
      )}
      {can.delete && (
        <>
          <Form id="unterricht-loeschen" method="post" />
          <Menu summary="Mehr">
            <li>
              <MenuButton form="unterricht-loeschen" icon={Trash2} name="intent" value="delete">
                Löschen
              </MenuButton>
            </li>
          </Menu>
        </>
      )}
      {isSignedIn && !can.write && (
        <ButtonLink icon={Flag} variant="tertiary" to={`/melden/lesson/${lesson.id}`}>
          Melden
        </ButtonLink>
      )}
    </>
  )
}

function Exports({ view: { lesson } }: { view: View }) {
  const isOut = lesson.visibility === 'network' || lesson.visibility === 'public'
  const link = 'inline-flex min-h-11 items-center underline'
  return (
    <Card title="Zum Weiterverwenden" className="print:hidden">
      <p className="flex flex-wrap gap-x-4">
        <a className={link} href={paths.lessonExport(lesson.number, 'md')}>
          Als Markdown
        </a>
        {isOut && (
          <a className={link} href={paths.lessonExport(lesson.number, 'json')}>
            Als JSON
          </a>
        )}
      </p>
    </Card>
  )
}

import Flag from 'lucide-react/icons/flag'
import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import Undo2 from 'lucide-react/icons/undo-2'
import { type MouseEvent, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { when } from '#app/ui/format.ts'
import { Menu, MenuButton, MenuLink } from '#app/ui/menu.tsx'
import type { CommentView } from '#server/documents/comments/contract.ts'
import { paths } from '#server/documents/comments/paths.ts'
import { NotSent } from './comment-acts.tsx'
import { CommentForm } from './comment-form.tsx'
import type { ThreadProps } from './comment-props.ts'

/** One comment: who, when, the words, and what one may do with it. */
export function CommentItem({ comment, ...props }: ThreadProps & { comment: CommentView }) {
  const { view, page, thread, writing, answer, onWrite, onDone } = props
  const isWriting = writing?.kind === 'edit' && writing.id === comment.id
  return (
    <li id={`kommentar-text-${comment.id}`} className="py-1.5">
      <div className="flex items-start gap-2">
        <p className="min-w-0 grow">
          <strong>{comment.author}</strong>{' '}
          <span className="text-sm text-leise">
            {when(comment.createdAt, view.now)}
            {comment.isEdited && !comment.isDeleted && ' · bearbeitet'}
          </span>
        </p>
        {!comment.isDeleted && !isWriting && <CommentMenu {...props} comment={comment} />}
      </div>
      {comment.isDeleted && <Deleted {...props} comment={comment} />}
      {!comment.isDeleted && !isWriting && (
        <p className="wrap-anywhere whitespace-pre-wrap">{comment.body}</p>
      )}
      {isWriting && (
        <CommentForm
          view={view}
          page={page}
          what={{ intent: 'edit', comment: comment.id }}
          label="Ihr Kommentar"
          button="Speichern"
          defaultValue={comment.body}
          answer={answer}
          takesFocus
          onSent={() => onDone(thread.id, 'Gespeichert')}
          onCancel={() => onWrite(null)}
        />
      )}
      {props.acts.stateOf(comment.id).hasTrouble && <NotSent />}
    </li>
  )
}

type Props = ThreadProps & { comment: CommentView }

function Deleted({ comment, acts, ...props }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <p className="text-leise">Kommentar gelöscht</p>
      {comment.can.restore && (
        <>
          <ActForm {...props} comment={comment} />
          <Button
            form={formOf(comment)}
            variant="tertiary"
            icon={Undo2}
            name="intent"
            value="restore"
            busy={acts.stateOf(comment.id).pressed === 'restore'}
          >
            Wiederherstellen
          </Button>
        </>
      )}
    </div>
  )
}

const formOf = ({ id }: CommentView) => `taten-${id}`

function ActForm({ view, page, comment }: Pick<Props, 'view' | 'page' | 'comment'>) {
  return (
    <form
      method="post"
      action={paths.page(view.document.path)}
      id={formOf(comment)}
      data-act={comment.id}
      className="hidden"
    >
      <input type="hidden" name="comment" value={comment.id} />
      <input type="hidden" name="from" value={page} />
    </form>
  )
}

/**
 * What is rarely done with a comment. A menu is filled when it is opened; without a script its one line asks for the
 * list of all with this menu filled and open.
 */
function CommentMenu(props: Props) {
  const { comment, view, thread, openMenu } = props
  const isAskedFor = openMenu === comment.id
  const [isFilled, setFilled] = useState(isAskedFor)
  if (comment.isOwn && !comment.can.edit && !comment.can.delete) return null
  return (
    <div className="-mt-2 -mr-2 shrink-0 print:hidden">
      <Menu
        isOpen={isAskedFor || undefined}
        onToggle={() => setFilled(true)}
        summary={
          <>
            <span aria-hidden="true" className="-mt-2 text-xl leading-none font-bold">
              …
            </span>
            <span className="sr-only">{`Mehr zum Kommentar von ${comment.author}`}</span>
          </>
        }
      >
        {isFilled ? (
          <Entries {...props} />
        ) : (
          <li>
            <a
              href={paths.more(view.document.path, comment.id, thread.id)}
              className="flex min-h-11 items-center px-3 underline"
            >
              Alle Möglichkeiten
            </a>
          </li>
        )}
      </Menu>
    </div>
  )
}

function Entries({ comment, view, page, thread, onWrite }: Props) {
  const { path } = view.document
  const edit = (event: MouseEvent) => {
    event.preventDefault()
    onWrite({ kind: 'edit', id: comment.id })
  }
  return (
    <>
      {comment.can.edit && (
        <MenuLink icon={Pencil} to={paths.edit(path, comment.id, thread.id)} onClick={edit}>
          Bearbeiten
        </MenuLink>
      )}
      {comment.can.delete && (
        <li>
          <ActForm view={view} page={page} comment={comment} />
          <MenuButton form={formOf(comment)} icon={Trash2} name="intent" value="delete">
            Löschen
          </MenuButton>
        </li>
      )}
      {!comment.isOwn && (
        <MenuLink icon={Flag} to={paths.report(comment.id)}>
          Melden
        </MenuLink>
      )}
    </>
  )
}

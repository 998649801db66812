import type { ReactNode } from 'react'
import { FieldErrors, type FieldTexts, GroupFrame, Hint, useControl } from '#app/ui/field-frame.tsx'

type RichChoice = { value: string; label: string; hint?: ReactNode; badge?: ReactNode }

/** One yes or no: a box with its sentence beside it, the whole line can be pressed. */
export function CheckField({
  name,
  label,
  hint,
  value = 'on',
  defaultChecked = false,
  className,
}: FieldTexts & { value?: string; defaultChecked?: boolean }) {
  const { id, errors, wasSent, sent, control } = useControl({ name, hint })
  return (
    <div className={className}>
      <label htmlFor={id} className="flex min-h-11 items-center gap-3 py-1.5">
        <input
          {...control}
          type="checkbox"
          value={value}
          defaultChecked={wasSent ? sent === value : defaultChecked}
          className="size-5 shrink-0"
        />
        <span>{label}</span>
      </label>
      <Hint id={id}>{hint}</Hint>
      <FieldErrors id={id} errors={errors} />
    </div>
  )
}

/** Several boxes under one question; many short ones side by side in `columns`. */
export function CheckGroup({
  choices,
  defaultValue = [],
  columns = false,
  ...texts
}: FieldTexts & { choices: RichChoice[]; defaultValue?: string[]; columns?: boolean }) {
  const { id, errors, wasSent, sent } = useControl(texts)
  const chosen = wasSent ? [sent].flat() : defaultValue
  return (
    <GroupFrame {...texts} id={id} errors={errors}>
      <div className={columns ? 'grid grid-cols-2 gap-x-4 md:grid-cols-3' : 'grid'}>
        {choices.map((choice, at) => (
          <label key={choice.value} className="flex min-h-11 items-center gap-3 py-1.5">
            <input
              id={at === 0 ? id : undefined}
              type="checkbox"
              name={texts.name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              className="size-5 shrink-0"
            />
            <ChoiceWords {...choice} />
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}

/** One of a few short words, shown as one bar. */
export function RadioBar({
  choices,
  defaultValue,
  ...texts
}: FieldTexts & { choices: RichChoice[]; defaultValue?: string }) {
  const { id, errors, wasSent, sent } = useControl(texts)
  const chosen = wasSent ? sent : defaultValue
  return (
    <GroupFrame {...texts} id={id} errors={errors}>
      <div className="inline-flex max-w-full flex-wrap gap-px overflow-clip rounded-lg border border-rand bg-rand">
        {choices.map(({ value, label }, at) => (
          <label
            key={value}
            className="relative flex min-h-11 min-w-11 grow items-center justify-center bg-flaeche px-2 md:px-3 has-checked:bg-aktion has-checked:font-semibold has-checked:text-auf-aktion has-focus-visible:-outline-offset-4 has-checked:has-focus-visible:outline-auf-aktion"
          >
            <input
              id={at === 0 ? id : undefined}
              type="radio"
              name={texts.name}
              value={value}
              defaultChecked={chosen === value}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}

/** One of several sentences, each a row of its own with room for a hint or a badge. */
export function RadioRows({
  choices,
  defaultValue,
  ...texts
}: FieldTexts & { choices: RichChoice[]; defaultValue?: string }) {
  const { id, errors, wasSent, sent } = useControl(texts)
  const chosen = wasSent ? sent : defaultValue
  return (
    <GroupFrame {...texts} id={id} errors={errors}>
      <div className="grid gap-2">
        {choices.map((choice, at) => (
          <label
            key={choice.value}
            className="flex min-h-11 items-center gap-3 rounded-lg border border-rand bg-flaeche px-3 py-2 has-checked:border-aktion has-checked:bg-aktion-zart has-checked:font-semibold"
          >
            <input
              id={at === 0 ? id : undefined}
              type="radio"
              name={texts.name}
              value={choice.value}
              defaultChecked={chosen === choice.value}
              className="size-5 shrink-0"
            />
            <ChoiceWords {...choice} />
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}

function ChoiceWords({ label, hint, badge }: RichChoice) {
  return (
    <span className="flex min-w-0 grow flex-wrap items-center justify-between gap-x-3 gap-y-1">
      <span className="min-w-0 wrap-anywhere hyphens-auto">
        {label}
        {hint && <span className="block text-sm font-normal text-leise">{hint}</span>}
      </span>
      {badge}
    </span>
  )
}

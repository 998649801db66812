import {
  type FormEvent,
  type InputHTMLAttributes,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useState,
} from 'react'
import { asText } from '#app/ui/form-context.ts'
import { CONTROL, FieldFrame, type FieldTexts, useControl } from '#app/ui/field-frame.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'

type Own<Attributes> = FieldTexts &
  Omit<Attributes, keyof FieldTexts | 'id' | 'value' | 'defaultValue' | 'onChange'> & {
    defaultValue?: string | number | null
  }
type Counted = {
  /** With `maxLength`: says how many characters are left once JavaScript runs. */
  counter?: boolean
}

/** One line of text, a number, a date or a time: the control the device knows best. */
export function TextField({
  label,
  hint,
  optional,
  className,
  defaultValue,
  counter,
  ...input
}: Own<InputHTMLAttributes<HTMLInputElement>> & Counted) {
  const { id, errors, wasSent, sent, control } = useControl({ name: input.name, hint })
  const value = wasSent ? asText(sent) : (defaultValue ?? '')
  const { length, handleInput } = useLength(String(value))
  return (
    <FieldFrame {...{ name: input.name, label, hint, optional, className, id, errors }}>
      <input
        {...input}
        {...control}
        defaultValue={value}
        onInput={handleInput}
        className={CONTROL}
      />
      {counter && <Counter length={length} max={input.maxLength} />}
    </FieldFrame>
  )
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  optional,
  className,
  defaultValue,
  counter,
  ...area
}: Own<TextareaHTMLAttributes<HTMLTextAreaElement>> & Counted) {
  const { id, errors, wasSent, sent, control } = useControl({ name: area.name, hint })
  const value = wasSent ? asText(sent) : (defaultValue ?? '')
  const { length, handleInput } = useLength(String(value))
  return (
    <FieldFrame {...{ name: area.name, label, hint, optional, className, id, errors }}>
      <textarea
        rows={4}
        {...area}
        {...control}
        defaultValue={value}
        onInput={handleInput}
        className={CONTROL}
      />
      {counter && <Counter length={length} max={area.maxLength} />}
    </FieldFrame>
  )
}

export type Choice = { value: string; label: string }
export type ChoiceGroup = { label: string; choices: Choice[] }

/** A list to choose one from, in groups if wanted. `empty` is the first line that chooses nothing. */
export function SelectField({
  label,
  hint,
  optional,
  className,
  defaultValue,
  choices,
  empty,
  ...select
}: Own<SelectHTMLAttributes<HTMLSelectElement>> & {
  choices: (Choice | ChoiceGroup)[]
  empty?: string
}) {
  const { id, errors, wasSent, sent, control } = useControl({ name: select.name, hint })
  return (
    <FieldFrame {...{ name: select.name, label, hint, optional, className, id, errors }}>
      <select
        {...select}
        {...control}
        defaultValue={wasSent ? asText(sent) : (defaultValue ?? '')}
        className={CONTROL}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((entry) =>
          'choices' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.choices.map(toOption)}
            </optgroup>
          ) : (
            toOption(entry)
          ),
        )}
      </select>
    </FieldFrame>
  )
}

/** A file. Browsers never put a file back after an error, so the hint says what is allowed beforehand. */
export function FileField({
  label,
  hint,
  optional,
  className,
  ...input
}: Own<InputHTMLAttributes<HTMLInputElement>>) {
  const { id, errors, control } = useControl({ name: input.name, hint })
  return (
    <FieldFrame {...{ name: input.name, label, hint, optional, className, id, errors }}>
      <input
        {...input}
        {...control}
        defaultValue={undefined}
        type="file"
        className={`${CONTROL} file:mr-3 file:rounded-md file:bg-mulde file:px-3 file:py-1 file:font-semibold`}
      />
    </FieldFrame>
  )
}

/** A password; it never comes back from the server. A button shows it once JavaScript runs. */
export function PasswordField({
  label,
  hint,
  optional,
  className,
  ...input
}: Own<InputHTMLAttributes<HTMLInputElement>>) {
  const { id, errors, control } = useControl({ name: input.name, hint })
  const [isShown, setShown] = useState(false)
  const canShow = useHydrated()
  return (
    <FieldFrame {...{ name: input.name, label, hint, optional, className, id, errors }}>
      <div className="relative">
        <input
          autoComplete="current-password"
          {...input}
          {...control}
          defaultValue={undefined}
          type={isShown ? 'text' : 'password'}
          className={`${CONTROL} pr-32`}
        />
        {canShow && (
          <button
            type="button"
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
            className="absolute inset-y-0 right-0 min-h-11 px-3 text-sm underline"
          >
            {isShown ? 'Verbergen' : 'Anzeigen'}
            <span className="sr-only">: Passwort</span>
          </button>
        )}
      </div>
    </FieldFrame>
  )
}

function toOption({ value, label }: Choice) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  )
}

function Counter({ length, max = 0 }: { length: number; max?: number }) {
  if (!useHydrated()) return null
  return (
    <p className="text-sm text-leise">
      {length} von {max} Zeichen
    </p>
  )
}

function useLength(initial: string) {
  const [length, setLength] = useState(initial.length)
  const handleInput = (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
    setLength(event.currentTarget.value.length)
  return { length, handleInput }
}

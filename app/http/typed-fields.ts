/** The fields of a sent form as pairs, without secrets and files: to show them back to the person. */
export function typedFields(body: FormData, secret: RegExp): [name: string, value: string][] {
  return [...body.entries()].flatMap(([name, value]) =>
    typeof value === 'string' && !secret.test(name) ? [[name, value] as [string, string]] : [],
  )
}

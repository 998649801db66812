import type { CliCommand } from '#server/platform/area.ts'
import { issueOperatorLink } from './registration/commands.ts'

/** `npm run operator:first`: how the first person gets into an empty platform. */
const firstOperator: CliCommand = async (args, print) => {
  const link = await issueOperatorLink(args.includes('--force'))
  if (!link) {
    print('Es gibt schon jemanden in der Technischen Administration. Ämter vergibt man dort unter')
    print('Verwaltung, Personen. Ist niemand mehr erreichbar: operator:first -- --force')
    return 1
  }
  print('Mit diesem Link richten Sie die Technische Administration ein. Er gilt 24 Stunden und')
  print('funktioniert einmal. Geben Sie ihn an niemanden weiter:')
  print(link)
  return 0
}

export const cli = { 'operator:first': firstOperator }

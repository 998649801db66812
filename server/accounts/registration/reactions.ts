import { mintToken } from '#server/auth/tokens.ts'
import { delivering } from '#server/platform/bus.ts'
import { sendLetter } from '#server/platform/mail.ts'
import { schoolNames } from '#server/schools/views.ts'
import { alreadyRegisteredLetter } from '../mails/already-registered.ts'
import { registerLetter } from '../mails/register.ts'
import * as sql from '../sql.ts'
import { registrationAsked } from './events.ts'

export const reactions = [
  delivering(registrationAsked, 'accounts.answerRegistration', async (asked) => {
    const person = await sql.findPersonByEmail(asked.email)
    if (person) {
      if (!person.isActive) return
      const token = await mintToken('sign_in', { personId: person.id })
      await sendLetter(alreadyRegisteredLetter(person, token))
      return
    }
    const schools = await schoolNames([asked.schoolId])
    const token = await mintToken('register', { payload: asked })
    const school = schools.get(asked.schoolId)?.name ?? ''
    await sendLetter(registerLetter(asked.email, { school, role: asked.role }, token))
  }),
]

import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { finishWelcome, setInterests } from '#server/accounts/commands.ts'
import { interestsInput, nothing } from '#server/accounts/inputs.ts'
import { paths } from '#server/accounts/paths.ts'
import { welcomeFor } from '#server/accounts/views.ts'
import { suggestionsFor } from '#server/plg/views.ts'
import { PrivacyNotice } from './components/privacy-notice.tsx'
import { Waiting } from './components/waiting.tsx'
import { InterestsStep, PlgStep, SchoolStep } from './components/welcome-steps.tsx'

const STEPS = 3

export const loader = page(async ({ actor, request }) => {
  const view = await welcomeFor(actor)
  const wanted = Number(new URL(request.url).searchParams.get('schritt'))
  const step = [1, 2, STEPS].includes(wanted) ? wanted : 1
  if (view.isConfirmed && view.isDone && view.waiting.length === 0 && step !== STEPS)
    throw redirect('/heute')
  const plgs = step === STEPS ? await suggestionsFor(actor, view) : []
  return { ...view, firstName: actor.firstName, step, plgs }
})

export const action = forms({
  interests: intent(interestsInput, async ({ actor, input }) => {
    // Whoever follows a suggestion of the last step has arrived and is not asked again.
    await setInterests(actor, input)
    await finishWelcome(actor)
    return redirect(paths.welcome(STEPS))
  }),
  finish: intent(nothing, async ({ actor }) => {
    await finishWelcome(actor)
    return redirect('/heute')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Willkommen – Lernen 25' }]

export default function Welcome() {
  const view = useLoaderData<typeof loader>()
  const { isConfirmed, isDone, waiting, step, firstName } = view
  const isWaiting = !isConfirmed || (isDone && step !== STEPS)
  return (
    <div className="grid max-w-[44rem] gap-5">
      <PageHead
        title={`Willkommen, ${firstName}`}
        meta={isWaiting ? undefined : `Schritt ${step} von ${STEPS}`}
      />
      {isWaiting ? (
        <Waiting waiting={waiting} isConfirmed={isConfirmed} />
      ) : (
        <>
          {step === 1 && <SchoolStep memberships={view.memberships} />}
          {step === 2 && <InterestsStep subjects={view.subjects} gradeBands={view.gradeBands} />}
          {step === 3 && <PlgStep plgs={view.plgs} />}
        </>
      )}
      {(isWaiting || step === 1) && <PrivacyNotice />}
    </div>
  )
}

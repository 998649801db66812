import { ButtonLink } from '#app/ui/button.tsx'

export default function Start() {
  return (
    <>
      <h1 tabIndex={-1} className="text-3xl">
        Das Netz der Duisburger Schulen
      </h1>
      <ButtonLink variant="primary" to="/anmelden">
        Anmelden
      </ButtonLink>
    </>
  )
}

import { Link } from '#app/ui/link.tsx'

/** Said at the first visit (safety.md PR-6). */
export function PrivacyNotice() {
  return (
    <aside aria-label="Datenschutz" className="rounded-lg bg-mulde p-4">
      <p>
        <strong>Ihre Daten:</strong> Wir speichern Name, Schule, Rolle und E-Mail-Adresse, Fächer
        nur, wenn Sie sie angeben. Niemand sieht, wann Sie hier waren oder was Sie gelesen haben. Es
        gibt keine Auswertung über Personen und keine Verbindung zu fremden Diensten.
      </p>
      <p className="mt-2">
        <Link to="/datenschutz" className="underline">
          Datenschutzerklärung lesen
        </Link>
      </p>
    </aside>
  )
}

import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import type {
  Denomination,
  District,
  Ownership,
  SchoolForm,
  SupportFocus,
} from '#server/schools/contract.ts'
import {
  denominationWords,
  districtWords,
  ownershipWords,
  schoolFormWords,
  supportFocusWords,
} from '#server/schools/words.ts'

type School = {
  officialName: string
  schoolNumber: string | null
  form: SchoolForm
  denomination: Denomination | null
  supportFocus: SupportFocus[]
  hasSeveralSites: boolean
  district: District | null
  street: string
  postalCode: string
  city: string
  phone: string
  officialEmail: string | null
  homepage: string
  ownership: Ownership
  origin: 'register' | 'demo' | 'manual'
}

/** What the register says of a school, and where it comes from. */
export function SchoolFacts({ school }: { school: School }) {
  return (
    <>
      <Card title="Anschrift und Kontakt">
        <DefinitionList
          facts={[
            ['Anschrift', <Address key="address" {...school} />],
            ['Stadtbezirk', school.district && districtWords[school.district]],
            ['Telefon', school.phone && <PhoneLink number={school.phone} />],
            ['Postfach', school.officialEmail && <MailLink address={school.officialEmail} />],
            ['Homepage', school.homepage && <HomepageLink url={school.homepage} />],
          ]}
        />
      </Card>
      <Card title="Zur Schule">
        <DefinitionList
          facts={[
            ['Amtlicher Name', school.officialName],
            [
              'Schulform',
              school.denomination
                ? denominationWords[school.denomination]
                : schoolFormWords[school.form],
            ],
            [
              school.supportFocus.length > 1 ? 'Förderschwerpunkte' : 'Förderschwerpunkt',
              school.supportFocus.map((focus) => supportFocusWords[focus]).join(', '),
            ],
            [
              'Standorte',
              school.hasSeveralSites ? 'Grundschulverbund mit mehreren Standorten' : null,
            ],
            ['Trägerschaft', ownershipWords[school.ownership]],
            ['Schulnummer', school.schoolNumber],
          ]}
        />
        {school.origin === 'register' && (
          <p className="mt-3 text-sm text-leise">
            Quelle: Schulregister des Ministeriums für Schule und Bildung NRW (MSB NRW)
          </p>
        )}
      </Card>
    </>
  )
}

function Address({
  street,
  postalCode,
  city,
}: {
  street: string
  postalCode: string
  city: string
}) {
  return (
    <>
      {street}
      <br />
      {postalCode} {city}
    </>
  )
}

function PhoneLink({ number }: { number: string }) {
  return (
    <a href={`tel:${number.replace(/[^\d+]/g, '')}`} className="underline">
      {number}
    </a>
  )
}

function MailLink({ address }: { address: string }) {
  return (
    <a href={`mailto:${address}`} className="break-all underline">
      {address}
    </a>
  )
}

/** The way out of the platform, shown by where it leads. */
function HomepageLink({ url }: { url: string }) {
  return (
    <a href={url} rel="noreferrer" className="break-all underline">
      {url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  )
}

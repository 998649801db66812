import { Card } from '#app/ui/card.tsx'
import { wordsOf } from '#app/ui/choices.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { number } from '#app/ui/format.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import type {
  DataLine,
  ProductFacts,
  PublicDocument,
  Use,
  Variant,
} from '#server/software/products/contract.ts'
import { dataSubjectNames, transferNames } from '#server/software/products/words.ts'
import {
  accountNames,
  costNames,
  costUnitNames,
  deliveryNames,
  functionNames,
  kindNames,
  offlineNames,
  advertisingNames,
  procurerNames,
} from '#server/software/words.ts'
import { DocumentList } from './document-list.tsx'

type Product = ProductFacts & {
  slug: string
  vendor: string | null
  vendorCountry: string | null
  hasAvv: boolean
  variants: Variant[]
  data: DataLine[]
  documents: PublicDocument[]
}

const once = (values: string[]) => [...new Set(values.filter(Boolean))].join(', ')

/** What one wants to know of data before one asks: account, age, servers, contract, cost. */
export function DataFacts({ product, uses }: { product: Product; uses: Use[] }) {
  const { variants } = product
  const ages = uses.flatMap(({ minAge }) => minAge ?? [])
  return (
    <Card title="Daten und Technik">
      <DefinitionList
        facts={[
          ['Konto der Lernenden', once(uses.map(({ account }) => accountNames[account]))],
          ['Mindestalter', ages.length > 0 ? `${Math.max(...ages)} Jahre` : null],
          [
            'Serverstandort',
            once(
              variants.map((v) => [v.hostingCountry, v.hostingProvider].filter(Boolean).join(', ')),
            ),
          ],
          ['AV-Vertrag', product.hasAvv ? 'Liegt vor' : 'Liegt hier nicht vor'],
          ['Künstliche Intelligenz', aiWords(variants)],
          ['Weitere Beteiligte', <Subprocessors key="sub" variants={variants} />],
          ['Verarbeitete Daten', <DataLines key="data" lines={product.data} />],
          [
            'Unterlagen',
            <DocumentList key="documents" slug={product.slug} documents={product.documents} />,
          ],
        ]}
      />
    </Card>
  )
}

const aiWords = (variants: Variant[]) => {
  const withAi = variants.filter(({ hasAi }) => hasAi)
  if (withAi.length === 0) return variants.length > 0 ? 'Nein' : null
  return `Ja. ${once(withAi.map(({ aiNote }) => aiNote))}`
}

function Subprocessors({ variants }: { variants: Variant[] }) {
  const all = variants.flatMap(({ subprocessors }) => subprocessors)
  if (all.length === 0) return 'Keine bekannt'
  return (
    <ul>
      {all.map(({ name, country, service, basis }) => (
        <li key={`${name}${service}`} className="wrap-anywhere">
          {[name, country, service, transferNames[basis]].filter(Boolean).join(' · ')}
        </li>
      ))}
    </ul>
  )
}

function DataLines({ lines }: { lines: DataLine[] }) {
  if (lines.length === 0) return 'Nicht aufgeführt'
  return (
    <ul>
      {lines.map(({ subject, category, purpose, retention }) => (
        <li key={`${subject}${category}${purpose}`} className="wrap-anywhere">
          {[`${dataSubjectNames[subject]}: ${category}`, purpose, retention]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
    </ul>
  )
}

/** What it is, for whom, and what it costs. */
export function AboutProduct({ product }: { product: Product }) {
  return (
    <Card title="Über die App">
      {product.description && (
        <p className="mb-3 max-w-[68ch] wrap-anywhere whitespace-pre-line">{product.description}</p>
      )}
      <DefinitionList
        facts={[
          ['Anbieter', [product.vendor, product.vendorCountry].filter(Boolean).join(', ')],
          ['Art', kindNames[product.kind]],
          ['Wofür', wordsOf(product.functionTags, functionNames)],
          ['Fächer', wordsOf(product.subjects, subjectNames)],
          ['Jahrgänge', wordsOf(product.gradeBands, gradeBandNames)],
          ['Schulformen', wordsOf(product.schoolForms, schoolFormWords)],
          ['Kosten', costWords(product)],
          ['Beschaffung', procurerNames[product.procuredBy]],
          ['Auf die Geräte', wordsOf(product.delivery, deliveryNames)],
          ['Ohne Internet', offlineNames[product.offlineUse]],
          ['Werbung', advertisingNames[product.advertising]],
          ['Barrierefreiheit', product.accessibilityNote],
          ['Webseite', <Website key="website" url={product.website} />],
        ]}
      />
    </Card>
  )
}

function costWords({ costModel, costUnit, costCents, costNote }: ProductFacts): string {
  const price = costCents === null ? '' : `${number(costCents / 100)} Euro`
  const unit = costUnit === null ? '' : costUnitNames[costUnit]
  return [costNames[costModel], [price, unit].filter(Boolean).join(' '), costNote]
    .filter(Boolean)
    .join(' · ')
}

/** Only what begins like an address of the web becomes a link. */
function Website({ url }: { url: string }) {
  if (!/^https?:\/\//.test(url)) return url || 'Keine bekannt'
  return (
    <a
      href={url}
      rel="noreferrer nofollow"
      className="inline-flex min-h-11 items-center underline wrap-anywhere"
    >
      {url.replace(/^https?:\/\//, '')}
    </a>
  )
}

import { visitorPage } from '#app/http/page.ts'
import { nowhere } from '#server/today/views.ts'

export const loader = visitorPage(() => nowhere())

export default function Nowhere() {
  return null
}

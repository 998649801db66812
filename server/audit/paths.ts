import type { ProtocolFilter } from './contract.ts'

export const paths = {
  protocol: (filter?: Partial<ProtocolFilter>, page = 1) => {
    const query = new URLSearchParams()
    if (filter?.action) query.set('aktion', filter.action)
    if (filter?.from) query.set('von', filter.from)
    if (filter?.until) query.set('bis', filter.until)
    if (page > 1) query.set('seite', String(page))
    const text = query.toString()
    return text ? `/verwaltung/protokoll?${text}` : '/verwaltung/protokoll'
  },
}

import type { Area } from '#server/platform/area.ts'
import { searchSoftware } from './directory/views.ts'
import { privacy } from './privacy.ts'
import { locateProduct, productThings, standingTo } from './views.ts'

export const software: Area = {
  name: 'software',
  things: [
    {
      kind: 'software',
      word: 'App',
      cards: productThings,
      standing: standingTo,
      locate: locateProduct,
    },
  ],
  search: [{ kind: 'software', title: 'Software', find: searchSoftware }],
  privacy,
}

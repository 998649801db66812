import type { Area } from '#server/platform/area.ts'
import { privacyRules as deskPrivacy } from './desk/privacy.ts'
import { privacy } from './privacy.ts'
import { locateOffer, offerStanding, offerThings, searchOffers } from './views.ts'

export const medialab: Area = {
  name: 'medialab',
  things: [
    {
      ...{ kind: 'lab-offer', word: 'Angebot des MediaLab', cards: offerThings },
      ...{ standing: offerStanding, locate: locateOffer },
    },
  ],
  search: [{ kind: 'lab-offer', title: 'MediaLab', find: searchOffers }],
  privacy: [...privacy, ...deskPrivacy],
}

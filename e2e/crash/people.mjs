// Who does what during a round: names of the demonstration district (db/seeds/people.ts).

export const SHARED_PLGS = [
  {
    plg: 'ipads-mathematik-5-6',
    openers: ['meike.thomas', 'aylin.yildiz'],
    writers: [
      'meike.thomas',
      'orhan.demir',
      'aylin.yildiz',
      'tobias.hansen',
      'nadja.petrovic',
      'lukas.sommer',
    ],
  },
  {
    plg: 'erstlesen-mit-ton-und-bild',
    openers: ['claudia.neumann'],
    writers: ['claudia.neumann', 'fatma.arslan', 'pawel.nowak', 'ines.keller'],
  },
]

/** They come and go in a PLG of their own, so that the bell of the others stays predictable. */
export const JOINED_PLG = 'schreiben-mit-ki-werkzeugen'
export const JOINED_PLG_LEAD = 'jonas.becker'
export const JOINERS = ['sven.richter', 'miriam.adler', 'marco.rossi', 'deniz.oeztuerk']

export const SIGNERS = ['sabine.krueger', 'ruth.lang']
export const RENAMERS = ['hannah.vogt', 'julia.brandt']
export const OPERATOR = 'operator'
export const MENTIONED = { who: 'orhan.demir', name: 'Orhan Demir' }

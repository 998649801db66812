const withNext = (path: string, next?: string) =>
  next ? `${path}?weiter=${encodeURIComponent(next)}` : path

export const paths = {
  register: () => '/registrieren',
  registration: (token: string) => `/registrieren/${token}`,
  signIn: (next?: string) => withNext('/anmelden', next),
  requestLink: (next?: string) => withNext('/anmelden/link', next),
  useLink: (token: string) => `/anmelden/link/${token}`,
  signOut: () => '/abmelden',
  forgotPassword: () => '/passwort-vergessen',
  resetPassword: (token: string) => `/passwort-neu/${token}`,
  firstOperator: (token: string) => `/einrichten/${token}`,
  /** The first visit: waiting for confirmation, then the three steps. */
  welcome: (step?: number) => (step ? `/willkommen?schritt=${step}` : '/willkommen'),
  account: () => '/konto',
  roles: () => '/konto/schulen',
  password: () => '/konto/passwort',
  sessions: () => '/konto/geraete',
  appearance: () => '/konto/darstellung',
  storedData: () => '/konto/datenschutz',
  schoolPeople: (school: string) => `/schulen/${school}/personen`,
  administration: () => '/verwaltung',
  people: () => '/verwaltung/personen',
  person: (id: string) => `/verwaltung/personen/${id}`,
  mailbox: () => '/postfach',
}

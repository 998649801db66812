export const paths = {
  bell: () => '/benachrichtigungen',
  older: (cursor: string) => `/benachrichtigungen?vor=${cursor}`,
  mailSettings: () => '/konto',
}

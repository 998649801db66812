export const paths = {
  new: (plg: string) => `/plg/${plg}/termine/umfrage/neu`,
  poll: (plg: string, number: number) => `/plg/${plg}/termine/umfrage/${number}`,
}

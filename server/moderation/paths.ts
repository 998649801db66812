export const paths = {
  report: (kind: string, id: string) => `/melden/${kind}/${id}`,
  desk: (page = 1) => (page > 1 ? `/moderation?seite=${page}` : '/moderation'),
  onDesk: (reportId: string) => `/moderation#meldung-${reportId}`,
  reportBarrier: () => '/barrierefreiheit/melden',
  barrierFiled: (number: number) => `/barrierefreiheit/melden?nummer=${number}`,
  barriers: (page = 1) =>
    page > 1 ? `/moderation/barrieren?seite=${page}` : '/moderation/barrieren',
  onBarriers: (number: number) => `/moderation/barrieren#barriere-${number}`,
}

import { POSTS_PER_PAGE } from './contract.ts'

type Topic = { number: number; slug: string }

const topic = (plg: string, { number, slug }: Topic) => `/plg/${plg}/diskussion/${number}-${slug}`
const post = (plg: string, of: Topic, number: number) => `${topic(plg, of)}/beitrag/${number}`

export const paths = {
  topics: (plg: string) => `/plg/${plg}/diskussion`,
  /** `about`: the address of a thing of ours that the topic is to be about. */
  newTopic: (plg: string, about?: string) =>
    `/plg/${plg}/diskussion/neu${about ? `?zu=${encodeURIComponent(about)}` : ''}`,
  names: (plg: string) => `/plg/${plg}/diskussion/namen`,
  /** Opens at the first unread post. */
  topic,
  page: (plg: string, of: Topic, page: number) => `${topic(plg, of)}?seite=${page}`,
  /** The page on which the post stands, at the post. */
  post: (plg: string, of: Topic, number: number) =>
    `${topic(plg, of)}?seite=${Math.ceil(number / POSTS_PER_PAGE)}#beitrag-${number}`,
  editPost: (plg: string, of: Topic, number: number) => `${post(plg, of, number)}/bearbeiten`,
  history: (plg: string, of: Topic, number: number) => `${post(plg, of, number)}/verlauf`,
  report: (postId: string) => `/melden/post/${postId}`,
}

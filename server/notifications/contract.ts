/** When a notification also becomes a mail: collected once a day, soon, or never. Later issues add levels here. */
export type MailWish = 'digest' | 'soon' | 'none'

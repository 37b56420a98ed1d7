/** Whole sentences: a capital first, a stop last, no space doubled, nothing undefined, and a no-break space before «:», «;», «?», «!». */
export const isSentences = (text: string): boolean => isClean(text) && /[.!?]$/.test(text)

/** A title or a label: a capital or a digit first, no full stop at the end. */
export const isTitle = (text: string): boolean => isClean(text) && !/\.$/.test(text)

const isClean = (text: string): boolean =>
  /^[\p{Lu}\d«]/u.test(text) && !/ {2}|undefined|null|NaN|\[object|[^\u00a0/s][:;?!](?!\S)|\u00a0\u00a0/.test(text)

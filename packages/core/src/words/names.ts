/**
 * How a name stands in a sentence.
 */

/**
 * "de LÉA", "d'INÈS", "d'Yves", "de Yanis": the vowel of "de" is dropped before a vowel, a mute h, and a y that is
 * followed by a consonant.
 *
 * @category words
 */
export const of = (name: string): string => (startsWithVowel(name) ? `d'${name}` : `de ${name}`)

const startsWithVowel = (name: string): boolean => {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  return /^([aeiouh\u0153\u00e6]|y[^aeiouy])/.test(plain)
}

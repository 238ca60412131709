/** The address behind a tap-to-call link: digits and a leading plus, whatever the number looks like in print. */
export function telephoneLink(number: string): string {
  return `tel:${number.replace(/(?!^\+)[^\d*#]/g, '')}`
}

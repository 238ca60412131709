/** The JPEGs of a film, which is nothing but one after another. */
export function picturesOf(film: Buffer): Buffer[] {
  const pictures: Buffer[] = []
  let start = film.indexOf(Buffer.from([0xff, 0xd8, 0xff]))
  while (start >= 0) {
    const end = film.indexOf(Buffer.from([0xff, 0xd9]), start)
    if (end < 0) break
    pictures.push(film.subarray(start, end + 2))
    start = film.indexOf(Buffer.from([0xff, 0xd8, 0xff]), end)
  }
  return pictures
}

const segment = (kind: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, kind, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body])
const frame = (side: number) => Buffer.from([8, 0, 3, side >> 8, side & 0xff, 1, 1, 0x11, 0])

/** Where a photograph of the tests was taken. */
export const PHOTOGRAPHED_AT = '48.2082 N 16.3738 E'

/** A photograph as a telephone makes it, with the place in it and another file behind it. */
export const somePhotograph = (side = 4, mark = ''): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.from(`Exif\0\0 ${PHOTOGRAPHED_AT}`)),
    segment(0xc0, frame(side)),
    segment(0xfe, Buffer.from('<script>alert(1)</script>')),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from(`data${mark}`),
    Buffer.from([0xff, 0xd9]),
    Buffer.from('PK\u0003\u0004 another file'),
  ])

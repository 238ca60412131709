import * as z from 'zod/mini'

/** How the clinic reaches the person; every part may be left out. */
export const Contact = z.object({
  name: z.nullable(z.string().check(z.maxLength(200))),
  email: z.nullable(z.email().check(z.maxLength(200))),
  phone: z.nullable(z.string().check(z.maxLength(40))),
})
export type Contact = z.infer<typeof Contact>

import type { Contact } from '@dorsal/care'

/** How somebody can be reached, as typed into a form. */
export type TypedContact = { name: string; email: string; phone: string }

/** The typed contact in the form in which the server takes it: empty fields are null. */
export function contactOf(typed: TypedContact): Contact {
  return {
    name: typed.name.trim() || null,
    email: typed.email.trim() || null,
    phone: typed.phone.trim() || null,
  }
}

/** What is wrong with a typed contact: no way to reach the person, or an e-mail address that is none. */
export function contactProblem(
  typed: TypedContact,
  schema: { safeParse: (value: unknown) => { success: boolean } },
): 'missing' | 'email' | null {
  const contact = contactOf(typed)
  if (!contact.email && !contact.phone) return 'missing'
  return schema.safeParse(contact).success ? null : 'email'
}

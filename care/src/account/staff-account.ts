import * as z from 'zod/mini'
import { STAFF_ROLES } from '../access/principal.ts'
import { Instant, Uuid } from '../ids.ts'
import { CheckedLicence } from './licence.ts'

/** Something typed at a door: judged there, kept short here. */
export const shortText = z.string().check(z.maxLength(200))

/** Who is signed in, and at which of their clinics: `clinic` is its name, `clinics` are all of them. */
export const StaffMe = z.object({
  staffId: Uuid,
  name: z.string(),
  clinic: z.string(),
  clinicId: Uuid,
  clinics: z.array(z.object({ clinicId: Uuid, name: z.string() })),
  role: z.enum(STAFF_ROLES),
})
export type StaffMe = z.infer<typeof StaffMe>

export const StaffEmail = z.email().check(z.maxLength(200))
/** A one-time code or a backup code, as somebody types it. */
export const TypedCode = z.string().check(z.minLength(1), z.maxLength(40))
/** The secret of a link or a ticket: 256 bits in base64url. */
export const LinkToken = z.string().check(z.regex(/^[\w-]{43}$/))

/**
 * Where signing in stands: `in`, or which second step is still needed. Until it is `in` nothing of the clinic opens. `enrol`: this person
 * has no second factor yet and makes one now.
 */
export const SignInReply = z.discriminatedUnion('step', [
  z.object({ step: z.literal('in'), staff: StaffMe }),
  z.object({ step: z.literal('code'), backupCodesLeft: z.number() }),
  z.object({ step: z.literal('enrol') }),
])
export type SignInReply = z.infer<typeof SignInReply>

/** A new code generator: the address for a QR code, and the same secret to type in. */
export const NewGenerator = z.object({ address: z.string(), secret: z.string() })
export type NewGenerator = z.infer<typeof NewGenerator>

/** Shown once: each opens the door one time when the authenticator is not at hand. */
export const BackupCodes = z.array(z.string()).check(z.length(10))

/** What a browser needs to ask for a passkey. */
export const PasskeyChallenge = z.object({
  challenge: z.string(),
  rpId: z.string(),
  rpName: z.string(),
  userId: z.nullable(z.string()),
  userName: z.nullable(z.string()),
  /** Passkeys that this person has already, so that one device does not make a second. */
  known: z.array(z.string()),
})
export type PasskeyChallenge = z.infer<typeof PasskeyChallenge>

const bytes = (most: number) => z.string().check(z.regex(/^[\w-]+$/), z.maxLength(most))

/** A new passkey as the browser made it; everything in base64url. */
export const PasskeyMade = z.object({
  label: z.string().check(z.minLength(1), z.maxLength(60)),
  credentialId: bytes(1400),
  clientData: bytes(4000),
  authenticatorData: bytes(4000),
  publicKey: bytes(4000),
  algorithm: z.int(),
})
export type PasskeyMade = z.infer<typeof PasskeyMade>

/** What a passkey signed. */
export const PasskeySigned = z.object({
  credentialId: bytes(1400),
  clientData: bytes(4000),
  authenticatorData: bytes(4000),
  signature: bytes(2000),
})
export type PasskeySigned = z.infer<typeof PasskeySigned>

export const PasskeyRow = z.object({
  id: Uuid,
  label: z.string(),
  createdAt: Instant,
  lastUsedAt: z.nullable(Instant),
})

/** One browser that is signed in. */
export const SessionRow = z.object({
  id: Uuid,
  device: z.string(),
  createdAt: Instant,
  lastSeenAt: Instant,
  current: z.boolean(),
})
export type SessionRow = z.infer<typeof SessionRow>

/** How the signed-in person signs in, and where they are signed in. */
export const StaffSecurity = z.object({
  email: z.string(),
  sessions: z.array(SessionRow),
  generator: z.boolean(),
  backupCodesLeft: z.number(),
  passkeys: z.array(PasskeyRow),
  idleMinutes: z.number(),
  absoluteHours: z.number(),
})
export type StaffSecurity = z.infer<typeof StaffSecurity>

/** What a link from the clinic is for, before it is used. Looking does not use it up. */
export const StaffLinkSeen = z.object({
  kind: z.enum(['join', 'reset', 'first-admin']),
  clinic: z.string(),
  email: z.nullable(z.string()),
  name: z.nullable(z.string()),
  newSecondFactor: z.boolean(),
  /** Whether this person has an account by this address already, and so a password: it is asked for instead of a new one. */
  known: z._default(z.boolean(), false),
})
export type StaffLinkSeen = z.infer<typeof StaffLinkSeen>

/** A link that an administrator hands over. Shown in this one reply; only its hash is kept. */
export const StaffLinkMade = z.object({ token: LinkToken, expiresAt: Instant })
export type StaffLinkMade = z.infer<typeof StaffLinkMade>

/** Somebody who works here, or is asked to. */
export const Colleague = z.object({
  staffId: Uuid,
  name: z.string(),
  email: z.string(),
  role: z.enum(STAFF_ROLES),
  disabled: z.boolean(),
  /** Whether another clinic keeps their account: then only that one resets it. */
  guest: z._default(z.boolean(), false),
  secondFactor: z.boolean(),
  licence: z.nullable(CheckedLicence),
  lastSeenAt: z.nullable(Instant),
})
export type Colleague = z.infer<typeof Colleague>

export const Invitation = z.object({
  id: Uuid,
  email: z.string(),
  name: z.string(),
  role: z.enum(STAFF_ROLES),
  expiresAt: Instant,
})
export type Invitation = z.infer<typeof Invitation>

export const StaffRoleGiven = z.enum([
  'therapist',
  'assistant',
  'front-desk',
  'clinic-admin',
  'benefit-manager',
])
export const NewInvitation = z.object({
  email: StaffEmail,
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  role: StaffRoleGiven,
})

import { describe, expect, it } from 'vitest'
import { type Actor, may, refusalOf, type StaffRole, type Who } from './access.ts'

const TENANT = '00000000-0000-7000-8000-000000000001'
const staff = (role: StaffRole): Actor => ({
  kind: 'staff',
  tenantId: TENANT,
  staffId: TENANT,
  role,
  name: 'Dana',
})
const ACTORS: Record<string, Actor> = {
  nobody: { kind: 'anyone' },
  patient: { kind: 'patient', tenantId: TENANT, patientId: TENANT },
  helper: { kind: 'helper', tenantId: TENANT, patientId: TENANT, shareId: TENANT },
  therapist: staff('therapist'),
  admin: staff('clinic-admin'),
}

/** The whole policy, written out: who may do what each endpoint asks for. */
const POLICY: Record<Who, (keyof typeof ACTORS)[]> = {
  anyone: ['nobody', 'patient', 'helper', 'therapist', 'admin'],
  patient: ['patient'],
  helper: ['helper'],
  therapist: ['therapist', 'admin'],
}

describe.each(Object.entries(POLICY))('an endpoint for %s', (who, allowed) => {
  it.each(Object.keys(ACTORS))('%s', (name) => {
    const actor = ACTORS[name] ?? { kind: 'anyone' }
    expect(may(actor, who as Who)).toBe(allowed.includes(name))
  })
})

it('nobody learns why a link opens nothing; whoever is not signed in is asked to, and others are refused', () => {
  for (const actor of Object.values(ACTORS)) expect(refusalOf(actor, 'helper')).toBe('link-ended')
  expect(refusalOf({ kind: 'anyone' }, 'patient')).toBe('sign-in')
  expect(refusalOf(staff('therapist'), 'patient')).toBe('forbidden')
})

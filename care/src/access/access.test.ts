import { describe, expect, it } from 'vitest'
import { type Actor, may, type StaffRole, type Who } from './access.ts'

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
  therapist: staff('therapist'),
  admin: staff('clinic-admin'),
}

/** The whole policy, written out: who may do what each endpoint asks for. */
const POLICY: Record<Who, (keyof typeof ACTORS)[]> = {
  anyone: ['nobody', 'patient', 'therapist', 'admin'],
  patient: ['patient'],
  therapist: ['therapist', 'admin'],
}

describe.each(Object.entries(POLICY))('an endpoint for %s', (who, allowed) => {
  it.each(Object.keys(ACTORS))('%s', (name) => {
    const actor = ACTORS[name] ?? { kind: 'anyone' }
    expect(may(actor, who as Who)).toBe(allowed.includes(name))
  })
})

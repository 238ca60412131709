import { describe, expect, it } from 'vitest'
import { type Action, ACTIONS } from './action.ts'
import { may, POLICY, refusalOf, relationsFor } from './policy.ts'
import { type Actor, PRINCIPALS, principalOf, STAFF_ROLES, type StaffRole } from './principal.ts'
import { type Relation, type RelationFacts, relationOf, RELATIONS } from './relation.ts'

const ID = '00000000-0000-7000-8000-000000000001'
const record = { tenantId: ID, patientId: ID }
const staff = (role: StaffRole): Actor => ({ kind: 'staff', tenantId: ID, staffId: ID, role, name: 'Dana' })
const ACTORS: readonly Actor[] = [
  { kind: 'anyone' },
  { kind: 'patient', ...record },
  { kind: 'caregiver', ...record, caregiverId: ID, name: 'Sam' },
  { kind: 'helper', ...record, shareId: ID },
  ...STAFF_ROLES.map(staff),
  { kind: 'api-key', tenantId: ID, keyId: ID, scopes: [] },
  { kind: 'system', tenantId: ID, name: 'export' },
]
const actions = Object.keys(ACTIONS) as Action[]

/** The policy said again by hand, the other way round: of each action, who may by which relation. Whatever is not here is refused. */
const EXPECTED: Partial<Record<Action, Record<string, Relation[]>>> = {
  'own.read': { patient: ['self'] },
  'own.write': { patient: ['self'] },
  'own.erase': { patient: ['self'] },
  'own.share': { patient: ['self'] },
  'own.lookers': { patient: ['self'] },
  'own.account': { patient: ['self'] },
  'own.book': { patient: ['self'] },
  'schedule.read': {
    therapist: ['same-clinic'],
    assistant: ['same-clinic'],
    'front-desk': ['same-clinic'],
    'clinic-admin': ['same-clinic'],
  },
  'schedule.search': {
    therapist: ['same-clinic'],
    assistant: ['same-clinic'],
    'front-desk': ['same-clinic'],
    'clinic-admin': ['same-clinic'],
  },
  'schedule.book': {
    therapist: ['same-clinic'],
    assistant: ['same-clinic'],
    'front-desk': ['same-clinic'],
    'clinic-admin': ['same-clinic'],
  },
  'schedule.off': {
    therapist: ['same-clinic'],
    'front-desk': ['same-clinic'],
    'clinic-admin': ['same-clinic'],
  },
  'schedule.set': { 'clinic-admin': ['same-clinic'] },
  'schedule.authorise': { 'front-desk': ['same-clinic'], 'clinic-admin': ['same-clinic'] },
  'own.video': { patient: ['self'] },
  'visit.video': {
    therapist: ['care-team', 'unassigned', 'break-glass'],
    'clinic-admin': ['care-team', 'unassigned', 'break-glass'],
    assistant: ['care-team'],
  },
  'cared.read': { caregiver: ['caregiver'] },
  'today.read': { helper: ['link'] },
  'staff.self': Object.fromEntries(STAFF_ROLES.map((role) => [role, ['none']])),
  'clinic.people': { 'clinic-admin': ['same-clinic'] },
  'clinic.teams': { 'clinic-admin': ['same-clinic'] },
  'clinic.trail': { 'clinic-admin': ['same-clinic'] },
  'panel.search': { therapist: ['same-clinic'], assistant: ['same-clinic'], 'clinic-admin': ['same-clinic'] },
  'clinic.load': { therapist: ['same-clinic'], 'clinic-admin': ['same-clinic'] },
  'team.hand-over': { therapist: ['same-clinic'], 'clinic-admin': ['same-clinic'] },
  'panel.read': { therapist: ['same-clinic'], assistant: ['same-clinic'], 'clinic-admin': ['same-clinic'] },
  'record.read': {
    therapist: ['care-team', 'unassigned', 'break-glass'],
    'clinic-admin': ['care-team', 'unassigned', 'break-glass'],
    assistant: ['care-team'],
  },
  'record.break-glass': {
    therapist: ['break-glass', 'same-location', 'same-clinic'],
    'clinic-admin': ['break-glass', 'same-location', 'same-clinic'],
  },
  'record.find': { therapist: ['same-clinic'], 'clinic-admin': ['same-clinic'] },
  'team.change': {
    therapist: ['care-team', 'unassigned'],
    'clinic-admin': ['care-team', 'unassigned', 'break-glass', 'same-location', 'same-clinic'],
  },
  'note.read': {
    therapist: ['care-team', 'unassigned', 'break-glass'],
    'clinic-admin': ['care-team', 'unassigned', 'break-glass'],
    assistant: ['care-team'],
  },
  'note.write': {
    therapist: ['care-team', 'unassigned', 'break-glass'],
    'clinic-admin': ['care-team', 'unassigned', 'break-glass'],
    assistant: ['care-team'],
  },
  'note.sign': {
    therapist: ['care-team', 'unassigned', 'break-glass'],
    'clinic-admin': ['care-team', 'unassigned', 'break-glass'],
    assistant: ['care-team'],
  },
  'note.co-sign': {
    therapist: ['care-team', 'unassigned', 'break-glass'],
    'clinic-admin': ['care-team', 'unassigned', 'break-glass'],
  },
  'note.queue': { therapist: ['same-clinic'], 'clinic-admin': ['same-clinic'] },
  'plan.write': {
    therapist: ['care-team', 'unassigned', 'break-glass'],
    'clinic-admin': ['care-team', 'unassigned', 'break-glass'],
  },
  'template.read': {
    therapist: ['same-clinic'],
    assistant: ['same-clinic'],
    'clinic-admin': ['same-clinic'],
  },
  'template.write': { therapist: ['same-clinic'], 'clinic-admin': ['same-clinic'] },
  'warning.clear': {
    therapist: ['care-team', 'unassigned', 'break-glass'],
    'clinic-admin': ['care-team', 'unassigned', 'break-glass'],
  },
  'proposal.answer': {
    therapist: ['care-team', 'unassigned', 'break-glass'],
    'clinic-admin': ['care-team', 'unassigned', 'break-glass'],
  },
  'task.handle': {
    therapist: ['care-team', 'unassigned', 'break-glass'],
    'clinic-admin': ['care-team', 'unassigned', 'break-glass'],
    assistant: ['care-team'],
  },
  'message.send': {
    therapist: ['care-team', 'unassigned', 'break-glass'],
    'clinic-admin': ['care-team', 'unassigned', 'break-glass'],
    assistant: ['care-team'],
  },
  'document.give': {
    therapist: ['care-team', 'unassigned', 'break-glass'],
    'clinic-admin': ['care-team', 'unassigned', 'break-glass'],
    assistant: ['care-team'],
  },
  'content.read-review': {
    therapist: ['same-clinic'],
    assistant: ['same-clinic'],
    'clinic-admin': ['same-clinic'],
  },
  'content.sign': { therapist: ['same-clinic'], 'clinic-admin': ['same-clinic'] },
  'clinic.messages': { 'clinic-admin': ['same-clinic'] },
  'clinic.coverage': { 'clinic-admin': ['same-clinic'] },
  'machine.tools': { operator: ['none'] },
  'machine.run': { operator: ['none'] },
  'machine.people': { operator: ['same-clinic'] },
  'machine.trail': { operator: ['same-clinic'] },
  'machine.export': { operator: ['same-clinic'] },
}

describe('the policy', () => {
  it.each(actions)('%s', (action) => {
    for (const actor of ACTORS)
      for (const relation of RELATIONS) {
        const who = principalOf(actor)
        const expected =
          ACTIONS[action].door === 'anyone'
            ? actor.kind !== 'api-key' && relation === 'none'
            : (EXPECTED[action]?.[who] ?? []).includes(relation)
        expect(may(actor, action, relation), `${who} ${relation}`).toBe(expected)
      }
  })

  it('knows every caller by one word, and every action by at least one row', () => {
    expect(new Set(ACTORS.map(principalOf))).toEqual(new Set(PRINCIPALS))
    expect(new Set(POLICY.map((row) => row.action))).toEqual(new Set(actions))
  })

  it('lets nobody do to a record of another clinic, or to one that is not there, anything at all', () => {
    for (const action of actions)
      if (ACTIONS[action].about !== 'nothing')
        for (const actor of ACTORS) expect(may(actor, action, 'none')).toBe(false)
  })

  it('holds a program to what its key names', () => {
    const key = (scopes: string[]): Actor => ({ kind: 'api-key', tenantId: ID, keyId: ID, scopes })
    expect(relationsFor(key(['public.read']), 'public.read')).toEqual(['none'])
    expect(relationsFor(key(['own.read']), 'public.read')).toEqual([])
    expect(relationsFor(key(['own.read']), 'own.read')).toEqual([])
  })
})

describe('a refusal', () => {
  it('of a link never says why it opens nothing', () => {
    for (const actor of ACTORS) expect(refusalOf(actor, 'today.read')).toBe('link-ended')
  })

  it('asks whoever is not signed in to sign in, and tells the others apart only where they may know', () => {
    const therapist = staff('therapist')
    expect(refusalOf({ kind: 'anyone' }, 'own.read')).toBe('sign-in')
    expect(refusalOf(staff('front-desk'), 'record.read', 'none')).toBe('forbidden')
    expect(refusalOf(staff('front-desk'), 'record.read', 'same-clinic')).toBe('forbidden')
    expect(refusalOf(therapist, 'record.read', 'none')).toBe('not-found')
    expect(refusalOf(therapist, 'record.read', 'same-clinic')).toBe('not-on-team')
    expect(refusalOf(staff('assistant'), 'record.read', 'same-clinic')).toBe('forbidden')
  })
})

describe('a relation', () => {
  const facts: RelationFacts = {
    onTeam: false,
    hasTeam: true,
    glassBroken: false,
    location: null,
    worksAt: [],
  }
  it.each<[Relation, Partial<RelationFacts>]>([
    ['care-team', { onTeam: true, glassBroken: true }],
    ['unassigned', { hasTeam: false }],
    ['unassigned', { hasTeam: false, location: 'north', worksAt: ['north', 'south'] }],
    ['unassigned', { hasTeam: false, location: 'north' }],
    ['same-clinic', { hasTeam: false, location: 'north', worksAt: ['south'] }],
    ['break-glass', { glassBroken: true }],
    ['break-glass', { hasTeam: false, glassBroken: true, location: 'north', worksAt: ['south'] }],
    ['same-location', {}],
    ['same-location', { location: 'north', worksAt: ['north'] }],
    ['same-clinic', { location: 'north', worksAt: ['south'] }],
  ])('is %s', (relation, given) => {
    expect(relationOf({ ...facts, ...given })).toBe(relation)
  })
})

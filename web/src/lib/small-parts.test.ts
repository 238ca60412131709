import { Contact } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { contactOf, contactProblem } from './contact.ts'
import { newId } from './new-id.ts'
import { telephoneLink } from './telephone.ts'
import { wordsOf } from './texts.ts'

describe('ids made on the device', () => {
  it('are UUIDs of version 7 that sort by their time', () => {
    const bytes = new Uint8Array(10).fill(255)
    const id = newId(1_700_000_000_000, bytes)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(newId(1_700_000_000_001, new Uint8Array(10)) > id).toBe(true)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000)
  })
})

describe('a telephone link', () => {
  it('keeps digits and the leading plus alone', () => {
    expect(telephoneLink('+1 (555) 010-0')).toBe('tel:+15550100')
    expect(telephoneLink('911')).toBe('tel:911')
  })
})

describe('the words of an id', () => {
  it('come from the record, else the id made readable', () => {
    expect(wordsOf({ P1: 'Posture' }, 'P1')).toBe('Posture')
    expect(wordsOf({}, 'short-morning_stiffness')).toBe('Short morning stiffness')
  })
})

describe('a contact', () => {
  it('needs one way to reach the person', () => {
    expect(contactProblem({ name: 'A', email: ' ', phone: '' }, Contact)).toBe('missing')
    expect(contactProblem({ name: '', email: '', phone: '555' }, Contact)).toBeNull()
    expect(contactProblem({ name: '', email: 'not an address', phone: '' }, Contact)).toBe('email')
    expect(contactProblem({ name: '', email: 'a@example.org', phone: '' }, Contact)).toBeNull()
  })

  it('leaves out what is empty', () => {
    expect(contactOf({ name: ' A ', email: '', phone: '' })).toEqual({ name: 'A', email: null, phone: null })
  })
})

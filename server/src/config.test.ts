import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkAgainstContent, ConfigError, readConfig, SETTINGS, settingsTable } from './config.ts'

const refusals = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.reasons
    throw error
  }
}

describe('settings', () => {
  it('need nothing: loopback, a demo, the built-in database', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      demo: true,
      firstPlan: 'immediate',
      databaseUrl: null,
      anonRetentionDays: 30,
    })
  })

  it('are strict behind a public address: no demo, the first plan waits', () => {
    expect(readConfig({ PUBLIC_URL: 'https://pt.example.org' })).toMatchObject({
      publicUrl: 'https://pt.example.org',
      demo: false,
      firstPlan: 'after-clinician',
    })
  })

  it.each([
    [{ PUBLIC_URL: 'http://pt.example.org' }, /must be https/],
    [{ PUBLIC_URL: 'pt.example.org' }, /whole address/],
    [{ PUBLIC_URL: 'https://pt.example.org/x' }, /without a path/],
    [{ PUBLIC_URL: 'https://pt.example.org', DEMO: '1' }, /DEMO=1/],
    [{ HOST: '0.0.0.0' }, /PUBLIC_URL/],
    [{ PORT: '80a' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ DEMO: 'yes' }, /DEMO must be one of/],
    [{ FIRST_PLAN: 'soon' }, /FIRST_PLAN/],
    [{ COUNTRY: 'USA' }, /two letters/],
    [{ EMERGENCY_NUMBER: 'call us' }, /telephone/],
    [{ ANON_RETENTION_DAYS: '0' }, /ANON_RETENTION_DAYS/],
    [{ DATABASE_URL: 'mysql://x' }, /postgres/],
    [{ DATABASE_URL: 'postgres://app:changeme@db.example.org/dorsal' }, /example/],
    [{ TURN_URLS: 'turn:turn.example.org' }, /without TURN_SECRET/],
    [{ TURN_URLS: 'turn:turn.example.org', TURN_SECRET: 'short' }, /TURN_SECRET must be/],
    [{ TURN_URLS: 'https://turn.example.org', TURN_SECRET: 'x7'.repeat(16) }, /no address/],
    [{ TURN_SECRET: 'x7'.repeat(16) }, /without a relay/],
    [{ TURN_URLS: 'stun:turn.example.org', TURN_ONLY: '1' }, /nobody could meet/],
    [{ DATABASE_MIGRATE_URL: 'postgres://o:long@db.example.org/dorsal' }, /without DATABASE_URL/],
  ])('%o is refused with the reason', (env, reason) => {
    expect(refusals(env as unknown as Record<string, string>).join('\n')).toMatch(reason)
  })

  it('names every fault at once', () => {
    expect(refusals({ PORT: 'x', COUNTRY: 'x', DEMO: 'x' })).toHaveLength(3)
  })

  it('let sessions start without a clinician only on signed content, or in a demo', () => {
    const immediate = readConfig({ DEMO: '0', FIRST_PLAN: 'immediate' })
    expect(() => checkAgainstContent(immediate, true)).toThrow(/not signed/)
    expect(() => checkAgainstContent(immediate, false)).not.toThrow()
    expect(() => checkAgainstContent(readConfig({}), true)).not.toThrow()
  })

  it('stand in the deployment guide, each of them', () => {
    const guide = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8')
    expect(guide).toContain(settingsTable())
    expect(new Set(SETTINGS.map((s) => s.name)).size).toBe(SETTINGS.length)
  })
})

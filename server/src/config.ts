import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keyFrom } from './account/secret-key.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

type Setting = { name: string; fallback: string; text: string }

/** Every setting that the server reads, in the order in which the deployment guide shows them. */
export const SETTINGS = [
  {
    name: 'HOST',
    fallback: '127.0.0.1',
    text: 'Address to listen on. Anything but loopback needs `PUBLIC_URL`.',
  },
  { name: 'PORT', fallback: '8080', text: 'Port to listen on; 0 takes a free one.' },
  {
    name: 'PUBLIC_URL',
    fallback: '',
    text: 'The address that people type, for example `https://pt.example.org`. Must be https unless it is loopback: browsers give no camera without it.',
  },
  {
    name: 'TRUST_PROXY',
    fallback: '',
    text: 'Addresses of your reverse proxies, separated by commas. Their `X-Forwarded-For` names the caller; nobody else is believed.',
  },
  { name: 'DATA_DIR', fallback: '.data', text: 'Folder of the built-in database.' },
  {
    name: 'SECRET_KEY',
    fallback: '',
    text: '32 random bytes in base64 (`openssl rand -base64 32`) that seal what the database must not show, such as the secrets of code generators. Empty: made at the first start and kept as `secret.key` in `DATA_DIR`. Several servers on one database need the same. Back it up apart from the database.',
  },
  {
    name: 'CONTENT_DIR',
    fallback: '',
    text: 'Folder with the clinic’s own content, laid over the product’s: see [content-guide.md](content-guide.md). A fault in it stops the start and is named with file and line.',
  },
  {
    name: 'DATABASE_URL',
    fallback: '',
    text: 'Your own PostgreSQL 15 or newer, as the login role that neither owns the tables nor bypasses row-level security. Empty: the built-in one.',
  },
  {
    name: 'DATABASE_MIGRATE_URL',
    fallback: '',
    text: 'The same database as the owner role, for migrations. Empty with `DATABASE_URL` set: nothing is migrated, and the start is refused while a migration is missing.',
  },
  {
    name: 'DEMO',
    fallback: '1 without `PUBLIC_URL`, else 0',
    text: '1: a demo clinic, and content that no clinician has signed may run, under a banner. Never together with a public address.',
  },
  {
    name: 'FIRST_PLAN',
    fallback: 'after-clinician; immediate with `DEMO=1`',
    text: '`after-clinician`: the first session waits until a clinician accepts the plan. `immediate` needs signed content.',
  },
  {
    name: 'HARDER',
    fallback: 'listed',
    text: '`listed`: a harder change within the therapist’s bounds takes effect and is listed for the weekly co-sign. `hold`: each one waits for a clinician.',
  },
  {
    name: 'CLINIC_NAME',
    fallback: '`Demo clinic` with `DEMO=1`, else `This clinic`',
    text: 'Who runs this, as the first page says it.',
  },
  {
    name: 'CALENDAR_NAME',
    fallback: '',
    text: 'What appointments are called in people’s calendars, after the word "Appointment": those are seen by others. Take a name that says nothing of health. Empty: "Appointment" alone.',
  },
  { name: 'CLINIC_CONTACT', fallback: '', text: 'How to reach the clinic, one line, shown on every card.' },
  { name: 'COUNTRY', fallback: '', text: 'Two letters, for example `US`. Empty: neutral texts.' },
  {
    name: 'EMERGENCY_NUMBER',
    fallback: '',
    text: 'Shown on the stop card. Empty: "your local emergency number".',
  },
  { name: 'CRISIS_NUMBER', fallback: '', text: 'Shown on the self-harm card. Empty: a neutral text.' },
  {
    name: 'ANON_RETENTION_DAYS',
    fallback: '30',
    text: 'A record without a contact is erased after this many days without use.',
  },
  {
    name: 'SHARE_DAYS',
    fallback: '30',
    text: 'For how many days a link or QR code to today’s exercises may open at most, 0 to 30. 0: people can make none, and those there are open nothing.',
  },
  {
    name: 'SMTP_URL',
    fallback: '',
    text: 'Your mail server, for example `smtps://user:password@mail.example.org`. Needs `MAIL_FROM` and `PUBLIC_URL`. Empty: nothing is sent; links are handed over as a code or an address.',
  },
  {
    name: 'MAIL_FROM',
    fallback: '',
    text: 'Who mail is from, one address, for example `noreply@pt.example.org`.',
  },
  {
    name: 'TURN_URLS',
    fallback: '',
    text: 'Relays for video visits, separated by commas, for example `turn:turn.example.org:3478,turns:turn.example.org:5349?transport=tcp`; `stun:` too. Needs `TURN_SECRET`. Empty: two people meet only where their networks let them.',
  },
  {
    name: 'TURN_SECRET',
    fallback: '',
    text: 'The secret that the relay knows too (coturn: `static-auth-secret`), at least 16 characters. Browsers get names and passwords made from it that end with the visit, never the secret.',
  },
  {
    name: 'TURN_ONLY',
    fallback: '0',
    text: '1: sound and picture go only by way of the relay, so that neither side’s browser learns the other’s address in the network.',
  },
  {
    name: 'METRICS_TOKEN',
    fallback: '',
    text: 'Who sends `Authorization: Bearer` with it may read `/metrics`; at least 16 characters. Empty: `/metrics` is open to this machine alone, and closed where there is a `PUBLIC_URL`.',
  },
  {
    name: 'LOG_LEVEL',
    fallback: 'info',
    text: '`fatal`, `error`, `warn`, `info`, `debug` or `silent`. No level logs health data.',
  },
] as const satisfies readonly Setting[]

export type SettingName = (typeof SETTINGS)[number]['name']
export type FirstPlan = 'after-clinician' | 'immediate'

export type Config = {
  host: string
  port: number
  publicUrl: string | null
  trustProxy: string[]
  dataDir: string
  /** Null: the one kept beside the data. */
  secretKey: Buffer | null
  contentDir: string | null
  databaseUrl: string | null
  databaseMigrateUrl: string | null
  demo: boolean
  firstPlan: FirstPlan
  /** Whether harder changes within the bounds are listed for the weekly co-sign or wait for a clinician each. */
  harder: 'listed' | 'hold'
  clinicName: string
  /** What stands in calendars; empty: nothing of the clinic. */
  calendarName: string
  clinicContact: string
  country: string | null
  emergencyNumber: string | null
  crisisNumber: string | null
  anonRetentionDays: number
  /** The most days for which a link to the exercises of today opens; 0: none. */
  shareDays: number
  /** Null: nothing is sent by mail. */
  mail: { url: string; from: string } | null
  /** How two browsers find a way to each other for a video visit; null: by themselves. */
  turn: { urls: string[]; secret: string; only: boolean } | null
  metricsToken: string | null
  logLevel: string
}

/** All that is wrong with the environment, as sentences that say what to mend. */
export class ConfigError extends Error {
  readonly reasons: readonly string[]
  constructor(reasons: readonly string[]) {
    super(`The settings do not fit:\n${reasons.map((r) => `  - ${r}`).join('\n')}`)
    this.reasons = reasons
  }
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])
export const isLoopback = (host: string): boolean => LOOPBACK.has(host)

/** Secrets that stand in documents and examples; nobody may run with one. */
const EXAMPLE_SECRETS = new Set([
  '',
  'postgres',
  'password',
  'secret',
  'changeme',
  'change-me',
  'example',
  'dorsal',
  '…',
  '...',
])

/** The configuration from the environment, or a ConfigError that names every reason at once. */
export function readConfig(env: { readonly [name: string]: string | undefined }): Config {
  const reasons: string[] = []
  const text = (name: SettingName): string => (env[name] ?? '').trim()
  const orNull = (name: SettingName): string | null => text(name) || null
  const whole = (name: SettingName, fallback: number, from: number, to: number): number => {
    if (text(name) === '') return fallback
    const n = Number(text(name))
    if (Number.isInteger(n) && n >= from && n <= to) return n
    reasons.push(`${name} must be a whole number from ${from} to ${to}.`)
    return fallback
  }
  const oneOf = <T extends string>(name: SettingName, fallback: T, allowed: readonly T[]): T => {
    const found = allowed.find((a) => a === text(name))
    if (found !== undefined || text(name) === '') return found ?? fallback
    reasons.push(`${name} must be one of: ${allowed.join(', ')}.`)
    return fallback
  }

  const publicUrl = readPublicUrl(text('PUBLIC_URL'), reasons)
  const isPublic = publicUrl !== null && !isLoopback(new URL(publicUrl).hostname)
  const host = text('HOST') || '127.0.0.1'
  if (!isLoopback(host) && publicUrl === null)
    reasons.push(
      `HOST ${host} lets other machines in: set PUBLIC_URL to the https address that they will use${nearby()}.`,
    )
  const demo = oneOf('DEMO', isPublic ? '0' : '1', ['0', '1']) === '1'
  if (demo && isPublic)
    reasons.push(
      'DEMO=1 runs content that no clinician has signed: it cannot run under a public address. Unset DEMO or PUBLIC_URL.',
    )
  const country = text('COUNTRY').toUpperCase()
  if (country !== '' && !/^[A-Z]{2}$/.test(country))
    reasons.push('COUNTRY must be two letters, for example US.')
  for (const name of ['EMERGENCY_NUMBER', 'CRISIS_NUMBER'] as const)
    if (text(name) !== '' && !/^[0-9+() -]{2,20}$/.test(text(name)))
      reasons.push(`${name} must be a telephone number, for example 112.`)
  for (const name of ['DATABASE_URL', 'DATABASE_MIGRATE_URL'] as const)
    checkDatabaseUrl(name, text(name), reasons)
  if (text('DATABASE_URL') === '' && text('DATABASE_MIGRATE_URL') !== '')
    reasons.push('DATABASE_MIGRATE_URL is set without DATABASE_URL: set both or neither.')

  const key = keyFrom(text('SECRET_KEY'))
  if (key === null && text('SECRET_KEY') !== '')
    reasons.push('SECRET_KEY must be 32 random bytes in base64: openssl rand -base64 32')

  const config: Config = {
    host,
    secretKey: key,
    port: whole('PORT', 8080, 0, 65_535),
    publicUrl,
    trustProxy: text('TRUST_PROXY')
      .split(',')
      .map((a) => a.trim())
      .filter((a) => a !== ''),
    dataDir: resolve(root, text('DATA_DIR') || '.data'),
    contentDir: contentDir(env),
    databaseUrl: orNull('DATABASE_URL'),
    databaseMigrateUrl: orNull('DATABASE_MIGRATE_URL'),
    demo,
    harder: oneOf('HARDER', 'listed', ['listed', 'hold']),
    firstPlan: oneOf('FIRST_PLAN', demo ? 'immediate' : 'after-clinician', ['after-clinician', 'immediate']),
    clinicName: text('CLINIC_NAME') || (demo ? 'Demo clinic' : 'This clinic'),
    calendarName: text('CALENDAR_NAME'),
    clinicContact: text('CLINIC_CONTACT'),
    country: country || null,
    emergencyNumber: orNull('EMERGENCY_NUMBER'),
    crisisNumber: orNull('CRISIS_NUMBER'),
    anonRetentionDays: whole('ANON_RETENTION_DAYS', 30, 1, 3650),
    shareDays: whole('SHARE_DAYS', 30, 0, 30),
    mail: readMail({ url: text('SMTP_URL'), from: text('MAIL_FROM') }, publicUrl, reasons),
    turn: readTurn(text, oneOf('TURN_ONLY', '0', ['0', '1']) === '1', reasons),
    metricsToken: readToken('METRICS_TOKEN', text('METRICS_TOKEN'), reasons),
    logLevel: oneOf('LOG_LEVEL', 'info', ['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
  }
  if (reasons.length > 0) throw new ConfigError(reasons)
  return config
}

/** The clinic's own content folder; relative to the folder of the product, like every path of the settings. Empty: none. */
export function contentDir(env: { readonly [name: string]: string | undefined }): string | null {
  const given = (env['CONTENT_DIR'] ?? '').trim()
  return given === '' ? null : resolve(root, given)
}

/** The last check needs the content: a plan may start by itself only on content that clinicians have signed. */
export function checkAgainstContent(config: Config, unsigned: boolean): void {
  if (config.firstPlan === 'immediate' && unsigned && !config.demo)
    throw new ConfigError([
      'FIRST_PLAN=immediate starts sessions without a clinician, but some content is not signed by one. Use FIRST_PLAN=after-clinician.',
    ])
}

/** The settings as a Markdown table, for the deployment guide. */
export function settingsTable(): string {
  const rows = SETTINGS.map((s) => `| \`${s.name}\` | ${s.fallback === '' ? '–' : s.fallback} | ${s.text} |`)
  return ['| Setting | Default | Meaning |', '|---|---|---|', ...rows].join('\n')
}

function readPublicUrl(value: string, reasons: string[]): string | null {
  if (value === '') return null
  const url = URL.parse(value)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    reasons.push('PUBLIC_URL must be a whole address, for example https://pt.example.org.')
    return null
  }
  if (url.protocol !== 'https:' && !isLoopback(url.hostname))
    reasons.push(
      'PUBLIC_URL must be https: browsers give a page no camera without it, and health data must not travel in the clear.',
    )
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    reasons.push('PUBLIC_URL must be the bare address without a path.')
  return url.origin
}

function readMail(
  { url, from }: { url: string; from: string },
  publicUrl: string | null,
  reasons: string[],
): Config['mail'] {
  if (url === '' && from === '') return null
  const before = reasons.length
  if (!/^smtps?:$/.test(URL.parse(url)?.protocol ?? ''))
    reasons.push('SMTP_URL must be the address of a mail server, for example smtps://mail.example.org.')
  if (!/^[^\s@<>]+@[^\s@<>]+$/.test(from))
    reasons.push('MAIL_FROM must be one address, for example noreply@pt.example.org.')
  if (publicUrl === null)
    reasons.push('SMTP_URL is set without PUBLIC_URL: the links in the mail would lead nowhere. Set both.')
  return reasons.length === before ? { url, from } : null
}

function readTurn(text: (name: SettingName) => string, only: boolean, reasons: string[]): Config['turn'] {
  const urls = text('TURN_URLS')
    .split(',')
    .map((url) => url.trim())
    .filter((url) => url !== '')
  const secret = readToken('TURN_SECRET', text('TURN_SECRET'), reasons)
  const relays = urls.filter((url) => /^turns?:/.test(url))
  for (const url of urls)
    if (!/^(?:stuns?:[^\s?/@]+|turns?:[^\s?/@]+(?:\?transport=(?:udp|tcp))?)$/.test(url))
      reasons.push(`TURN_URLS has ${url}, which is no address like turn:turn.example.org:3478.`)
  if (relays.length > 0 && secret === null)
    reasons.push('TURN_URLS names a relay without TURN_SECRET: anybody could use it. Set both.')
  if (relays.length === 0 && secret !== null)
    reasons.push('TURN_SECRET is set without a relay in TURN_URLS: set both or neither.')
  if (relays.length === 0 && only)
    reasons.push('TURN_ONLY=1 without a relay in TURN_URLS: nobody could meet. Set TURN_URLS.')
  return urls.length === 0 ? null : { urls, secret: secret ?? '', only }
}

function readToken(name: SettingName, value: string, reasons: string[]): string | null {
  if (value === '') return null
  if (value.length < 16 || EXAMPLE_SECRETS.has(value.toLowerCase()))
    reasons.push(`${name} must be at least 16 characters that nobody can guess.`)
  return value
}

function checkDatabaseUrl(name: string, value: string, reasons: string[]): void {
  if (value === '') return
  const url = URL.parse(value)
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) {
    reasons.push(`${name} must look like postgres://role:password@host:5432/database.`)
    return
  }
  const local = url.hostname === '' || isLoopback(url.hostname)
  if (!local && EXAMPLE_SECRETS.has(decodeURIComponent(url.password)))
    reasons.push(`${name} has no password or one from an example: set one of your own.`)
}

function nearby(): string {
  const own = Object.values(networkInterfaces())
    .flat()
    .find((n) => n && !n.internal && n.family === 'IPv4')
  return own ? ` (this machine is ${own.address})` : ''
}

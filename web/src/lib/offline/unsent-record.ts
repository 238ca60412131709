import {
  Ahead,
  type CheckIn,
  type DailyDone,
  type DayReport,
  type Me,
  type MessageSent,
  meanwhile,
  PatientContent,
  screen,
  screenMessage,
  type SessionReport,
  TextModel,
  type Warning,
  wordsIn,
} from '@dorsal/care'
import { i18n } from '../i18n.ts'
import { outbox } from '../outbox-device.ts'
import { readKept } from '../store.ts'
import { textModelUrl, withTextModel } from '../text-model.ts'
import { CONTENT_CACHE } from './shell.ts'

async function kept(cache: Cache, address: string): Promise<unknown> {
  const reply = await cache.match(address, { ignoreVary: true })
  return reply?.json().catch(() => null)
}

/** The rules as they lie on this device, in any language: a danger sign in words is never passed over for want of a connection. */
async function rulesHere(): Promise<PatientContent | null> {
  if (!('caches' in globalThis)) return null
  const config = (await readKept('config')) as { contentVersion?: string } | undefined
  const cache = await caches.open(CONTENT_CACHE)
  const lang = i18n.locale
  const version = config?.contentVersion ?? ''
  for (const address of [`/content/${version}/${lang}.json`, `/content/${version}.json`]) {
    const read = PatientContent.safeParse(await kept(cache, address))
    if (!read.success) continue
    const model = TextModel.safeParse(await kept(cache, textModelUrl(version)))
    return model.success ? withTextModel(read.data, model.data) : read.data
  }
  return null
}

function reader({ redFlags }: PatientContent): (text: string) => Warning {
  return (text) => {
    const { disposition, rules, spans } = screen(text, redFlags, i18n.locale)
    const row = redFlags.patterns.find((p) => rules.includes(p.id) && p.disposition === disposition)
    const because = spans.map(({ start, end, rule }) => ({
      id: 'triage.text' as const,
      values: { rule, words: text.slice(start, end) },
    }))
    return { disposition, card: row?.card ?? null, rules, because }
  }
}

/** Danger signs in answers to what was due: in their words, and those that the person confirmed. */
function warningsIn(
  checkIn: CheckIn,
  { redFlags, measures }: PatientContent,
  read: (text: string) => Warning,
): Warning[] {
  const confirmed = redFlags.items.filter(({ id }) => checkIn.yes?.includes(id))
  return [
    ...wordsIn(checkIn, measures).map(read),
    ...confirmed.map(({ id, question, disposition, card }) => ({
      disposition,
      card,
      rules: [id],
      because: [{ id: 'triage.yes' as const, values: { rule: id, question } }],
    })),
  ]
}

/** What messages that are not sent yet come to, by the screen that the server will put to them. */
const written = (messages: readonly MessageSent[], { redFlags, version }: PatientContent): Warning[] =>
  messages.map((message) => screenMessage(message, redFlags, version).result)

/** The record as it stands with what this device has told and the server does not have yet; the same object where there is nothing. */
export async function withUnsent(
  me: Me,
  offline: boolean,
  now: string,
): Promise<{ me: Me; unsent: boolean }> {
  const writings = await outbox.unsent().catch(() => [])
  const reports: SessionReport[] = []
  const days: DayReport[] = []
  const checkIns: CheckIn[] = []
  const dailies: DailyDone[] = []
  const messages: MessageSent[] = []
  for (const writing of writings) {
    if (writing.endpoint === 'sendReport') reports.push(writing.body)
    if (writing.endpoint === 'sendDay') days.push(writing.body)
    if (writing.endpoint === 'sendCheckIn') checkIns.push(writing.body)
    if (writing.endpoint === 'finishDaily') dailies.push(writing.body)
    if (writing.endpoint === 'sendMessage') messages.push(writing.body)
  }
  const known = new Set([...me.history.map(({ report }) => report.id), ...me.told.map(({ id }) => id)])
  const knownDaily = new Set(me.daily.done.map(({ id }) => id))
  const answered = new Set(me.checkIns.map(({ id }) => id))
  const unsent = {
    reports: reports.filter(({ id }) => !known.has(id)),
    days: days.filter(({ id }) => !known.has(id)),
    daily: dailies.filter(({ id }) => !knownDaily.has(id)),
  }
  const due = checkIns.filter(({ id }) => !answered.has(id))
  const told =
    unsent.reports.length + unsent.days.length + unsent.daily.length + due.length + messages.length > 0
  if (!told && !offline) return { me, unsent: false }
  const ahead = Ahead.safeParse(await readKept('ahead'))
  const rules = told ? await rulesHere() : null
  const read = rules === null ? null : reader(rules)
  const warnings =
    rules && read
      ? [...due.flatMap((checkIn) => warningsIn(checkIn, rules, read)), ...written(messages, rules)]
      : []
  return {
    me: meanwhile({
      ...unsent,
      me,
      ahead: ahead.success ? ahead.data : null,
      offline,
      warnings,
      ...(read !== null && { read }),
      now,
    }),
    unsent: told,
  }
}

import {
  type MessageTemplate,
  type ReplyFigures,
  replyFigures,
  type ReplyRule,
  usualRule,
} from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'

const DAY = 86_400_000
/** Over so many days the kept promises are counted. */
const FIGURES_DAYS = 90

/** What the clinic promises; until it says otherwise the usual hours where this server is. */
export async function replyRule(tx: Tx): Promise<ReplyRule> {
  const row = await tx.selectFrom('app.reply_rule').select('body').executeTakeFirst()
  return row?.body ?? usualRule(Intl.DateTimeFormat().resolvedOptions().timeZone)
}

type Setter = { tenantId: string; staffId: string }

export async function setReplyRule(tx: Tx, by: Setter, rule: ReplyRule, now: Date): Promise<void> {
  const set = { body: json(rule), set_at: now, set_by: by.staffId }
  await tx
    .insertInto('app.reply_rule')
    .values({ tenant_id: by.tenantId, ...set })
    .onConflict((c) => c.column('tenant_id').doUpdateSet(set))
    .execute()
}

/** How the promise was kept lately, over everybody. What needed no answer is not counted. */
export async function figuresOf(tx: Tx, now: Date): Promise<ReplyFigures> {
  const rows = await tx
    .selectFrom('app.message')
    .select(['received_at', 'due_at', 'answered_at'])
    .where('author', '=', 'patient')
    .where('settled', '=', false)
    .where('received_at', '>', new Date(now.getTime() - FIGURES_DAYS * DAY))
    .execute()
  const asked = rows.map(({ received_at, due_at, answered_at }) => ({
    at: received_at.toISOString(),
    dueAt: (due_at ?? received_at).toISOString(),
    answeredAt: answered_at?.toISOString() ?? null,
  }))
  return replyFigures(asked, now.toISOString())
}

export async function ownTemplates(tx: Tx): Promise<MessageTemplate[]> {
  const rows = await tx.selectFrom('app.message_template').select('body').orderBy('template_id').execute()
  return rows.map(({ body }) => body)
}

/** The clinic's own templates, all at once. */
export async function setTemplates(tx: Tx, tenantId: string, all: readonly MessageTemplate[]): Promise<void> {
  await tx.deleteFrom('app.message_template').where('tenant_id', '=', tenantId).execute()
  for (const template of new Map(all.map((one) => [one.id, one])).values())
    await tx
      .insertInto('app.message_template')
      .values({ tenant_id: tenantId, template_id: template.id, body: json(template) })
      .execute()
}

import type { CardId, Message, MessageTemplate, ReplyRule } from '@dorsal/care'
import type { ColumnType, Generated } from 'kysely'

type Json<T> = ColumnType<T, string, string>
type At = ColumnType<Date, Date | string, Date | string>
type AtOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>

/** The tables behind messages, the promise about answers and the clinic's templates. */
export type MessageTables = {
  'app.message': {
    tenant_id: string
    patient_id: string
    message_id: string
    place: ColumnType<string, never, never>
    author: 'patient' | 'clinic'
    staff_id: OrNull<string>
    words: string
    lang: string
    answers: Json<Message['answers']>
    received_at: At
    due_at: AtOrNull
    answered_at: AtOrNull
    settled: Generated<boolean>
    read_at: AtOrNull
    read_by: OrNull<string>
    task_id: OrNull<string>
    card: OrNull<CardId>
  }
  'app.message_picture': {
    tenant_id: string
    patient_id: string
    picture_id: string
    message_id: string
    width: number
    height: number
    data: Buffer
    sent_hash: string
    received_at: At
  }
  'app.reply_rule': { tenant_id: string; body: Json<ReplyRule>; set_at: At; set_by: string }
  'app.message_template': { tenant_id: string; template_id: string; body: Json<MessageTemplate> }
}

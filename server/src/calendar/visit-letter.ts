import { type CalendarMethod, writeCalendar } from '@dorsal/care'
import { type Db, inClinic } from '../db/connect.ts'
import type { Errand } from '../mail/mailbox.ts'
import { letterOf, type TemplateId } from '../mail/templates.ts'
import { type House, patientEntry } from './entries.ts'
import { isNews } from './tell.ts'
import { visitById, type VisitRow } from './visits.store.ts'

type Written = { subject: string; text: string; calendar: { method: CalendarMethod; text: string } }
type Given = { db: Db; tenantId: string; clinic: string; house: House; now: Date }

function when({ starts, zone }: VisitRow, lang: string): string {
  const format = new Intl.DateTimeFormat(lang, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  return format.format(new Date(starts))
}

function templateFor({ state, sequence }: VisitRow): TemplateId {
  if (state === 'cancelled') return 'visit-cancelled'
  return sequence === 0 ? 'visit' : 'visit-moved'
}

/**
 * The letter about a visit, made from the visit as it is now. Null where there is nothing to say any more: the visit is gone, or a later
 * change has a letter of its own. So nobody is invited to what was cancelled, nor told of a time that is no longer true.
 */
export async function visitLetter(
  { db, tenantId, clinic, house, now }: Given,
  { visit: about, lang, to }: Errand,
): Promise<Written | null> {
  if (about === undefined) return null
  const visit = await inClinic(db, tenantId, (tx) => visitById(tx, about.id))
  if (visit === null || visit.patientId === null || !isNews(visit.state)) return null
  if (visit.sequence !== about.sequence) return null
  const cancelled = visit.state === 'cancelled'
  const method = cancelled ? 'CANCEL' : 'REQUEST'
  const entry = { ...patientEntry(visit, lang, house), attendee: to, stamp: now.toISOString() }
  const put = {
    clinic,
    link: `${house.base}/calendar`,
    when: when(visit, lang),
    where: visit.type.kind === 'video' ? '' : visit.place.address,
  }
  return {
    ...letterOf(templateFor(visit), lang, put),
    calendar: { method, text: writeCalendar(method, null, [entry]) },
  }
}

import { type Action, contract, type EndpointName } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** What a line of the trail tells, in words: by the action that its row of the API is to the policy. */
const WORDS: Partial<Readonly<Record<Action, MessageDescriptor>>> = {
  'consent.give': msg`agreed, and so opened a record`,
  'own.read': msg`looked at their own record`,
  'own.write': msg`wrote in their own record`,
  'own.erase': msg`erased their record`,
  'own.share': msg`changed who may help`,
  'own.lookers': msg`looked who looked`,
  'own.account': msg`changed how they come in`,
  'own.video': msg`came to a visit by video`,
  'visit.video': msg`was at a visit by video`,
  'today.read': msg`looked at the exercises of the day`,
  'cared.read': msg`looked as a caregiver`,
  'record.read': msg`looked at the record`,
  'record.break-glass': msg`opened or closed it with a reason`,
  'record.find': msg`looked for somebody by name`,
  'message.send': msg`dealt with a message`,
  'document.give': msg`added a document or took one away`,
  'team.change': msg`changed the team or the place`,
  'team.hand-over': msg`handed people over`,
  'note.read': msg`read the notes`,
  'note.write': msg`wrote a note`,
  'note.sign': msg`signed a note`,
  'note.co-sign': msg`co-signed a note`,
  'note.queue': msg`looked at the notes to co-sign`,
  'plan.write': msg`set the plan`,
  'template.read': msg`looked at the templates of the clinic`,
  'template.write': msg`made or changed a template of the clinic`,
  'warning.clear': msg`cleared a warning sign`,
  'proposal.answer': msg`answered a proposed change`,
  'task.handle': msg`dealt with a task`,
  'own.book': msg`booked, moved or cancelled a visit`,
  'schedule.read': msg`looked at how the clinic is booked`,
  'schedule.search': msg`looked at the calendar of the clinic`,
  'schedule.book': msg`booked or changed a visit`,
  'schedule.off': msg`changed when somebody is away`,
  'schedule.set': msg`changed how the clinic is booked`,
  'schedule.authorise': msg`changed the approved visits`,
  'panel.read': msg`looked at the list of patients`,
  'panel.search': msg`searched the list of patients`,
  'clinic.trail': msg`looked at the trail`,
  'clinic.teams': msg`looked at or changed the teams`,
  'clinic.messages': msg`looked at or changed what is promised about answers`,
  'clinic.load': msg`looked at who cares for how many`,
  'clinic.coverage': msg`looked at or changed what is accepted`,
  'content.read-review': msg`looked at the review of the content`,
  'content.sign': msg`signed or returned content`,
  'clinic.people': msg`looked at or changed who works here`,
  'staff.self': msg`looked at or changed their own account`,
}

const OTHER = msg`something else`
/** No row of the API: it is read by a program, which holds a secret address. */
const FEED = msg`read along by a calendar program`

const isRow = (what: string): what is EndpointName => Object.hasOwn(contract, what)

/** A command of whoever holds the machine. */
const EXPORTED = msg`exported the whole record`

/** The words for a line; `what` is the name of a row, or of a command. */
export function trailWords(what: string): MessageDescriptor {
  if (what === 'calendarFeed') return FEED
  if (what === 'export') return EXPORTED
  return (isRow(what) ? WORDS[contract[what].action] : undefined) ?? OTHER
}

/**
 * By what a door asks who is there: nothing, the secret of one's own record, that of a caregiver, a link, or a staff session (or the key
 * of a program, where the policy lets one in); `machine` is the command line, open to whoever holds the machine. A browser may hold several;
 * the action says which one counts.
 */
export type Door = 'anyone' | 'patient' | 'caregiver' | 'link' | 'staff' | 'machine'

/**
 * What an action is about, and so whose relation to it counts: nothing of anybody's, the caller's own record (or the one that was opened
 * to them), their own clinic as a whole, or the record of the person, proposal, task or visit that the address names.
 */
export type About = 'nothing' | 'own' | 'clinic' | 'patient' | 'proposal' | 'task' | 'visit'

type ActionRow = { door: Door; about: About }

/** Everything that anybody can do here, by any door: a route, a page, a stream, a print, an export, a command. Each names one of these. */
export const ACTIONS = {
  /** Pages, rules, texts, the API's description, health: nothing of anybody's. */
  'public.read': { door: 'anyone', about: 'nothing' },
  /** Turning reminders off by the link below one: whoever holds it need not say who they are. */
  'reminder.off': { door: 'anyone', about: 'nothing' },
  /** Agreeing, and so opening a record on this device. */
  'consent.give': { door: 'anyone', about: 'nothing' },
  /** Signing in or out, links by mail, invitations, resets: finding out who is there. */
  'account.enter': { door: 'anyone', about: 'nothing' },
  /** A list of times and places for a calendar program, by its secret address: no name, nothing of health. */
  'calendar.feed': { door: 'anyone', about: 'nothing' },
  /** Keeping a start of a visit for some minutes. */
  'slot.hold': { door: 'anyone', about: 'nothing' },
  'own.read': { door: 'patient', about: 'own' },
  'own.write': { door: 'patient', about: 'own' },
  'own.erase': { door: 'patient', about: 'own' },
  /** Whom a person lets see what: links, caregivers. */
  'own.share': { door: 'patient', about: 'own' },
  /** Who has looked at one's record. */
  'own.lookers': { door: 'patient', about: 'own' },
  /** One's account: claiming a record, ways to sign in, sessions. */
  'own.account': { door: 'patient', about: 'own' },
  /** Booking, moving and cancelling one's visits. */
  'own.book': { door: 'patient', about: 'own' },
  /** Coming to one's visit by video. */
  'own.video': { door: 'patient', about: 'own' },
  /** What a caregiver sees of the person whom they help. */
  'cared.read': { door: 'caregiver', about: 'own' },
  'today.read': { door: 'link', about: 'own' },
  /** One's own membership, sessions and second factor. */
  'staff.self': { door: 'staff', about: 'nothing' },
  /** Who works here: inviting, ending, licences. */
  'clinic.people': { door: 'staff', about: 'clinic' },
  /** Where the clinic is, and who cares for whom. */
  'clinic.teams': { door: 'staff', about: 'clinic' },
  /** The head of the trail and the records that were opened with a reason. */
  'clinic.trail': { door: 'staff', about: 'clinic' },
  /** By what the clinic can be booked, and who waits: names, and nothing of anybody's health. */
  'schedule.read': { door: 'staff', about: 'clinic' },
  /** Who comes when, and people by a part of their name: what is looked for stands in no address. */
  'schedule.search': { door: 'staff', about: 'clinic' },
  /** Booking for somebody, and saying how far a visit is. */
  'schedule.book': { door: 'staff', about: 'clinic' },
  /** When somebody sees nobody. */
  'schedule.off': { door: 'staff', about: 'clinic' },
  /** By what the clinic can be booked: rooms, kinds of visit, hours, rules. */
  'schedule.set': { door: 'staff', about: 'clinic' },
  /** How many visits a payer approved. */
  'schedule.authorise': { door: 'staff', about: 'clinic' },
  'panel.read': { door: 'staff', about: 'clinic' },
  /** The same list by what is looked for; what is looked for stands in no address. */
  'panel.search': { door: 'staff', about: 'clinic' },
  /** How many people everybody cares for, and who stands in for whom. */
  'clinic.load': { door: 'staff', about: 'clinic' },
  /** Handing people over to a colleague, or having one stand in. */
  'team.hand-over': { door: 'staff', about: 'clinic' },
  'record.read': { door: 'staff', about: 'patient' },
  /** Opening a record without being on its team, with a reason, for a time. */
  'record.break-glass': { door: 'staff', about: 'patient' },
  /** Finding somebody outside of one's teams by their whole name, to open their record so. */
  'record.find': { door: 'staff', about: 'clinic' },
  /** Writing to a person, and saying that what they wrote was seen or needs no answer. */
  'message.send': { door: 'staff', about: 'patient' },
  /** Adding a document to a record, and taking out of view what one added. */
  'document.give': { door: 'staff', about: 'patient' },
  /** What the clinic promises about answers, and its templates. */
  'clinic.messages': { door: 'staff', about: 'clinic' },
  /** What the clinic has reviewed of its content, and the items to be read. */
  'content.read-review': { door: 'staff', about: 'clinic' },
  /** Signing content for the clinic, returning it, taking a signature back: held to whom the clinic appointed, and to a licence. */
  'content.sign': { door: 'staff', about: 'clinic' },
  /** Which employers and health plans the clinic accepts, what a visit costs and what is free. */
  'clinic.coverage': { door: 'staff', about: 'clinic' },
  'team.change': { door: 'staff', about: 'patient' },
  'note.read': { door: 'staff', about: 'patient' },
  /** Drafting, and adding to what was signed. */
  'note.write': { door: 'staff', about: 'patient' },
  'note.sign': { door: 'staff', about: 'patient' },
  'note.co-sign': { door: 'staff', about: 'patient' },
  /** Which notes of one's people wait for a therapist's signature. */
  'note.queue': { door: 'staff', about: 'clinic' },
  /** Setting somebody's plan: what, how much, how often. */
  'plan.write': { door: 'staff', about: 'patient' },
  /** The clinic's own templates of programmes, which are about nobody. */
  'template.read': { door: 'staff', about: 'clinic' },
  /** Adding a version of a template: made, renamed, changed, retired. */
  'template.write': { door: 'staff', about: 'clinic' },
  'warning.clear': { door: 'staff', about: 'patient' },
  'proposal.answer': { door: 'staff', about: 'proposal' },
  'task.handle': { door: 'staff', about: 'task' },
  /** Seeing somebody by video: held to whose visit it is, to its hour and to a licence. */
  'visit.video': { door: 'staff', about: 'visit' },
  /** Commands on content and files that the caller brings: no record of anybody's. */
  'machine.tools': { door: 'machine', about: 'nothing' },
  /** Starting, bringing the database up to date, filling a demo clinic. */
  'machine.run': { door: 'machine', about: 'nothing' },
  'machine.people': { door: 'machine', about: 'clinic' },
  'machine.trail': { door: 'machine', about: 'clinic' },
  'machine.export': { door: 'machine', about: 'patient' },
} as const satisfies Readonly<Record<string, ActionRow>>

export type Action = keyof typeof ACTIONS

import * as z from 'zod/mini'

/** Every refusal the API can give: its status, a title, and what the reader can do. Sent as RFC 9457 problem+json. */
export const ERRORS = {
  'bad-json': {
    status: 400,
    title: 'This is not valid JSON.',
    advice: 'Check the text that was sent and try again.',
  },
  'bad-input': {
    status: 400,
    title: 'Some of what was sent does not fit.',
    advice: 'See the list of fields below.',
  },
  'incomplete-intake': {
    status: 422,
    title: 'A warning-sign question has no answer.',
    advice: 'Answer the named questions, then send again.',
  },
  'under-18': {
    status: 422,
    title: 'This programme is for adults.',
    advice:
      'None of these answers was kept. Please talk to a parent or carer, and see a doctor or physical therapist in person.',
  },
  'no-consent': {
    status: 403,
    title: 'You have not agreed yet.',
    advice: 'Read the first page and agree before answering.',
  },
  'no-replay-agreement': {
    status: 403,
    title: 'Your movement is not kept.',
    advice: 'You have not agreed to it, or have taken it back. Nothing was stored.',
  },
  'other-clinic': {
    status: 409,
    title: 'You have gone on at another clinic in this browser.',
    advice: 'This page still shows the one before. Nothing was changed. Load it again.',
  },
  'sign-in': { status: 401, title: 'You are not signed in.', advice: 'Sign in and try again.' },
  'wrong-credentials': {
    status: 401,
    title: 'E-mail or password is not right.',
    advice: 'Check both and try again.',
  },
  'wrong-code': {
    status: 401,
    title: 'This code is not right.',
    advice: 'Codes change every half a minute, and each works once. Wait for the next and try again.',
  },
  'sign-in-anew': {
    status: 401,
    title: 'This took too long, or was tried too often.',
    advice: 'Begin again with e-mail and password.',
  },
  'weak-password': {
    status: 422,
    title: 'This password is too easy to guess.',
    advice: 'Take a longer one, for example four or five words that do not belong together.',
  },
  'address-first': {
    status: 409,
    title: 'Confirm your e-mail address first.',
    advice: 'Open the mail that was sent to it and press its link. Then choose a password.',
  },
  'passkey-unknown': {
    status: 401,
    title: 'This passkey opens nothing here.',
    advice: 'Try another one, or sign in with e-mail and password.',
  },
  'no-photograph': {
    status: 422,
    title: 'This is no photograph that can be shown.',
    advice:
      'Your message was sent without it. Take a new photo, or save the picture as a JPEG, and send that.',
  },
  'pictures-full': {
    status: 422,
    title: 'There are too many photographs.',
    advice: 'Your message was sent without this one. Three go with one message, and thirty in a day.',
  },
  'document-unknown': {
    status: 422,
    title: 'This file cannot be taken.',
    advice:
      'A document is a PDF or a photo of up to 5 MB. This one is something else, or it is damaged. Save it as a PDF once more, or take a photo of each page.',
  },
  'document-locked': {
    status: 422,
    title: 'This PDF is locked.',
    advice: 'Open it with its password, print it into a new PDF, and add that.',
  },
  'document-active': {
    status: 422,
    title: 'This PDF would do something by itself.',
    advice: 'For everybody’s safety it is not taken. Print it into a new PDF, and add that.',
  },
  'document-holds-files': {
    status: 422,
    title: 'This PDF has other files in it.',
    advice: 'For everybody’s safety it is not taken. Print it into a new PDF, and add that.',
  },
  'documents-full': {
    status: 422,
    title: 'There are too many documents.',
    advice:
      'Ten can be added in a day, and a record holds a hundred. Try again tomorrow, or bring it to your visit.',
  },
  'record-here': {
    status: 409,
    title: 'This device has a record of its own.',
    advice: 'Nothing was changed. Open the code on a device without one.',
  },
  'licence-expired': {
    status: 403,
    title: 'Your licence on record has run out.',
    advice: 'Nothing was decided. Ask an administrator of the clinic to enter the renewed one.',
  },
  'licence-elsewhere': {
    status: 403,
    title: 'Your licence is for another country than this clinic’s.',
    advice: 'Nothing was decided. Somebody with a licence for this country has to decide.',
  },
  'licence-missing': {
    status: 403,
    title: 'No licence of yours is on record.',
    advice: 'Nothing was signed. Ask an administrator of the clinic to enter it.',
  },
  'not-lead': {
    status: 403,
    title: 'You do not review the content for this clinic.',
    advice: 'Nothing was signed. An administrator of the clinic can appoint you.',
  },
  'email-taken': {
    status: 409,
    title: 'This address has an account already.',
    advice: 'Take another address, or give that account a new password.',
  },
  'last-admin': {
    status: 409,
    title: 'Then nobody could administer the clinic any more.',
    advice: 'Make somebody else an administrator first.',
  },
  forbidden: {
    status: 403,
    title: 'This is not yours to see or change.',
    advice: 'Ask the clinic if you think that it should be.',
  },
  'not-on-team': {
    status: 403,
    title: 'You are not on the team that cares for this person.',
    advice: 'Ask somebody on it. If it cannot wait, open the record with a reason; the person will be told.',
  },
  'not-found': { status: 404, title: 'There is nothing here.', advice: 'Check the address.' },
  'link-ended': {
    status: 404,
    title: 'This link opens nothing any more.',
    advice: 'Ask the person who gave it to you for a new one.',
  },
  'too-many-links': {
    status: 409,
    title: 'There are as many links as there can be.',
    advice: 'Stop one that you no longer need, then make a new one.',
  },
  'caseload-full': {
    status: 409,
    title: 'This colleague would care for more people than agreed.',
    advice:
      'Nothing was handed over. Hand over fewer, choose somebody else, or ask an administrator to raise the number.',
  },
  'not-low-risk': {
    status: 409,
    title: 'This is no longer one to accept without a closer look.',
    advice: 'Nothing was decided. Open the record and look at what has come in.',
  },
  conflict: {
    status: 409,
    title: 'Somebody changed this in the meantime.',
    advice: 'Load it again and repeat your change.',
  },
  'id-taken': {
    status: 409,
    title: 'This id was used for something else.',
    advice: 'Make a new id and send again.',
  },
  'wrong-host': {
    status: 421,
    title: 'This server does not answer under that name.',
    advice: 'Open the address that the clinic gave you.',
  },
  'too-large': { status: 413, title: 'This is too large.', advice: 'Send less at once.' },
  'wrong-type': {
    status: 415,
    title: 'Only JSON is taken here.',
    advice: 'Set content-type to application/json.',
  },
  'too-many': { status: 429, title: 'Too many tries.', advice: 'Wait a minute and try again.' },
  'too-many-wrong': {
    status: 429,
    title: 'Too many wrong tries.',
    advice: 'Wait a quarter of an hour at most, or sign in where you have signed in before.',
  },
  'thread-closed': {
    status: 409,
    title: 'Messages about this course are closed.',
    advice: 'Your words are still on this device. Please call the clinic.',
  },
  'slot-taken': {
    status: 409,
    title: 'This time is no longer free.',
    advice: 'Nothing was booked. Please choose another; the nearest ones are shown.',
  },
  'hold-ended': {
    status: 409,
    title: 'This time is no longer kept for you.',
    advice: 'What you wrote is still here. Please choose a time again.',
  },
  'own-visit': {
    status: 409,
    title: 'There is another visit at this time already.',
    advice: 'Nothing was booked. Choose another time, or move the other visit first.',
  },
  'late-change': {
    status: 409,
    title: 'It is too late to move this visit here.',
    advice: 'Nothing was changed. Please call the clinic, or cancel the visit.',
  },
  'check-in-closed': {
    status: 409,
    title: 'The questions before this visit are not open now.',
    advice: 'Nothing was kept. Say it at the visit, or call the clinic.',
  },
  'outside-rules': {
    status: 409,
    title: 'This is outside of the hours or the rules of the clinic.',
    advice: 'Nothing was booked. Say why it is wished all the same, or choose another time.',
  },
  'video-closed': {
    status: 409,
    title: 'This video visit is not open.',
    advice:
      'It opens 15 minutes before its start. If it was moved or cancelled, look at your visits or call the clinic.',
  },
  'others-visit': {
    status: 409,
    title: 'This visit is a colleague’s.',
    advice: 'Somebody on the team that cares for this person can stand in. Ask to be put on it.',
  },
  held: { status: 409, title: 'The plan is on hold.', advice: 'A clinician must look at it first.' },
  internal: {
    status: 500,
    title: 'Something went wrong on our side.',
    advice: 'Nothing you entered is lost. Try again in a minute.',
  },
  unavailable: {
    status: 503,
    title: 'The service is starting or resting.',
    advice: 'Try again in a minute.',
  },
} as const

export type ErrorCode = keyof typeof ERRORS

/** An error as it travels (RFC 9457): what happened and what to do about it, for people. Carries no health data. */
export const Problem = z.object({
  type: z.string(),
  code: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  fields: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
})
export type Problem = z.infer<typeof Problem>

/** A refusal that reaches a person; `fields` name what to mend. Carries no health data. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly fields: { path: string; message: string }[]
  /** After how many seconds it is worth trying again, where that is known. */
  readonly waitSeconds: number | null
  constructor(
    code: ErrorCode,
    fields: { path: string; message: string }[] = [],
    waitSeconds: number | null = null,
  ) {
    super(ERRORS[code].title)
    this.code = code
    this.fields = fields
    this.waitSeconds = waitSeconds
  }
}

/** The problem+json body of an error code. */
export function problem(code: ErrorCode, fields: { path: string; message: string }[] = []): Problem {
  const { status, title, advice } = ERRORS[code]
  return {
    type: `urn:dorsal:error:${code}`,
    code,
    title,
    status,
    detail: advice,
    ...(fields.length > 0 && { fields }),
  }
}

import type { ErrorCode } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

type Words = { title: MessageDescriptor; advice: MessageDescriptor }

/** What the server's refusals say to a person, by their code. Those that only a program meets keep the server's own English. */
export const ERROR_WORDS: Partial<Readonly<Record<ErrorCode, Words>>> = {
  'bad-input': {
    title: msg`Some of what was sent does not fit.`,
    advice: msg`See the list of fields below.`,
  },
  'thread-closed': {
    title: msg`Messages about this course are closed.`,
    advice: msg`Your words are still on this device. Please call the clinic.`,
  },
  'video-closed': {
    title: msg`This video visit is not open.`,
    advice: msg`It opens 15 minutes before its start. If it was moved or cancelled, look at your visits or call the clinic.`,
  },
  'check-in-closed': {
    title: msg`The questions before this visit are not open now.`,
    advice: msg`Nothing was kept. Say it at the visit, or call the clinic.`,
  },
  'document-unknown': {
    title: msg`This file cannot be taken.`,
    advice: msg`A document is a PDF or a photo of up to 5 MB. This one is something else, or it is damaged. Save it as a PDF once more, or take a photo of each page.`,
  },
  'document-locked': {
    title: msg`This PDF is locked.`,
    advice: msg`Open it with its password, print it into a new PDF, and add that.`,
  },
  'document-active': {
    title: msg`This PDF would do something by itself.`,
    advice: msg`For everybody’s safety it is not taken. Print it into a new PDF, and add that.`,
  },
  'document-holds-files': {
    title: msg`This PDF has other files in it.`,
    advice: msg`For everybody’s safety it is not taken. Print it into a new PDF, and add that.`,
  },
  'documents-full': {
    title: msg`There are too many documents.`,
    advice: msg`Ten can be added in a day, and a record holds a hundred. Try again tomorrow, or bring it to your visit.`,
  },
  'id-taken': {
    title: msg`This was sent before, with something else in it.`,
    advice: msg`What you see may be old. Load the page again and try once more.`,
  },
  'others-visit': {
    title: msg`This visit is a colleague’s.`,
    advice: msg`Somebody on the team that cares for this person can stand in. Ask to be put on it.`,
  },
  'incomplete-intake': {
    title: msg`A warning-sign question has no answer.`,
    advice: msg`Answer the named questions, then send again.`,
  },
  'under-18': {
    title: msg`This programme is for adults.`,
    advice: msg`None of these answers was kept. Please talk to a parent or carer, and see a doctor or physical therapist in person.`,
  },
  'no-consent': {
    title: msg`You have not agreed yet.`,
    advice: msg`Read the first page and agree before answering.`,
  },
  'other-clinic': {
    title: msg`You have gone on at another clinic in this browser.`,
    advice: msg`This page still shows the one before. Nothing was changed. Load it again.`,
  },
  'sign-in': { title: msg`You are not signed in.`, advice: msg`Sign in and try again.` },
  'wrong-credentials': {
    title: msg`E-mail or password is not right.`,
    advice: msg`Check both and try again.`,
  },
  'wrong-code': {
    title: msg`This code is not right.`,
    advice: msg`Codes change every half a minute, and each works once. Wait for the next and try again.`,
  },
  'sign-in-anew': {
    title: msg`This took too long, or was tried too often.`,
    advice: msg`Begin again with e-mail and password.`,
  },
  'weak-password': {
    title: msg`This password is too easy to guess.`,
    advice: msg`Take a longer one, for example four or five words that do not belong together.`,
  },
  'address-first': {
    title: msg`Confirm your e-mail address first.`,
    advice: msg`Open the mail that was sent to it and press its link. Then choose a password.`,
  },
  'passkey-unknown': {
    title: msg`This passkey opens nothing here.`,
    advice: msg`Try another one, or sign in with e-mail and password.`,
  },
  'no-photograph': {
    title: msg`This is no photograph that can be shown.`,
    advice: msg`Your message was sent without it. Take a new photo, or save the picture as a JPEG, and send that.`,
  },
  'pictures-full': {
    title: msg`There are too many photographs.`,
    advice: msg`Your message was sent without this one. Three go with one message, and thirty in a day.`,
  },
  'record-here': {
    title: msg`This device has a record of its own.`,
    advice: msg`Nothing was changed. Open the code on a device without one.`,
  },
  'licence-expired': {
    title: msg`Your licence on record has run out.`,
    advice: msg`Nothing was decided. Ask an administrator of the clinic to enter the renewed one.`,
  },
  'licence-elsewhere': {
    title: msg`Your licence is for another country than this clinic’s.`,
    advice: msg`Nothing was decided. Somebody with a licence for this country has to decide.`,
  },
  'licence-missing': {
    title: msg`No licence of yours is on record.`,
    advice: msg`Nothing was signed. Ask an administrator of the clinic to enter it.`,
  },
  'not-lead': {
    title: msg`You do not review the content for this clinic.`,
    advice: msg`Nothing was signed. An administrator of the clinic can appoint you.`,
  },
  'email-taken': {
    title: msg`This address has an account already.`,
    advice: msg`Take another address, or give that account a new password.`,
  },
  'last-admin': {
    title: msg`Then nobody could administer the clinic any more.`,
    advice: msg`Make somebody else an administrator first.`,
  },
  'too-many-wrong': {
    title: msg`Too many wrong tries.`,
    advice: msg`Wait a quarter of an hour at most, or sign in where you have signed in before.`,
  },
  forbidden: {
    title: msg`This is not yours to see or change.`,
    advice: msg`Ask the clinic if you think that it should be.`,
  },
  'not-found': { title: msg`There is nothing here.`, advice: msg`Check the address.` },
  'link-ended': {
    title: msg`This link opens nothing any more.`,
    advice: msg`Ask the person who gave it to you for a new one.`,
  },
  'too-many-links': {
    title: msg`There are as many links as there can be.`,
    advice: msg`Stop one that you no longer need, then make a new one.`,
  },
  'caseload-full': {
    title: msg`This colleague would care for more people than agreed.`,
    advice: msg`Nothing was handed over. Hand over fewer, choose somebody else, or ask an administrator to raise the number.`,
  },
  'not-low-risk': {
    title: msg`This is no longer one to accept without a closer look.`,
    advice: msg`Nothing was decided. Open the record and look at what has come in.`,
  },
  conflict: {
    title: msg`Somebody changed this in the meantime.`,
    advice: msg`Load it again and repeat your change.`,
  },
  'wrong-host': {
    title: msg`This server does not answer under that name.`,
    advice: msg`Open the address that the clinic gave you.`,
  },
  'too-large': { title: msg`This is too large.`, advice: msg`Send less at once.` },
  'too-many': { title: msg`Too many tries.`, advice: msg`Wait a minute and try again.` },
  held: { title: msg`The plan is on hold.`, advice: msg`A clinician must look at it first.` },
  internal: {
    title: msg`Something went wrong on our side.`,
    advice: msg`Nothing you entered is lost. Try again in a minute.`,
  },
  unavailable: {
    title: msg`The service is starting or resting.`,
    advice: msg`Try again in a minute.`,
  },
}

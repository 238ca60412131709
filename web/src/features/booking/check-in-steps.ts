import type { OwnVisit, PatientContent, VisitCheckIn } from '@dorsal/care'

/** What is asked before a visit, one thing at a time: the danger questions by their ids, then the rest. */
export type CheckInStep = 'pain' | 'since' | 'medicines' | 'wish' | (string & {})

export const NOTHING_SAID: VisitCheckIn = {
  answers: {},
  pain: null,
  since: null,
  wish: null,
  medicines: null,
  medicineWords: null,
}

/** The danger questions that are put before a visit: those before a session that are answered with yes or no. */
export const dangersOf = ({ preSession }: PatientContent['redFlags']) =>
  preSession.filter(({ answerType }) => answerType === 'yes_no')

/** A first visit has none before it to compare with. */
export const stepsOf = (content: PatientContent, { visit }: OwnVisit): CheckInStep[] => [
  ...dangersOf(content.redFlags).map(({ id }) => id),
  'pain',
  ...(visit.type.kind === 'evaluation' ? [] : ['since']),
  'medicines',
  'wish',
]

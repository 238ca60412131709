/** Why a check-in makes work for the clinic, in plain English. */
export const OUTCOME_SENTENCES: Readonly<Record<string, string>> = {
  'outcome.cutoff': '{measure}: {score} of {most}. {reason} It is no diagnosis.',
  'outcome.serious-event':
    'Something bad happened that the person thinks came from the programme: {what} ({severity}). Look at it today.',
  'outcome.event': 'A side effect was told: {what} ({severity}).',
}

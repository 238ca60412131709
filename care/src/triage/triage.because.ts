/** Reasons of the triage in plain words. `{question}`, `{message}` and `{why}` come from content, `{words}` from the person. */
export const TRIAGE_SENTENCES = {
  'triage.none': 'No warning sign was found today.',
  'triage.yes': 'You said yes to: {question}',
  'triage.unsure': 'You were not sure, so we take the careful side: {question}',
  'triage.computed': '{message}',
  'triage.combination': '{why}',
  'triage.text': 'You wrote “{words}”. We take that seriously.',
  'triage.text-asked':
    'You wrote “{words}”. The question about it has no answer yet, so we count it as a yes.',
  'triage.unread': 'We could not read what you wrote, and some questions have no answer yet.',
  'triage.incomplete': 'A question about urgent warning signs has no answer yet: {question}',
  'triage.under-age': 'This programme is for people aged 18 and over.',
  'triage.cleared': 'A clinician looked at {rule} and cleared it: {reason}',
  'triage.before': 'You said yes to: {question}',
  'triage.before-pain': 'Your pain right now is {pain} of 10.',
  'triage.before-ready': 'Nothing speaks against today’s session.',
} as const

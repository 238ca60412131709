/** What a look at the whole course says, in plain English. No blame, no promise. */
export const COURSE_SENTENCES: Readonly<Record<string, string>> = {
  'course.gap': 'You had a break of a week or more. We go on one step below where you were.',
  'course.long-gap':
    'You had a break of two weeks or more. We begin this phase again, gently, and ask the warning questions first.',
  'course.smaller':
    'Life is full. For now it is {exercises} exercises in about {minutes} minutes. You can have all of it back at any time.',
  'course.whole': 'You are doing most of it again, so the whole programme is back.',
  'course.quiet': 'Few sessions in the last ten days. A short message may help.',
  'course.getting-worse': 'Your usual pain has gone up by 2 points or more in two weekly checks.',
  'course.no-change': 'After four weeks there is little change. Your therapist looks at the plan with you.',
  'course.strong-flare': 'It has flared up strongly, or with much worry about moving.',
  'course.long-flare': 'A flare-up has lasted for more than a week.',
  'course.many-flares': 'There were three or more flare-ups in four weeks.',
  'course.two-reds': 'Two sessions in seven days hurt too much.',
  'course.plateau': 'The sessions are done, but there has been no gain that counts for four weeks.',
  'course.next-phase': 'Ready for "{phase}": {met}.',
  'course.discharge': 'The goals of the programme are reached: {met}.',
  'course.came-back': 'It is back after the course had ended. The plan begins again at its first phase.',
  'flare.lighter': 'It has flared up, so there is less of it today.',
}

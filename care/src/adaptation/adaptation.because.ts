/** Why the next session is as it is, and what a report means, in plain English. No blame, no promise. */
export const ADAPTATION_SENTENCES: Readonly<Record<string, string>> = {
  'adapt.nothing-left':
    'Every exercise rests for now. Only calm ones are left, until your therapist has looked.',
  'adapt.red.reps': '{exercise}: it hurt too much, so we go from {from} to {to} repetitions.',
  'adapt.red.hold': '{exercise}: it hurt too much, so we go from {from} to {to} seconds.',
  'adapt.red.sets': '{exercise}: it hurt too much, so we go from {from} to {to} sets.',
  'adapt.red.exercise': '{exercise}: it hurt too much, so “{to}” takes its place.',
  'adapt.red.range': '{exercise}: it hurt too much, so we use about {to} percent of your range.',
  'adapt.red.state': '{exercise}: it hurt too much, so it rests for now.',
  'adapt.form.reps':
    '{exercise}: the movement got hard to keep, so fewer and calmer: {to} instead of {from}.',
  'adapt.form.hold': '{exercise}: the movement got hard to keep, so {to} seconds instead of {from}.',
  'adapt.form.sets': '{exercise}: the movement got hard to keep, so {to} sets instead of {from}.',
  'adapt.form.exercise': '{exercise}: the movement got hard to keep, so “{to}” takes its place.',
  'adapt.form.range':
    '{exercise}: the movement got hard to keep, so we use about {to} percent of your range.',
  'adapt.form.state': '{exercise}: the movement got hard to keep, so it rests for now.',
  'adapt.amber.exercise': '{exercise}: it was sore twice in a row, so “{to}” takes its place.',
  'adapt.amber.reps': '{exercise}: it was sore twice in a row, so {to} repetitions instead of {from}.',
  'adapt.amber.hold': '{exercise}: it was sore twice in a row, so {to} seconds instead of {from}.',
  'adapt.amber.sets': '{exercise}: it was sore twice in a row, so {to} sets instead of {from}.',
  'adapt.amber.range': '{exercise}: it was sore twice in a row, so we use about {to} percent of your range.',
  'adapt.amber.state': '{exercise}: it was sore twice in a row, so it rests for now.',
  'adapt.effort.reps': '{exercise}: it was hard work, so {to} repetitions instead of {from}.',
  'adapt.effort.hold': '{exercise}: it was hard work, so {to} seconds instead of {from}.',
  'adapt.effort.sets': '{exercise}: it was hard work, so {to} sets instead of {from}.',
  'adapt.effort.exercise': '{exercise}: it was hard work, so “{to}” takes its place.',
  'adapt.effort.range': '{exercise}: it was hard work, so we use about {to} percent of your range.',
  'adapt.effort.state': '{exercise}: it was hard work, so it rests for now.',
  'adapt.unfinished.reps': '{exercise}: we plan what fits you today, {to} repetitions instead of {from}.',
  'adapt.unfinished.hold': '{exercise}: we plan what fits you today, {to} seconds instead of {from}.',
  'adapt.unfinished.sets': '{exercise}: we plan what fits you today, {to} sets instead of {from}.',
  'adapt.unfinished.exercise': '{exercise}: we plan what fits you today, so “{to}” takes its place.',
  'adapt.unfinished.range': '{exercise}: we plan what fits you today, about {to} percent of your range.',
  'adapt.unfinished.state': '{exercise}: it rests for now.',
  'adapt.worse-day.reps':
    '{exercise}: you felt much worse the next day, so {to} repetitions instead of {from}.',
  'adapt.worse-day.hold': '{exercise}: you felt much worse the next day, so {to} seconds instead of {from}.',
  'adapt.worse-day.sets': '{exercise}: you felt much worse the next day, so {to} sets instead of {from}.',
  'adapt.worse-day.exercise': '{exercise}: you felt much worse the next day, so “{to}” takes its place.',
  'adapt.worse-day.range':
    '{exercise}: you felt much worse the next day, so we use about {to} percent of your range.',
  'adapt.worse-day.state': '{exercise}: you felt much worse the next day, so it rests for now.',
  'adapt.eased.exercise': '{exercise}: you did better with “{to}” last time, so we begin with that.',
  'adapt.eased.reps':
    '{exercise}: it was made easier last time, so we begin with {to} repetitions instead of {from}.',
  'adapt.eased.hold':
    '{exercise}: it was made easier last time, so we begin with {to} seconds instead of {from}.',
  'adapt.eased.sets':
    '{exercise}: it was made easier last time, so we begin with {to} sets instead of {from}.',
  'adapt.eased.range':
    '{exercise}: it was made easier last time, so we begin with about {to} percent of your range.',
  'adapt.eased.state': '{exercise}: it was made easier last time, so it rests for now.',
  'adapt.gap.reps':
    'Good to have you back. {exercise}: we start again with {to} repetitions instead of {from}.',
  'adapt.gap.hold': 'Good to have you back. {exercise}: we start again with {to} seconds instead of {from}.',
  'adapt.gap.sets': 'Good to have you back. {exercise}: we start again with {to} sets instead of {from}.',
  'adapt.gap.exercise': 'Good to have you back. {exercise}: we start again with “{to}”.',
  'adapt.gap.range':
    'Good to have you back. {exercise}: we start again with about {to} percent of your range.',
  'adapt.gap.state': 'Good to have you back. {exercise} rests for now.',
  'adapt.paused.symptom':
    '{exercise} is paused, because it brought sharp pain or tingling. A therapist looks at it before you do it again.',
  'adapt.progress.reps': '{exercise}: two good sessions in a row, so {to} repetitions instead of {from}.',
  'adapt.progress.hold': '{exercise}: two good sessions in a row, so {to} seconds instead of {from}.',
  'adapt.progress.sets': '{exercise}: two good sessions in a row, so {to} sets instead of {from}.',
  'adapt.progress.exercise': '{exercise}: two good sessions in a row, so “{to}” is next.',
  'adapt.waiting.exercise':
    '{exercise}: you are ready for more. “{to}” would be next; it waits for your therapist.',
  'adapt.keep.first-green':
    '{exercise}: this went well (pain at most {pain} of 10). We keep it once more; if it goes like this again, we add a little.',
  'adapt.keep.amber':
    '{exercise}: pain reached {pain} of 10, so we keep it the same and see how you feel tomorrow.',
  'adapt.keep.not-asked': '{exercise}: kept the same, because we do not know how it felt.',
  'adapt.keep.guarded': '{exercise}: kept the same, because something hurt more today or since last time.',
  'adapt.keep.stopped': '{exercise}: kept the same, because the session ended early.',
  'adapt.keep.two-at-most': '{exercise}: kept the same, because two other exercises grow this time.',
  'adapt.keep.week-full': '{exercise}: kept the same, because you have added enough for this week.',
  'adapt.keep.top': '{exercise}: kept the same. This is all that it needs.',
  'adapt.keep.released':
    '{exercise}: kept the same. Your therapist has put it in with care and decides when it grows.',
  'adapt.keep.steady': '{exercise}: kept the same. It is at the right level for you now.',

  'session.danger': 'You reported a warning sign during the session ({rule}).',
  'session.stopped': 'The session was stopped to be safe ({rule}). Rest today; the next session is easier.',
  'session.symptom': 'An exercise brought sharp pain, tingling or numbness. A therapist looks at it.',
  'session.recovery':
    'Your pain was {pain} of 10 before the start, so today is for rest, easy breathing and warmth.',
  'session.two-red': 'There were {count} hard days within a week. A therapist looks at your plan.',
  'session.pain-trend':
    'Pain before your sessions has gone up by {points} points. A therapist looks at your plan.',
}

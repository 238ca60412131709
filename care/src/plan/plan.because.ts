/** Why an item is in the plan, why one is not, and what would change it. `.plain` is said where an answer is missing. */
export const PLAN_SENTENCES: Readonly<Record<string, string>> = {
  'menu.turn-after-sitting':
    'You said it gets worse with {worse}. Turning wakes up the part of your back that sitting keeps still.',
  'menu.turn-after-sitting.plain': 'Turning wakes up the part of your back that sitting keeps still.',
  'menu.win-back-turning':
    'You turned {left}° to the left and {right}° to the right (give or take {turnError}°). This keeps and wins back turning, without force.',
  'menu.win-back-turning.plain': 'This wins back turning gently, without force.',
  'menu.turn-to-look': 'Practises turning to look behind you, as when you drive.',
  'menu.blade-endurance':
    'You sit about {sittingHours} hours a day. This builds staying power between your shoulder blades.',
  'menu.blade-endurance.plain':
    'This builds staying power between your shoulder blades, so that your back tires later in the day.',
  'menu.blade-strength':
    'Makes the muscles between your shoulder blades stronger for pulling, lifting and carrying.',
  'menu.reach-strength': 'Trains reaching and the muscles that guide your shoulder blades.',
  'menu.steady-trunk': 'Trains a steady trunk, so that lifting and turning load your mid-back less.',
  'menu.use-new-range': 'Uses your range with a little strength, so that it stays.',
  'menu.change-position':
    'You sit up to {sittingMinutes} minutes at a time. A short reset changes the load before it adds up.',
  'menu.change-position.plain': 'A short reset changes the load on your back before it adds up.',
  'menu.head-over-chest': 'Gives your neck and upper back a rest from looking down or forward.',
  'menu.open-chest': 'Opens the front of your chest after hours with the arms in front of you.',
  'menu.open-side': 'Lets your ribs and sides move again.',
  'menu.ribs-move': 'Moves the ribs with your own breath, the gentlest way there is.',
  'menu.self-mobilise': 'The home counterpart of hands-on treatment: you move the stiff part yourself.',
  'menu.move-every-level': 'Moves each level of your back without load.',
  'menu.neck-moves': 'You marked {where}. Easy neck movement belongs to the mid-back.',
  'menu.neck-moves.plain': 'Easy neck movement belongs to the mid-back.',
  'menu.functional': 'You want to: “{goal}”. Standing up and sitting down with control is the base for it.',
  'menu.functional.plain': 'Practises an everyday movement, so that your day gets easier.',
  'menu.lift-well':
    'You want to: “{goal}”. This practises bending and lifting with the load shared by hips and legs.',
  'menu.lift-well.plain': 'Practises bending and lifting with the load shared by hips and legs.',
  'menu.stamina': 'Builds stamina in small, safe steps.',
  'menu.calm-breath': 'Slow breathing calms a sore back and lets tight muscles rest.',
  'menu.rest-breath': 'Your pain is {painNow} of 10 now. This position takes the load off while you breathe.',
  'menu.rest-breath.plain': 'This position takes the load off while you breathe.',
  'menu.ease': 'An easy movement for tight muscles, at any time of day.',
  'menu.small-moves': 'Small, easy turns keep your back moving while it is easily stirred up.',
  'menu.wake-muscles': 'Wakes up the muscles between your shoulder blades without strain.',
  'menu.gentle-start': 'A gentle start that suits most people, until we know more.',
  'menu.micro-break':
    'You sit up to {sittingMinutes} minutes at a time. A one-minute break is enough to change the load.',
  'menu.micro-break.plain': 'A one-minute break now and then changes the load on your back.',
  'menu.walk': 'You said it eases with {walking}. Short walks are the simplest way to use that.',
  'menu.walk.plain': 'Short walks ease stiffness and build stamina.',
  'menu.heat': 'Warmth can ease a sore back for a while, so that moving is easier.',
  'menu.found-neck-turn':
    'You turned your head less far, or less far to one side. This wins back turning, without force.',
  'menu.found-legs': 'You tired early when standing up and sitting down. This makes it easier, step by step.',
  'menu.found-chest': 'In your check the front of your chest felt short. This opens it.',
  'menu.found-lat':
    'In your check the broad muscle at your side felt short. This lets you reach more freely.',
  'menu.found-neck-shoulder': 'In your check it felt tight from your neck to your shoulder. This eases it.',
  'menu.found-blades':
    'In your check the muscles between your shoulder blades tired early. This builds their staying power.',
  'menu.found-hips':
    'In your check your hips tired early. This makes them stronger, so that they share the load.',
  'later.habit': '{most} small habits at a time are enough. This one joins in a later phase.',
  'later.same-habit': '“{habit}” already asks for the same. One of the two is enough.',

  'note.hands-on':
    'Hands-on treatment is one of the seven parts of care. It can help for a while; the exercises keep it.',
  'note.gentle-visit':
    'Something in your answers asks for a check before anybody treats you with their hands.',
  'note.desk': 'You spend about {sittingHours} hours a day at a desk or screen.',
  'note.desk.plain': 'You said that desk work makes it worse.',
  'note.driving': 'You drive about {drivingHours} hours a day.',
  'note.driving.plain': 'You said that driving makes it worse.',
  'note.phone': 'You look down at a phone or tablet about {phoneHours} hours a day.',
  'note.phone.plain': 'You said that looking at your phone makes it worse.',
  'note.lifting': 'You said it gets worse with {worse}.',
  'note.lifting.plain': 'Lifting and bending are part of your day.',
  'note.sleep': 'Your nights are disturbed. Rest helps healing and lowers pain.',
  'note.pacing': 'Small steady steps work better than good days and bad days by turns.',
  'note.flare': 'Most people have a flare-up at some time. It is good to have a plan before.',
  'note.what': 'People who know what is going on do better with less worry.',

  'item.instead': '{exercise} takes the place of “{instead}” for now, because it suits you better.',

  'care.bone_fragile':
    'Your bones may need care: no force, no far bending or twisting. Less range to begin with.',
  'care.rib_injury': 'Your ribs are still healing: less range to begin with.',
  'care.recent_spine_surgery': 'You had surgery not long ago: only what your surgeon has released.',
  'care.arm_nerve_symptoms': 'You have arm symptoms: stop before anything tingles. Less range to begin with.',
  'care.trunk_nerve_symptoms':
    'You have band-like feelings round your chest: stop before they come. Less range to begin with.',
  'care.shoulder_overhead_pain': 'Your shoulder hurts overhead: stay below shoulder height where you can.',
  'care.shoulder_instability': 'Your shoulder has slipped before: stay in the middle of its range.',
  'care.wrist_pain': 'Spare your wrists: use fists or forearms.',
  'care.knee_kneeling_pain': 'Spare your knees: use a pad, or the chair version.',
  'care.pregnancy_2_3': 'During pregnancy: no long lying flat, no holding your breath.',
  'care.bp_uncontrolled': 'With high blood pressure: keep breathing, no straining.',
  'care.heart_lung_unstable': 'Your heart or lungs need medical clearance first.',
  'care.vertigo': 'You get dizzy: slowly, eyes open, near something to hold.',
  'care.balance_risk': 'For your balance: next to a stable chair or a wall.',
  'care.hypermobile': 'You are very flexible: stay in the middle, no long end stretches.',
  'care.inflammatory_spine': 'Movement is welcome; on flare days take less.',
  'care.eye_pressure': 'For your eyes: head above heart, no straining.',
  'care.reflux': 'With reflux: not right after a meal.',
  'care.skin_sensation': 'Where you feel less, check your skin.',
  'care.implanted_device': 'You have an implanted device: tell your therapist.',
  'care.epilepsy': 'You have epilepsy: tell your therapist.',
  'care.high_irritability': 'Your back is easily stirred up: a smaller dose to begin with.',

  'excluded.bone_fragile':
    '{exercise} is left out: it bends or twists with force, and your bones may need care.',
  'excluded.rib_injury': '{exercise} is left out while your ribs heal.',
  'excluded.recent_spine_surgery':
    '{exercise} is left out after your surgery, until a clinician releases it.',
  'excluded.arm_nerve_symptoms': '{exercise} is left out because of your arm symptoms.',
  'excluded.trunk_nerve_symptoms':
    '{exercise} is left out because of the band-like feelings round your chest.',
  'excluded.shoulder_overhead_pain': '{exercise} is left out because your shoulder hurts overhead.',
  'excluded.shoulder_instability': '{exercise} is left out because your shoulder has slipped before.',
  'excluded.wrist_pain': '{exercise} is left out to spare your wrists.',
  'excluded.knee_kneeling_pain': '{exercise} is left out to spare your knees.',
  'excluded.pregnancy_2_3': '{exercise} is left out during pregnancy.',
  'excluded.bp_uncontrolled': '{exercise} is left out until your blood pressure is under control.',
  'excluded.heart_lung_unstable':
    '{exercise} is left out until a doctor has cleared your heart and lungs for it.',
  'excluded.vertigo': '{exercise} is left out because you get dizzy.',
  'excluded.balance_risk': '{exercise} is left out for your balance.',
  'excluded.hypermobile': '{exercise} is left out because you are very flexible.',
  'excluded.inflammatory_spine': '{exercise} is left out for now.',
  'excluded.eye_pressure': '{exercise} is left out for your eyes.',
  'excluded.reflux': '{exercise} is left out because of your reflux.',
  'excluded.skin_sensation': '{exercise} is left out because your skin feels less there.',
  'excluded.implanted_device': '{exercise} is left out because of your implanted device.',
  'excluded.epilepsy': '{exercise} is left out because of your epilepsy.',
  'excluded.high_irritability': '{exercise} is left out while your back is easily stirred up.',
  'excluded.later-phase': '{exercise} comes later, when your back is ready for more.',
  'excluded.equipment': '{exercise} needs something that you do not have at hand: {equipment}.',
  'excluded.floor':
    '{exercise} is done on the floor. We begin on a chair or standing; tell us if the floor is fine for you.',

  'change.pain':
    'If pain goes above {ceiling} of 10, or it is still worse the next day, we make it easier at once.',
  'change.less': 'If it feels too much, we take fewer repetitions or less range.',
  'change.easier': 'If it feels too much, “{easier}” takes its place.',
  'change.more': 'If two sessions in a row feel easy, we add a little.',
  'change.harder': 'If it stays easy, the next step is “{harder}”. Your therapist agrees to that first.',
  'change.habit': 'Change it, or leave it out, when it does not fit your day.',
  'change.clinic': 'You and your therapist decide at the visit.',

  'cadence.low':
    'We suggest {visits} visit a week at the clinic, if you can get there, and your sessions at home.',
  'cadence.moderate':
    'We suggest {visits} visits a week at the clinic, if you can get there, and your sessions at home.',
  'cadence.high':
    'We suggest {visits} visits a week at the clinic, if you can get there, and your sessions at home.',
  'menu.phase': 'It belongs to this phase: more strength, stamina and range, in small steps.',
  'menu.carried-on': 'It goes on from what you did before.',
  'item.goal': 'It is a step towards what you want to do again: “{goal}”.',
  'item.little-active': 'You are not very active at the moment, so it begins with one set less.',
  'item.counterpart': 'At home its counterpart is “{exercise}”.',
  'daily.desk':
    'You sit about {sittingHours} hours a day. Five minutes at your desk can spare your back many hours.',
  'daily.desk.plain':
    'You said that sitting makes it worse. Five minutes at your desk can spare your back many hours.',
  'daily.phone': 'You look down at a phone or tablet about {phoneHours} hours a day.',
  'daily.phone.plain': 'You said that looking at your phone makes it worse.',
  'daily.walk-break':
    'You sit up to {sittingMinutes} minutes at a time. Two minutes of walking change the load.',
  'daily.walk-break.plain': 'Two minutes of walking now and then change the load on your back.',
  'daily.cold': 'You said that cold eases it.',
  'excluded.position': '{exercise} is done in a position that is not comfortable for you.',
  'excluded.clinician-only': '{exercise} is only added by a clinician who has talked it over with you.',
  'plan.next-phase': 'The next phase is “{phase}”.',
  'plan.held': 'A clinician looks at your plan before the first session.',
  'plan.edited': 'A therapist changed this.',
  'plan.decided': 'A therapist set this plan.',
  'item.chosen': 'Your therapist chose it for you.',
  'item.released':
    '{exercise}: put in by a therapist although a rule leaves it out. Their reason: “{reason}”.',
  'draft.warning':
    'A warning sign is open. The plan changes only after somebody has assessed the person and cleared it.',
  'draft.no-exercise': 'This exercise is not in the library, or is no exercise of its own.',
  'draft.twice': '{exercise} is in the plan already.',
  'draft.between': 'This must be between {least} and {most}.',
  'draft.tempo': 'Write a tempo as out-hold-back in seconds, such as 3-1-3.',
  'draft.no-dose': 'The library gives {exercise} no dose in this phase; this one is of another phase.',
  'draft.above': 'The library gives {usual} here; the rules would go up to {top} at most.',
  'draft.nothing': 'A plan needs at least one exercise.',
}

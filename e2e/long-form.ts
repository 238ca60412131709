/** Whether everything is asked for (`npm run test:full`): what takes long and is told by another test in the short form too. */
export const LONG_FORM = process.env['DORSAL_FULL'] === '1'
/** What is printed for a test that only the long form runs. */
export const ONLY_LONG = 'skipped: the long form, with DORSAL_FULL=1'

export { loadContent, patientContent, readContent } from './load.ts'
export { ContentError, DATA_DIR } from './read-parts.ts'
export { versionOf } from './version.ts'

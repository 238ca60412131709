import * as z from 'zod/mini'
import { byId, done, endpoint } from '../contract/endpoint.ts'
import { Uuid } from '../ids.ts'
import {
  DOCUMENT_REQUEST,
  DocumentFile,
  DocumentFromClinic,
  DocumentReply,
  DocumentRow,
  DocumentSent,
} from './document.ts'

const ofPatient = z.object({ id: Uuid, documentId: Uuid })
const listed = z.object({ documents: z.array(DocumentRow) })

/** The rows of the API for documents: the person and those who treat them give, look, and take back what they gave. */
export const documentRows = {
  myDocuments: endpoint({
    method: 'GET',
    path: '/api/me/documents',
    action: 'own.read',
    summary: 'My documents, the newest first: mine and what the clinic gave me',
    params: null,
    body: null,
    reply: listed,
    perMinute: null,
  }),
  giveDocument: endpoint({
    method: 'PUT',
    path: '/api/me/documents/:id',
    action: 'own.write',
    summary:
      'Give the clinic a PDF or a photograph, exactly once; read by its content, its title screened for warning signs',
    params: byId,
    body: DocumentSent,
    reply: DocumentReply,
    perMinute: 20,
    mostBytes: DOCUMENT_REQUEST,
  }),
  removeDocument: endpoint({
    method: 'DELETE',
    path: '/api/me/documents/:id',
    action: 'own.write',
    summary: 'Take a document that I gave out of view; it is kept with that mark',
    params: byId,
    body: null,
    reply: done,
    perMinute: null,
  }),
  myDocumentFile: endpoint({
    method: 'GET',
    path: '/api/me/documents/:id/file',
    action: 'own.read',
    summary: 'The file of one of my documents, to be saved and never shown within a page',
    params: byId,
    body: null,
    reply: DocumentFile,
    perMinute: null,
    file: true,
  }),
  documents: endpoint({
    method: 'GET',
    path: '/api/patients/:id/documents',
    action: 'record.read',
    summary: 'The documents of one person, the newest first, with who gave them',
    params: byId,
    body: null,
    reply: listed,
    perMinute: null,
  }),
  addDocument: endpoint({
    method: 'PUT',
    path: '/api/patients/:id/documents/:documentId',
    action: 'document.give',
    summary: 'Add a PDF or a photograph to a record, exactly once; the person sees it too',
    params: ofPatient,
    body: DocumentFromClinic,
    reply: done,
    perMinute: 20,
    mostBytes: DOCUMENT_REQUEST,
  }),
  takeDocumentBack: endpoint({
    method: 'DELETE',
    path: '/api/patients/:id/documents/:documentId',
    action: 'document.give',
    summary: 'Take a document that I added out of view; it is kept with that mark',
    params: ofPatient,
    body: null,
    reply: done,
    perMinute: null,
  }),
  documentFile: endpoint({
    method: 'GET',
    path: '/api/patients/:id/documents/:documentId/file',
    action: 'record.read',
    summary: 'The file of a document of one person, to be saved and never shown within a page',
    params: ofPatient,
    body: null,
    reply: DocumentFile,
    perMinute: null,
    file: true,
  }),
} as const

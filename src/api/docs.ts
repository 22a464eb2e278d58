import type { Api } from './api-env.ts'
import { docsPage } from './docs-page.ts'

const description =
  'Fragen des Aufenthaltsrechts, beantwortet mit der Fundstelle, die jeden Satz trägt. ' +
  'Tage sind Kalendertage in Deutschland (JJJJ-MM-TT). Fehler kommen als application/problem+json (RFC 9457). ' +
  'Ist eine Anmeldung eingerichtet, gehört zu jeder Anfrage unter /v1 "Authorization: Bearer <Schlüssel>".'

/** `/openapi.json` and a page of it that needs nothing from elsewhere. Both are made from the routes, once. */
export function addDocs(api: Api): void {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Fundstelle', version: '1', description },
  })
  const page = docsPage(document)
  api.get('/openapi.json', (c) => c.json(document))
  api.get('/docs', (c) => c.html(page))
}

import { html, raw } from 'hono/html'

/** What of an OpenAPI 3.1 document the page shows. */
interface ApiDocument {
  info: { title: string; description?: string }
  paths?: Record<string, unknown>
  components?: { schemas?: Record<string, unknown> }
}

interface Operation {
  summary?: string
  description?: string
  parameters?: { name: string; in: string; required?: boolean; schema?: unknown; description?: string }[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}

type Content = Record<string, { schema?: unknown }>
type Html = ReturnType<typeof html>

/** The OpenAPI document as one readable page: every route with its parameters, bodies and shapes. */
export function docsPage(document: ApiDocument): Html {
  const routes = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({ path, method, operation })),
  )
  const schemas = Object.entries(document.components?.schemas ?? {})
  return html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Schnittstelle – ${document.info.title}</title>
        <link rel="stylesheet" href="/assets/page.css" />
        <link rel="icon" href="/assets/icon.svg" />
      </head>
      <body>
        <main class="docs">
          <h1>Schnittstelle von ${document.info.title}</h1>
          <p>${document.info.description}</p>
          <p>Maschinenlesbar: <a href="/openapi.json">/openapi.json</a> · Zur Seite: <a href="/">Fragen stellen</a></p>
          <h2>Adressen</h2>
          <ul>
            ${routes.map(({ path, method, operation }) => routeLink(path, method, operation))}
          </ul>
          ${routes.map(({ path, method, operation }) => routeSection(path, method, operation))}
          <h2>Formen</h2>
          ${schemas.map(([name, schema]) => schemaSection(name, schema))}
        </main>
      </body>
    </html>`
}

function routeLink(path: string, method: string, operation: Operation): Html {
  return html`<li>
    <a href="#${anchor(method, path)}"><code>${method.toUpperCase()} ${path}</code></a> – ${operation.summary}
  </li>`
}

function routeSection(path: string, method: string, operation: Operation): Html {
  const body = Object.entries(operation.requestBody?.content ?? {})
  return html`<section id="${anchor(method, path)}">
    <h3><code>${method.toUpperCase()} ${path}</code></h3>
    <p>${operation.summary}. ${operation.description}</p>
    ${parameterTable(operation.parameters ?? [])}
    ${body.map(
      ([type, { schema }]) =>
        html`<h4>Anfrage (${type})</h4>
          ${shape(schema)}`,
    )}
    ${Object.entries(operation.responses).map(([status, response]) => responseBlock(status, response))}
  </section>`
}

function parameterTable(parameters: NonNullable<Operation['parameters']>): Html | string {
  if (parameters.length === 0) return ''
  const rows = parameters.map(
    ({ name, in: place, required, description, schema }) =>
      html`<tr>
        <th scope="row"><code>${name}</code></th>
        <td>${place === 'path' ? 'Pfad' : 'Abfrage'}${required ? '' : ', freigestellt'}</td>
        <td>${description ?? descriptionOf(schema)}</td>
      </tr>`,
  )
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Angabe</th>
        <th scope="col">Ort</th>
        <th scope="col">Bedeutung</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
}

function responseBlock(status: string, response: Operation['responses'][string]): Html {
  const contents = Object.entries(response.content ?? {})
  return html`<h4>${status === 'default' ? 'Sonst' : status}: ${response.description}</h4>
    ${contents.map(
      ([type, { schema }]) =>
        html`<p>${type}</p>
          ${shape(schema)}`,
    )}`
}

function schemaSection(name: string, schema: unknown): Html {
  return html`<section id="form-${name}">
    <h3>${name}</h3>
    ${shape(schema)}
  </section>`
}

/** JSON with its references turned into links to the shapes below. The JSON is escaped before links are put in. */
function shape(schema: unknown): Html {
  const json = escapeHtml(JSON.stringify(schema, null, 2) ?? '')
  const linked = json.replaceAll(/#\/components\/schemas\/(\w+)/g, '<a href="#form-$1">$1</a>')
  return html`<pre tabindex="0"><code>${raw(linked)}</code></pre>`
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function descriptionOf(schema: unknown): string {
  const { description } = (schema ?? {}) as { description?: string }
  return description ?? ''
}

function anchor(method: string, path: string): string {
  return `${method}-${path.replaceAll(/[^\w]+/g, '-')}`
}

const keyName = 'fundstelle-key'

/** A problem the service reported, or a connection that failed: title and detail are German. */
export class ApiProblem extends Error {
  constructor({ title, detail, status = 0, progress = null }) {
    super(detail)
    this.title = title
    this.detail = detail
    this.status = status
    this.progress = progress
  }
}

/** Keeps the key of the signed-in person for this window. */
export function rememberKey(key) {
  sessionStorage.setItem(keyName, key)
}

/** JSON of a GET. @throws ApiProblem */
export async function getJson(path) {
  return (await send(path, { headers: {} })).json()
}

/** JSON of a POST, with a body or none. @throws ApiProblem */
export async function postJson(path, body) {
  const json = body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  return (await send(path, { method: 'POST', headers: {}, ...json })).json()
}

/** A file with the name the service gives it. @throws ApiProblem */
export async function getFile(path) {
  const response = await send(path, { headers: {} })
  const [, name = 'vermerk'] = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '') ?? []
  return { name, content: await response.blob() }
}

/**
 * Asks, and hears of each event of the answer as it comes.
 * @param {(event: string, data: any) => void} onEvent
 * @throws ApiProblem
 */
export async function askStreaming(question, onEvent, signal) {
  const response = await send('/v1/questions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    body: JSON.stringify(question),
    signal,
  })
  let finished = false
  for await (const { event, data } of readEvents(response.body)) {
    if (event === 'error') throw new ApiProblem(data)
    finished ||= event === 'answer'
    onEvent(event, data)
  }
  if (!finished)
    throw new ApiProblem({
      title: 'Die Verbindung ist abgebrochen.',
      detail: 'Bitte die Frage noch einmal stellen; was oben steht, ist unvollständig.',
    })
}

async function send(path, init) {
  const key = sessionStorage.getItem(keyName)
  const headers = key === null ? init.headers : { ...init.headers, Authorization: `Bearer ${key}` }
  const response = await fetch(path, { ...init, headers }).catch((error) => {
    if (error.name === 'AbortError') throw error
    throw new ApiProblem({
      title: 'Der Dienst antwortet nicht.',
      detail: 'Bitte prüfen, ob er läuft, und noch einmal versuchen.',
    })
  })
  if (!response.ok) throw new ApiProblem(await problemOf(response))
  return response
}

async function problemOf(response) {
  const fallback = {
    title: `Fehler ${response.status}`,
    detail: 'Bitte noch einmal versuchen.',
    status: response.status,
  }
  return response.json().catch(() => fallback)
}

/** Events of a server-sent-event stream; comments (the service's heartbeat) are passed over. */
async function* readEvents(body) {
  let rest = ''
  for await (const chunk of chunksOf(body.pipeThrough(new TextDecoderStream()))) {
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2)))
      if (fields.has('event')) yield { event: fields.get('event'), data: JSON.parse(fields.get('data') ?? 'null') }
    }
  }
}

async function* chunksOf(stream) {
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
}

/** JSON of a PATCH. @throws ApiProblem */
export async function patchJson(path, body) {
  const headers = { 'Content-Type': 'application/json' }
  return (await send(path, { method: 'PATCH', headers, body: JSON.stringify(body) })).json()
}

/** @throws ApiProblem */
export async function remove(path) {
  await send(path, { method: 'DELETE', headers: {} })
}

/**
 * Sends a file as it is; `onProgress` hears the share sent, 0 to 1. Not with fetch, which does not tell.
 * @throws ApiProblem
 */
export function sendFile(path, file, onProgress) {
  const request = new XMLHttpRequest()
  request.open('POST', path)
  request.setRequestHeader('Content-Type', 'application/octet-stream')
  const key = sessionStorage.getItem(keyName)
  if (key !== null) request.setRequestHeader('Authorization', `Bearer ${key}`)
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
  return new Promise((resolve, reject) => {
    request.addEventListener('load', () => {
      const body = jsonOrNull(request.responseText)
      if (request.status < 300 && body !== null) resolve(body)
      else reject(new ApiProblem(body ?? { title: `Fehler ${request.status}`, detail: 'Bitte noch einmal versuchen.' }))
    })
    request.addEventListener('error', () =>
      reject(new ApiProblem({ title: 'Die Verbindung ist abgebrochen.', detail: 'Bitte noch einmal hochladen.' })),
    )
    request.send(file)
  })
}

function jsonOrNull(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

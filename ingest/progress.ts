import { SingleBar } from 'cli-progress'

/** Where progress is shown; a terminal gets a bar, a log file a line now and then. */
export type ProgressStream = NodeJS.WritableStream & { isTTY?: boolean }

export interface Progress {
  /** One more text is done. `total`: how many there will be, null while unknown. */
  step(slug: string, total: number | null): void
  stop(): void
}

const lineEveryMs = 5000

/** Shows how far a run is, on `stream` (stderr, so that the report stays alone on stdout). */
export function startProgress(stream: ProgressStream, now: () => number = Date.now): Progress {
  return stream.isTTY === true ? barOn(stream) : linesOn(stream, now)
}

function barOn(stream: ProgressStream): Progress {
  const format = '  {bar} {value}/{total}  {slug}'
  const bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: true, barsize: 30 })
  let done = 0
  bar.start(0, 0, { slug: '' })
  return {
    step(slug, total) {
      done += 1
      bar.setTotal(Math.max(total ?? 0, done))
      bar.update(done, { slug })
    },
    stop: () => bar.stop(),
  }
}

function linesOn(stream: ProgressStream, now: () => number): Progress {
  let done = 0
  let saidAt = now()
  return {
    step(slug, total) {
      done += 1
      if (now() - saidAt < lineEveryMs) return
      saidAt = now()
      stream.write(`${done}${total === null ? '' : ` von ${total}`} Gesetzestexte, zuletzt ${slug}\n`)
    },
    stop() {},
  }
}

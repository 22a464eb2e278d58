/** Thrown when a classifier of inferences gave no usable scores. */
export class ClassifierError extends Error {
  override readonly name = 'ClassifierError'

  constructor(message: string, cause?: unknown) {
    super(message, { cause })
  }
}

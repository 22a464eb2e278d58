declare module 'fs-native-extensions' {
  /** Takes an exclusive lock on an open file; false when another open file description holds it. */
  export function tryLock(fileDescriptor: number): boolean
}

/** The part of jstat 1.9 that is used here; the package brings no types. */
declare module 'jstat' {
  const jstat: {
    normal: {
      inv(probability: number, mean: number, deviation: number): number
      cdf(x: number, mean: number, deviation: number): number
    }
    beta: { inv(probability: number, alpha: number, beta: number): number }
    binomial: { cdf(successes: number, trials: number, probability: number): number }
  }
  export default jstat
}

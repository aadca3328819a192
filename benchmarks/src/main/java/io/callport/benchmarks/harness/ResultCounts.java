package io.callport.benchmarks.harness;

/**
 * The first results of commands, as a committed reader had read them at some moment.
 *
 * @param done the number of commands with a result
 * @param firstBatch the number of results in the first batch
 * @param firstAt the time of the first batch, by {@link System#nanoTime}
 * @param lastAt the time of the last result, by the same clock
 */
public record ResultCounts(int done, int firstBatch, long firstAt, long lastAt) {
    /**
     * The results a second, from the first batch to the last, so that neither the start nor the first fill of a
     * pipeline counts.
     */
    public double perSecond() {
        long took = lastAt - firstAt;
        return took <= 0 ? done : (done - firstBatch) * 1e9 / took;
    }
}

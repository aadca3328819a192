package io.callport.benchmarks.harness;

/**
 * The first results of commands, as a committed reader had read them at some moment.
 *
 * @param done how many commands had one
 * @param firstBatch how many were in the first batch
 * @param firstAt when that came, by {@link System#nanoTime}
 * @param lastAt when the last one came
 */
public record ResultCounts(int done, int firstBatch, long firstAt, long lastAt) {
    /**
     * The results a second, from the first batch to the last: so neither the start nor the first fill of a pipeline
     * counts.
     */
    public double perSecond() {
        long took = lastAt - firstAt;
        return took <= 0 ? done : (done - firstBatch) * 1e9 / took;
    }
}

package io.callport.benchmarks.report;

/**
 * What a figure shall be.
 *
 * @param atLeast whether it shall be at least the bound, rather than at most
 * @param bound the bound itself is good
 * @param everyRound whether each round shall meet it; otherwise the median of all shall
 */
public record Goal(boolean atLeast, double bound, boolean everyRound) {
    /** That or more, by the median. */
    public static Goal atLeast(double bound) {
        return new Goal(true, bound, false);
    }

    /** That or less, by the median. */
    public static Goal atMost(double bound) {
        return new Goal(false, bound, false);
    }

    /** The same for each round, so that the worst decides. */
    public Goal inEveryRound() {
        return new Goal(atLeast, bound, true);
    }

    boolean isMetBy(Samples rounds) {
        double worst = atLeast ? rounds.least() : rounds.most();
        double judged = everyRound ? worst : rounds.median();
        return atLeast ? judged >= bound : judged <= bound;
    }

    @Override
    public String toString() {
        return (atLeast ? "at least " : "at most ") + Numbers.text(bound) + (everyRound ? " in every round" : "");
    }
}

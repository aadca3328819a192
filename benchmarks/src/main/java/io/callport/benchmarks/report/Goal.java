package io.callport.benchmarks.report;

/**
 * The goal for a figure.
 *
 * @param atLeast whether the figure must be at least the bound, rather than at most
 * @param bound the bound, which itself meets the goal
 * @param everyRound whether each round must meet the goal; otherwise the median of all rounds must
 */
public record Goal(boolean atLeast, double bound, boolean everyRound) {
    /** Makes a goal of at least that value, by the median. */
    public static Goal atLeast(double bound) {
        return new Goal(true, bound, false);
    }

    /** Makes a goal of at most that value, by the median. */
    public static Goal atMost(double bound) {
        return new Goal(false, bound, false);
    }

    /** A copy that each round must meet, so that the worst round decides. */
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

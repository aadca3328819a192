package io.callport.benchmarks.report;

/**
 * The goal for a figure.
 *
 * @param atLeast whether it shall be at least the bound, rather than at most
 * @param bound the bound itself is good
 * @param everyRound whether each round shall meet it; otherwise the median of all shall
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

    /** Returns a copy that each round must meet, so that the worst decides. */
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

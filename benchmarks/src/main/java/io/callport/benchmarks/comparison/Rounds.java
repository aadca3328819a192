package io.callport.benchmarks.comparison;

import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.report.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Contenders that do the same work in rounds: each contender once a round, in another order every time. */
public final class Rounds {
    private final String row;
    private final List<Contender> contenders = new ArrayList<>();

    /** Makes rounds without a contender, for a row as in {@code B3}. */
    public Rounds(String row) {
        this.row = row;
    }

    /** The turn of a contender. */
    public interface Turn {
        /** Does the work once and returns its figures. */
        Map<Metric, Double> run() throws Exception;
    }

    /** A turn that depends on the round. */
    public interface RoundTurn {
        /**
         * Does the work once and returns its figures. Rounds that count are 0 and up; warm-ups have negative numbers.
         */
        Map<Metric, Double> run(int round) throws Exception;
    }

    private record Contender(String name, RoundTurn turn) {}

    public Rounds add(String name, Turn turn) {
        return add(name, round -> turn.run());
    }

    public Rounds add(String name, RoundTurn turn) {
        contenders.add(new Contender(name, turn));
        return this;
    }

    /**
     * Runs all rounds.
     *
     * @param warmUps the number of rounds that come first and do not count
     * @param rounds the number of rounds that count
     */
    public Measurements run(int warmUps, int rounds, RunContext run) throws Exception {
        Measurements measurements = new Measurements();
        for (int round = -warmUps; round < rounds; round++) {
            List<Contender> order = new ArrayList<>(contenders);
            Collections.rotate(order, -Math.floorMod(round, contenders.size()));
            for (Contender contender : order) {
                Map<Metric, Double> values = contender.turn.run(round);
                run.say("%s  %s  %-34s  %s", row, name(round, rounds), contender.name, text(values));
                if (round >= 0) {
                    measurements.add(contender.name, values);
                }
            }
        }
        return measurements.inOrderOf(contenders.stream().map(Contender::name).toList());
    }

    private static String name(int round, int rounds) {
        return round < 0 ? "warm-up  " : "round " + (round + 1) + "/" + rounds;
    }

    private static String text(Map<Metric, Double> values) {
        return values.entrySet().stream()
                .map(it -> it.getKey().name() + " " + Numbers.text(it.getValue()) + " "
                        + it.getKey().unit())
                .collect(Collectors.joining("  "));
    }
}

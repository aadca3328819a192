package io.callport.benchmarks.comparison;

import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.report.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Contenders that do the same work in rounds, each once a round and in another order every time. */
public final class Rounds {
    private final String row;
    private final List<Contender> contenders = new ArrayList<>();

    /** A contest of that row, as in {@code B3}. */
    public Rounds(String row) {
        this.row = row;
    }

    /** One contender's turn. */
    public interface Turn {
        /** Does the work once and says what it took. */
        Map<Metric, Double> take() throws Exception;
    }

    /** A turn that depends on the round. */
    public interface RoundTurn {
        /** Does the work once and says what it took; rounds that count are 0 and up, warm-ups go before them. */
        Map<Metric, Double> take(int round) throws Exception;
    }

    private record Contender(String name, RoundTurn turn) {}

    /** One more contender. */
    public Rounds add(String name, Turn turn) {
        return add(name, round -> turn.take());
    }

    /** One more contender. */
    public Rounds add(String name, RoundTurn turn) {
        contenders.add(new Contender(name, turn));
        return this;
    }

    /**
     * Runs it.
     *
     * @param warmUps rounds that go before and do not count
     * @param rounds rounds that count
     */
    public Measurements run(int warmUps, int rounds, RunContext run) throws Exception {
        Measurements measured = new Measurements();
        for (int round = -warmUps; round < rounds; round++) {
            List<Contender> order = new ArrayList<>(contenders);
            Collections.rotate(order, -Math.floorMod(round, contenders.size()));
            for (Contender contender : order) {
                Map<Metric, Double> values = contender.turn.take(round);
                run.say("%s  %s  %-34s  %s", row, name(round, rounds), contender.name, text(values));
                if (round >= 0) {
                    measured.add(contender.name, values);
                }
            }
        }
        return measured.inOrderOf(contenders.stream().map(Contender::name).toList());
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

package io.callport.switchboard.simulation.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The commands of each account, and the other events of a switchboard. */
final class LoadGenerator {
    private final SplittableRandom random;
    private final long start;
    private final long span;
    private final long window;
    private final List<ScenarioEvent> events = new ArrayList<>();
    private long ids;

    LoadGenerator(SplittableRandom random, long start, long span, Duration window) {
        this.random = random;
        this.start = start;
        this.span = span;
        this.window = window.toNanos();
    }

    List<ScenarioEvent> events() {
        return events;
    }

    void add(int account, boolean quiet) {
        int ageEvery = 1 + random.nextInt(6);
        switch (quiet ? 0 : random.nextInt(5)) {
            case 0 -> quiet(account);
            case 1 -> spread(account, 20 + random.nextInt(80), 1, ageEvery);
            case 2 -> spread(account, 10 + random.nextInt(50), 1_000, ageEvery);
            case 3 -> bursts(account, ageEvery);
            default -> spread(account, 10 + random.nextInt(60), 1 + random.nextInt(6), ageEvery);
        }
    }

    void addOccasions() {
        for (int i = random.nextInt(3); i > 0; i--) {
            events.add(new ScenarioEvent.Nudges(start + random.nextLong(span)));
        }
        if (random.nextInt(5) == 0) {
            events.add(new ScenarioEvent.Forgets(start + random.nextLong(span), 1 + random.nextInt(4)));
        }
        for (int i = random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0; i > 0; i--) {
            Duration grain = random.nextBoolean() ? Duration.ofNanos(1) : Duration.ofNanos(window / 10 + 1);
            events.add(new ScenarioEvent.HandsOver(start + random.nextLong(span), random.nextLong(window), grain));
        }
        if (random.nextInt(8) == 0) {
            events.add(new ScenarioEvent.Stops(start + random.nextLong(span)));
        }
    }

    private void quiet(int account) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            command(account, start + random.nextLong(span), random.nextInt(3), 4);
        }
    }

    private void spread(int account, int commands, int queries, int ageEvery) {
        for (int i = 0; i < commands; i++) {
            command(account, start + random.nextLong(span), random.nextInt(queries), ageEvery);
        }
    }

    private void bursts(int account, int ageEvery) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            long at = start + random.nextLong(span);
            int queries = 1 + random.nextInt(30);
            for (int command = 1 + random.nextInt(30); command > 0; command--) {
                command(account, at, random.nextInt(queries), ageEvery);
            }
        }
    }

    private void command(int account, long at, int query, int ageEvery) {
        boolean aged = random.nextInt(ageEvery) == 1;
        Duration maxAge = aged ? Duration.ofNanos(random.nextLong(2 * window)) : Duration.ZERO;
        events.add(new ScenarioEvent.Arrives(at, ids++, account, query, deadlineIn(), maxAge));
    }

    private long deadlineIn() {
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> random.nextLong(window / 100 + 1);
            case 2, 3, 4 -> random.nextLong(window);
            case 5, 6, 7, 8 -> random.nextLong(5 * window);
            default -> 5 * window;
        };
    }
}

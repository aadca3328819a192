package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lanes in an order, against a model that sorts. */
class LaneOrderTest {
    private static final Settings SETTINGS =
            new Settings(account -> Budget.UNLIMITED, Limits.DEFAULT, Retries.DEFAULT, Duration.ofSeconds(30));

    private final LaneOrder<String> order = new LaneOrder<>();

    private static Lane<String> lane(int number) {
        return new Lane<>(new Account("sim", String.valueOf(number)), Budget.UNLIMITED, SETTINGS);
    }

    @Test
    void isWhatSortingSaysWhateverHappens() {
        for (int seed = 0; seed < 200; seed++) {
            compare(new Random(seed), 1 + seed, seed);
        }
    }

    private static void compare(Random random, int size, int seed) {
        LaneOrder<String> real = new LaneOrder<>();
        Model model = new Model();
        List<Lane<String>> lanes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lanes.add(lane(i));
        }
        for (int step = 0; step < 400; step++) {
            Lane<String> lane = lanes.get(random.nextInt(size));
            switch (random.nextInt(5)) {
                case 0 -> {
                    real.remove(lane.alarm);
                    model.ranks.remove(lane);
                }
                case 1 -> {
                    long upTo = random.nextInt(20);
                    assertThat(real.pollUpTo(upTo)).as("seed %d", seed).isSameAs(model.pollUpTo(upTo));
                }
                default -> {
                    long rank = random.nextInt(20);
                    real.set(lane.alarm, rank);
                    model.set(lane, rank);
                }
            }
            assertThat(real.lowest()).as("seed %d", seed).isEqualTo(model.lowest());
        }
    }

    @Test
    void sparesALaneOnlyWhereAnotherHasTheSameRank() {
        Lane<String> first = lane(1);
        Lane<String> second = lane(2);
        Lane<String> third = lane(3);
        assertThat(order.firstBut(first)).isNull();
        order.set(first.alarm, 5);
        assertThat(order.firstBut(first)).isSameAs(first);
        order.set(second.alarm, 6);
        assertThat(order.firstBut(first)).as("no tie").isSameAs(first);
        order.set(third.alarm, 5);
        assertThat(order.firstBut(first)).as("a tie").isSameAs(third);
        assertThat(order.firstBut(third)).as("not the first anyway").isSameAs(first);
    }

    @Test
    void aLaneThatKeepsItsRankKeepsItsPlace() {
        Lane<String> first = lane(1);
        Lane<String> second = lane(2);
        order.set(first.alarm, 5);
        order.set(second.alarm, 5);
        order.set(first.alarm, 5);
        assertThat(order.pollUpTo(5)).isSameAs(first);
    }

    /** Sorted each time, stably: who got a rank first stands first. */
    private static final class Model {
        private final Map<Lane<String>, Long> ranks = new LinkedHashMap<>();

        void set(Lane<String> lane, long rank) {
            if (!Long.valueOf(rank).equals(ranks.get(lane))) {
                ranks.remove(lane);
                ranks.put(lane, rank);
            }
        }

        long lowest() {
            return ranks.values().stream().mapToLong(rank -> rank).min().orElse(Long.MAX_VALUE);
        }

        @Nullable
        Lane<String> pollUpTo(long rank) {
            Lane<String> first = ranks.entrySet().stream()
                    .min(Comparator.comparingLong(Map.Entry::getValue))
                    .map(Map.Entry::getKey)
                    .orElse(null);
            if (first == null || ranks.get(first) > rank) {
                return null;
            }
            ranks.remove(first);
            return first;
        }
    }
}

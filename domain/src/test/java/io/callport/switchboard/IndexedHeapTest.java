package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.switchboard.IndexedHeap.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The heap, against a model that sorts. */
class IndexedHeapTest {
    private final IndexedHeap<String> heap = new IndexedHeap<>();
    private final Entry<String> first = new Entry<>("first");
    private final Entry<String> second = new Entry<>("second");
    private final Entry<String> third = new Entry<>("third");

    @Test
    void isWhatSortingSaysWhateverHappens() {
        for (int seed = 0; seed < 200; seed++) {
            compare(new Random(seed), 1 + seed, seed);
        }
    }

    private static void compare(Random random, int size, int seed) {
        IndexedHeap<Integer> heap = new IndexedHeap<>();
        SortingModel model = new SortingModel();
        List<Entry<Integer>> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(new Entry<>(i));
        }
        for (int step = 0; step < 400; step++) {
            int element = random.nextInt(size);
            switch (random.nextInt(5)) {
                case 0 -> {
                    heap.remove(entries.get(element));
                    model.ranks.remove(element);
                }
                case 1 -> {
                    long upTo = random.nextInt(20);
                    assertThat(heap.pollUpTo(upTo)).as("seed %d", seed).isEqualTo(model.pollUpTo(upTo));
                }
                default -> {
                    long rank = random.nextInt(20);
                    heap.set(entries.get(element), rank);
                    model.set(element, rank);
                }
            }
            assertThat(heap.lowest()).as("seed %d", seed).isEqualTo(model.lowest());
        }
    }

    @Test
    void sparesAnElementOnlyWhereAnotherHasTheSameRank() {
        assertThat(heap.firstAvoiding("first")).isNull();
        heap.set(first, 5);
        assertThat(heap.firstAvoiding("first")).isEqualTo("first");
        heap.set(second, 6);
        assertThat(heap.firstAvoiding("first")).as("no tie").isEqualTo("first");
        heap.set(third, 5);
        assertThat(heap.firstAvoiding("first")).as("a tie").isEqualTo("third");
        assertThat(heap.firstAvoiding("third")).as("not the first anyway").isEqualTo("first");
    }

    @Test
    void anElementThatKeepsItsRankKeepsItsPlace() {
        heap.set(first, 5);
        heap.set(second, 5);
        heap.set(first, 5);
        assertThat(heap.pollUpTo(5)).isEqualTo("first");
    }

    /** Sorts each time, stably: the element that got a rank first stands first. */
    private static final class SortingModel {
        private final Map<Integer, Long> ranks = new LinkedHashMap<>();

        void set(Integer element, long rank) {
            if (!Long.valueOf(rank).equals(ranks.get(element))) {
                ranks.remove(element);
                ranks.put(element, rank);
            }
        }

        long lowest() {
            return ranks.values().stream().mapToLong(rank -> rank).min().orElse(Long.MAX_VALUE);
        }

        @Nullable
        Integer pollUpTo(long rank) {
            Integer first = ranks.entrySet().stream()
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

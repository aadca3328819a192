package io.callport.kafka.takeover.model.addedpartitions;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.takeover.model.Exploration;
import io.callport.kafka.takeover.model.Exploration.Counterexample;
import io.callport.kafka.takeover.model.Explorer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrowthModelTest {
    private static final int FAULTS = 1 + Explorer.MORE_FAULTS;
    private static final int MAX = Integer.getInteger("takeover.model.partitions", 3);

    /** Every combination of homes with up to three, or up to four partitions. */
    private static final int HASHES = MAX < 4 ? 6 : 12;

    @Test
    void anAccountIsFoundAgainWhereverItsHomeMoves() {
        assertThat(shortest("growth", null)).isNull();
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void everyMistakeIsFound(Mistake mistake) {
        assertThat(shortest(mistake.name(), mistake)).isNotNull();
    }

    /** Tries every account that differs in its homes, from one and from two partitions. */
    private static @Nullable Counterexample shortest(String name, @Nullable Mistake mistake) {
        Counterexample shortest = null;
        int states = 0;
        for (int hash = 0; hash < HASHES; hash++) {
            for (int atFirst = 1; atFirst <= 2; atFirst++) {
                Exploration exploration = Explorer.explore(new GrowthModel(hash, atFirst, MAX, FAULTS, mistake));
                states += exploration.states();
                Counterexample found = exploration.counterexample();
                boolean shorter = found != null
                        && (shortest == null
                                || found.trace().size() < shortest.trace().size());
                shortest = shorter ? found : shortest;
            }
        }
        System.out.println(name + ": " + states + " states, " + (shortest == null ? "no promise is broken" : shortest));
        return shortest;
    }
}

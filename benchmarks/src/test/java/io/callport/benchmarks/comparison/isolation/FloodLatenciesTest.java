package io.callport.benchmarks.comparison.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloodLatenciesTest {
    @Test
    void allRoundsButWarmUpsArePooled() {
        FloodLatencies pair = new FloodLatencies();
        pair.add(-1, List.of(1.0), List.of(1_000.0));
        pair.add(0, Collections.nCopies(100, 10.0), Collections.nCopies(100, 11.0));
        pair.add(1, Collections.nCopies(100, 10.0), Collections.nCopies(100, 20.0));

        assertThat(pair.pooled()).isEqualTo(2.0);
        assertThat(pair.figure("Callport").values()).containsExactly(2.0);
    }
}

package io.callport.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void theMedianOfAnEvenNumberIsHalfwayBetweenTheTwoInTheMiddle() {
        assertThat(Samples.of(List.of(9, 1, 2)).median()).isEqualTo(2);
        assertThat(Samples.of(List.of(9, 1, 2, 4)).median()).isEqualTo(3);
        assertThat(Samples.of(List.of(7)).median()).isEqualTo(7);
    }

    @Test
    void aPercentileIsOneOfTheSamples() {
        Samples samples = Samples.of(List.of(4, 3, 2, 1));

        assertThat(samples.percentile(0.5)).isEqualTo(2);
        assertThat(samples.percentile(0.99)).isEqualTo(4);
        assertThat(samples.percentile(0)).isEqualTo(1);
    }

    @Test
    void nothingIsNoSample() {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(List.of()));
    }
}

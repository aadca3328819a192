package io.callport.kafka.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How much of the limit a done-set takes: as many offsets as come in until the longest deadline. Most commands have their
 * result within seconds; one in twenty-five waits, up to the deadline, for an account that is slow or has spent its budget.
 */
class SizesTest {
    private static final int LIMIT = 4_096;
    private static final int PER_SECOND = 50;
    private static final double WAITING = 0.04;

    @ParameterizedTest
    @CsvSource({"1, 120", "2, 120", "1, 600", "2, 600"})
    void withADeadlineItStaysUnderThirtyPercent(int version, int deadline) {
        int size = CheckpointWriter.ofVersion(version, LIMIT).doneSize(scattered(deadline));

        assertThat(size).isLessThan(LIMIT * 30 / 100);
    }

    @Test
    void theBacklogOfADowntimeExceedsTheLimitByLittleInTheSecondVersion() {
        BitSet backlog = backlog(300_000, 2_994);

        assertThat(CheckpointWriter.ofVersion(1, LIMIT).doneSize(backlog)).isBetween(LIMIT, 7_000);
        assertThat(CheckpointWriter.ofVersion(2, LIMIT).doneSize(backlog)).isBetween(LIMIT, 5_000);
        assertThat(CheckpointWriter.ofVersion(2, LIMIT).write(new Checkpoint(1, backlog, SpentSlots.none())))
                .isNull();
    }

    private static BitSet scattered(int deadline) {
        Random random = new Random(1);
        int offsets = PER_SECOND * deadline + 10;
        BitSet done = new BitSet();
        for (int i = 1; i < offsets; i++) {
            double age = (double) (offsets - i) / PER_SECOND;
            double waited = random.nextDouble() < WAITING ? random.nextDouble() * deadline : random.nextDouble() * 2;
            done.set(i, waited < age);
        }
        return done;
    }

    private static BitSet backlog(int offsets, int outstanding) {
        Random random = new Random(1);
        BitSet done = new BitSet();
        done.set(1, offsets);
        while (offsets - done.cardinality() < outstanding) {
            done.clear(1 + random.nextInt(offsets - 2));
        }
        return done;
    }
}

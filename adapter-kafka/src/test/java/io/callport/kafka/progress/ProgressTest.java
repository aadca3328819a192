package io.callport.kafka.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** How far a partition has come, against a model that keeps one entry for each offset. */
class ProgressTest {
    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);
    private static final Optional<Integer> EPOCH = Optional.of(7);

    private final Progress progress = Progress.starting(PARTITION, 100);

    @Test
    void aPartitionWithoutACheckpointHasOneToWrite() {
        assertThat(progress.changed()).isTrue();
        progress.committed();
        assertThat(progress.changed()).isFalse();
        assertThat(progress.lowWater()).isEqualTo(100);
    }

    @Test
    void theLowWaterMarkWaitsForTheOldestRecordWithoutAResult() {
        read(100, 101, 102);
        progress.settle(101);
        progress.settle(102);
        assertThat(progress.lowWater()).isEqualTo(100);
        assertThat(progress.done()).isEqualTo(BitSet.valueOf(new long[] {0b110}));

        progress.settle(100);
        assertThat(progress.lowWater()).isEqualTo(103);
        assertThat(progress.done().isEmpty()).isTrue();
    }

    @Test
    void theLowWaterMarkMovesOverGaps() {
        read(100, 105);
        progress.readUpTo(120, EPOCH);
        progress.settle(100);
        assertThat(progress.lowWater()).isEqualTo(105);
        progress.settle(105);
        assertThat(progress.lowWater()).isEqualTo(120);
    }

    @Test
    void aGapAloneIsSomethingToCommit() {
        progress.committed();
        progress.readUpTo(120, EPOCH);
        assertThat(progress.changed()).isTrue();
    }

    @Test
    void anAbortedTransactionLeavesNothingDone() {
        read(100, 101);
        progress.settle(100);
        progress.unsettle(100);
        assertThat(progress.lowWater()).isEqualTo(100);
        assertThat(progress.done().isEmpty()).isTrue();
    }

    @Test
    void whatWasDoneBeforeIsNotTakenAgain() {
        Progress resumed = Progress.resuming(PARTITION, 100, BitSet.valueOf(new long[] {0b1010}));
        assertThat(resumed.changed()).isFalse();
        assertThat(resumed.read(100, EPOCH)).isTrue();
        assertThat(resumed.read(101, EPOCH)).isFalse();
        assertThat(resumed.read(102, EPOCH)).isTrue();
        assertThat(resumed.read(103, EPOCH)).isFalse();
        assertThat(resumed.read(104, EPOCH)).isTrue();
    }

    @Test
    void whatWasDoneBeforeStaysDoneBeforeItIsReadAgain() {
        BitSet done = BitSet.valueOf(new long[] {0b1010});
        Progress resumed = Progress.resuming(PARTITION, 100, done);
        assertThat(resumed.done()).isEqualTo(done);
        resumed.read(100, EPOCH);
        assertThat(resumed.done()).isEqualTo(done);
        resumed.settle(100);
        assertThat(resumed.lowWater()).isEqualTo(101);
        assertThat(resumed.done().stream()).containsExactly(0, 2);
    }

    @Test
    void aRecordThatIsGoneFromTheTopicHoldsNothingBack() {
        Progress resumed = Progress.resuming(PARTITION, 100, BitSet.valueOf(new long[] {0b1010}));
        resumed.read(105, EPOCH);
        assertThat(resumed.lowWater()).isEqualTo(105);
        assertThat(resumed.done().isEmpty()).isTrue();
    }

    @Test
    void aRecordIsTakenOnce() {
        assertThat(progress.read(100, EPOCH)).isTrue();
        assertThat(progress.read(100, EPOCH)).isFalse();
    }

    @Test
    void theLeaderEpochIsThatOfTheRecordBeforeTheLowWaterMark() {
        assertThat(progress.epoch()).isEmpty();
        progress.read(100, Optional.of(1));
        progress.read(101, Optional.of(2));
        progress.read(102, Optional.of(2));
        assertThat(progress.epoch()).isEmpty();
        progress.settle(100);
        progress.committed();
        assertThat(progress.epoch()).contains(1);
        progress.settle(101);
        progress.committed();
        assertThat(progress.epoch()).contains(2);
    }

    @Test
    void saysWhatAModelSaysWhateverHappens() {
        for (int seed = 0; seed < 300; seed++) {
            compare(new Random(seed), seed);
        }
    }

    private void compare(Random random, int seed) {
        Progress real = Progress.starting(PARTITION, 0);
        TreeSet<Long> pending = new TreeSet<>();
        long position = 0;
        for (int step = 0; step < 400; step++) {
            int gap = random.nextInt(20) == 0 ? random.nextInt(9_000) : 0;
            for (int i = random.nextInt(20); i > 0; i--) {
                long offset = position + gap;
                real.read(offset, EPOCH);
                pending.add(offset);
                position = offset + 1;
                gap = 0;
            }
            TreeSet<Long> settled = new TreeSet<>(pending);
            settled.removeIf(offset -> random.nextInt(3) > 0);
            settled.forEach(real::settle);
            pending.removeAll(settled);
            check(real, pending, position, seed);
            if (random.nextInt(4) == 0) {
                settled.forEach(real::unsettle);
                pending.addAll(settled);
            } else {
                real.committed();
            }
            check(real, pending, position, seed);
        }
    }

    private static void check(Progress real, SortedSet<Long> pending, long position, int seed) {
        long lowWater = pending.isEmpty() ? position : pending.first();
        assertThat(real.lowWater()).as("seed %d", seed).isEqualTo(lowWater);
        BitSet done = new BitSet();
        done.set(0, (int) (position - lowWater));
        pending.forEach(offset -> done.clear((int) (offset - lowWater)));
        assertThat(real.done()).as("seed %d", seed).isEqualTo(done);
        assertThat(real.outstanding()).as("seed %d", seed).isEqualTo(pending.size());
    }

    private void read(long... offsets) {
        for (long offset : offsets) {
            progress.read(offset, EPOCH);
        }
    }
}

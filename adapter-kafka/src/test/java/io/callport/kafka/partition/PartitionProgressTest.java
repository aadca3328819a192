package io.callport.kafka.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The progress of a partition, against a model that keeps one entry for each offset. */
class PartitionProgressTest {
    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);
    private static final Optional<Integer> EPOCH = Optional.of(7);

    private final PartitionProgress progress = PartitionProgress.starting(PARTITION, 100);

    @Test
    void aPartitionWithoutAMarkerHasAnOffsetToCommit() {
        assertThat(progress.hasChanges()).isTrue();
        progress.committed();
        assertThat(progress.hasChanges()).isFalse();
        assertThat(progress.lowWater()).isEqualTo(100);
    }

    @Test
    void theLowWaterMarkWaitsForTheOldestRecordWithoutAResult() {
        read(100, 101, 102);
        progress.markDone(101);
        progress.markDone(102);
        assertThat(progress.lowWater()).isEqualTo(100);
        assertThat(progress.done()).isEqualTo(BitSet.valueOf(new long[] {0b110}));

        progress.markDone(100);
        assertThat(progress.lowWater()).isEqualTo(103);
        assertThat(progress.done().isEmpty()).isTrue();
    }

    @Test
    void theLowWaterMarkMovesOverGaps() {
        read(100, 105);
        progress.markReadUpTo(120, EPOCH);
        progress.markDone(100);
        assertThat(progress.lowWater()).isEqualTo(105);
        progress.markDone(105);
        assertThat(progress.lowWater()).isEqualTo(120);
    }

    @Test
    void aGapAloneIsSomethingToCommit() {
        progress.committed();
        progress.markReadUpTo(120, EPOCH);
        assertThat(progress.hasChanges()).isTrue();
    }

    @Test
    void anAbortedTransactionLeavesNothingDone() {
        read(100, 101);
        progress.markDone(100);
        progress.unmarkDone(100);
        assertThat(progress.lowWater()).isEqualTo(100);
        assertThat(progress.done().isEmpty()).isTrue();
    }

    @Test
    void whatWasDoneBeforeIsNotTakenAgain() {
        PartitionProgress resumed = PartitionProgress.resuming(PARTITION, 100, BitSet.valueOf(new long[] {0b1010}));
        assertThat(resumed.hasChanges()).isFalse();
        assertThat(resumed.markRead(100, EPOCH)).isTrue();
        assertThat(resumed.markRead(101, EPOCH)).isFalse();
        assertThat(resumed.markRead(102, EPOCH)).isTrue();
        assertThat(resumed.markRead(103, EPOCH)).isFalse();
        assertThat(resumed.markRead(104, EPOCH)).isTrue();
    }

    @Test
    void whatWasDoneBeforeStaysDoneBeforeItIsReadAgain() {
        BitSet done = BitSet.valueOf(new long[] {0b1010});
        PartitionProgress resumed = PartitionProgress.resuming(PARTITION, 100, done);
        assertThat(resumed.done()).isEqualTo(done);
        resumed.markRead(100, EPOCH);
        assertThat(resumed.done()).isEqualTo(done);
        resumed.markDone(100);
        assertThat(resumed.lowWater()).isEqualTo(102);
        assertThat(resumed.done().stream()).containsExactly(1);
    }

    @Test
    void aRecordThatIsGoneFromTheTopicHoldsNothingBack() {
        PartitionProgress resumed = PartitionProgress.resuming(PARTITION, 100, BitSet.valueOf(new long[] {0b1010}));
        resumed.markRead(105, EPOCH);
        assertThat(resumed.lowWater()).isEqualTo(105);
        assertThat(resumed.done().isEmpty()).isTrue();
    }

    @Test
    void aRecordIsTakenOnce() {
        assertThat(progress.markRead(100, EPOCH)).isTrue();
        assertThat(progress.markRead(100, EPOCH)).isFalse();
    }

    @Test
    void theLeaderEpochIsThatOfTheRecordBeforeTheLowWaterMark() {
        assertThat(progress.epoch()).isEmpty();
        progress.markRead(100, Optional.of(1));
        progress.markRead(101, Optional.of(2));
        progress.markRead(102, Optional.of(2));
        assertThat(progress.epoch()).isEmpty();
        progress.markDone(100);
        progress.committed();
        assertThat(progress.epoch()).contains(1);
        progress.markDone(101);
        progress.committed();
        assertThat(progress.epoch()).contains(2);
    }

    @Test
    void theLowWaterMarkMovesOverWhatWasDoneBefore() {
        PartitionProgress resumed = PartitionProgress.resuming(PARTITION, 10, BitSet.valueOf(new long[] {0b110}));
        resumed.markRead(10, EPOCH);
        resumed.markDone(10);
        assertThat(resumed.lowWater()).isEqualTo(13);
        assertThat(resumed.done().isEmpty()).isTrue();
        resumed.committed();
        assertThat(resumed.markRead(11, EPOCH)).isFalse();
        assertThat(resumed.markRead(12, EPOCH)).isFalse();
        assertThat(resumed.lowWater()).isEqualTo(13);
        assertThat(resumed.markRead(13, EPOCH)).isTrue();
        assertThat(resumed.lowWater()).isEqualTo(13);
    }

    @Test
    void saysWhatAModelSaysWhateverHappens() {
        for (int seed = 0; seed < 300; seed++) {
            compare(new Random(seed), seed);
        }
    }

    private static void compare(Random random, int seed) {
        Model model = Model.resuming(random);
        PartitionProgress real = PartitionProgress.resuming(PARTITION, Model.START, model.doneBefore());
        for (int step = 0; step < 200; step++) {
            int gap = random.nextInt(20) == 0 ? random.nextInt(9_000) : 0;
            for (int i = random.nextInt(20); i > 0; i--) {
                long offset = model.position + gap;
                assertThat(real.markRead(offset, EPOCH)).as("seed %d", seed).isEqualTo(model.markRead(offset));
                gap = 0;
            }
            TreeSet<Long> done = new TreeSet<>(model.pending);
            done.removeIf(offset -> random.nextInt(3) > 0);
            done.forEach(real::markDone);
            model.pending.removeAll(done);
            check(real, model, seed);
            if (random.nextInt(4) == 0) {
                done.forEach(real::unmarkDone);
                model.pending.addAll(done);
            } else {
                real.committed();
            }
            check(real, model, seed);
        }
    }

    private static void check(PartitionProgress real, Model model, int seed) {
        assertThat(real.lowWater()).as("seed %d", seed).isEqualTo(model.lowWater());
        assertThat(real.done()).as("seed %d", seed).isEqualTo(model.done());
        assertThat(real.done().get(0)).as("seed %d", seed).isFalse();
        assertThat(real.outstanding()).as("seed %d", seed).isEqualTo(model.pending.size());
    }

    /** An entry for each offset. */
    private static final class Model {
        private static final long START = 1_000;

        private final TreeSet<Long> before = new TreeSet<>();
        private final TreeSet<Long> pending = new TreeSet<>();
        private long position = START;

        static Model resuming(Random random) {
            Model model = new Model();
            int share = random.nextInt(10);
            for (long offset = START + 1; offset < START + random.nextInt(3_000); offset++) {
                if (random.nextInt(10) < share) {
                    model.before.add(offset);
                }
            }
            return model;
        }

        BitSet doneBefore() {
            BitSet done = new BitSet();
            before.forEach(offset -> done.set((int) (offset - START)));
            return done;
        }

        boolean markRead(long offset) {
            position = offset + 1;
            return !before.contains(offset) && pending.add(offset);
        }

        long lowWater() {
            long offset = pending.isEmpty() ? position : pending.first();
            while (pending.isEmpty() && before.contains(offset)) {
                offset++;
            }
            return offset;
        }

        BitSet done() {
            long lowWater = lowWater();
            BitSet done = new BitSet();
            if (position > lowWater) {
                done.set(0, (int) (position - lowWater));
            }
            pending.forEach(offset -> done.clear((int) (offset - lowWater)));
            before.tailSet(Math.max(position, lowWater)).forEach(offset -> done.set((int) (offset - lowWater)));
            return done;
        }
    }

    private void read(long... offsets) {
        for (long offset : offsets) {
            progress.markRead(offset, EPOCH);
        }
    }

    @Test
    void aGapOfMoreOffsetsThanAnIntHoldsIsPassed() {
        progress.markReadUpTo(5_000_000_000L, EPOCH);
        assertThat(progress.lowWater()).isEqualTo(5_000_000_000L);
        assertThat(progress.done().isEmpty()).isTrue();
        progress.committed();
        assertThat(progress.markRead(5_000_000_000L, EPOCH)).isTrue();
        progress.markDone(5_000_000_000L);
        progress.committed();
        assertThat(progress.lowWater()).isEqualTo(5_000_000_001L);
    }
}

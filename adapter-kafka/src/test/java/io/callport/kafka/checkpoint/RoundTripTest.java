package io.callport.kafka.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.switchboard.SpentSlot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final int ROOMY = 1_000_000;

    @Property(tries = 300)
    void whatIsWrittenIsReadInEitherVersion(
            @ForAll @IntRange(min = 1) int partitions,
            @ForAll("doneSets") BitSet done,
            @ForAll("spent") List<AccountSlots> spent,
            @ForAll @IntRange(min = 1, max = 2) int version) {
        Checkpoint written = new Checkpoint(partitions, done, SpentSlots.from(spent));

        Checkpoint read = CheckpointFixture.read(
                CheckpointWriter.ofVersion(version, ROOMY).write(written));

        List<AccountSlots> inMilliseconds =
                spent.stream().map(RoundTripTest::inMilliseconds).toList();
        assertThat(read).isEqualTo(new Checkpoint(partitions, done, SpentSlots.from(inMilliseconds)));
    }

    @Property(tries = 100)
    void theSameCheckpointAlwaysGivesTheSameText(
            @ForAll("doneSets") BitSet done,
            @ForAll("spent") List<AccountSlots> spent,
            @ForAll @IntRange(min = 1, max = 2) int version) {
        CheckpointWriter writer = CheckpointWriter.ofVersion(version, 600);
        List<AccountSlots> turned = new ArrayList<>(spent);
        Collections.reverse(turned);

        String text = writer.write(new Checkpoint(6, done, SpentSlots.from(spent)));

        assertThat(writer.write(6, writer.encode(done), SpentSlots.from(turned)))
                .isEqualTo(text);
    }

    @Test
    void everyAccountSpentIsReadAsSuch() {
        CheckpointWriter writer = CheckpointWriter.ofVersion(1, 100);

        Checkpoint read = CheckpointFixture.read(writer.write(new Checkpoint(1, new BitSet(), SpentSlots.allSpent())));

        assertThat(read.spent()).isEqualTo(SpentSlots.allSpent());
    }

    @Test
    void aCheckpointIsAValueWhateverBecomesOfItsSet() {
        BitSet done = CheckpointFixture.done(1, 5);
        Checkpoint checkpoint = new Checkpoint(1, done, SpentSlots.none());

        done.set(7);
        checkpoint.done().set(9);

        assertThat(checkpoint.done()).isEqualTo(CheckpointFixture.done(1, 5));
    }

    @Test
    void theLowWaterMarkIsNeverDoneAndATopicHasAPartition() {
        assertThatThrownBy(() -> new Checkpoint(1, CheckpointFixture.done(0, 1), SpentSlots.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("low-water mark");
        assertThatThrownBy(() -> new Checkpoint(0, new BitSet(), SpentSlots.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("partition");
    }

    private static AccountSlots inMilliseconds(AccountSlots spent) {
        return new AccountSlots(
                spent.account(),
                spent.budget(),
                spent.slots().stream().map(RoundTripTest::inMilliseconds).toList());
    }

    private static SpentSlot inMilliseconds(SpentSlot slot) {
        Duration age = slot.endedAgo();
        return age == null
                ? slot
                : CheckpointFixture.ended(Duration.ofMillis(Math.floorDiv(age.toNanos(), 1_000_000L)));
    }

    @Provide
    Arbitrary<BitSet> doneSets() {
        return CheckpointFixture.doneSets();
    }

    @Provide
    Arbitrary<List<AccountSlots>> spent() {
        return CheckpointFixture.spent(20);
    }
}

package io.callport.kafka.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Budget;
import io.callport.switchboard.SpentSlot;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What does not fit is said more coarsely: an account may count as having spent more or later, never less or earlier. */
class CoarseningTest {
    private static final Budget BUDGET = Budget.parse("20/PT1M");

    @Property(tries = 600)
    void aTextFitsKeepsTheDoneSetAndFreesNoSlotEarly(
            @ForAll("doneSets") BitSet done,
            @ForAll("spent") List<AccountSlots> spent,
            @ForAll @IntRange(min = 1, max = 2) int version,
            @ForAll @IntRange(min = 0, max = 3_000) int room) {
        CheckpointWriter writer = CheckpointWriter.ofVersion(version, writerLimit(version, done, room));
        String text = writer.write(new Checkpoint(6, done, SpentSlots.from(spent)));

        assertThat(text).isNotNull().hasSizeLessThanOrEqualTo(writerLimit(version, done, room));
        Checkpoint read = CheckpointFixture.read(text);
        assertThat(read.partitions()).isEqualTo(6);
        assertThat(read.done()).isEqualTo(done);
        spent.forEach(each -> assertNoEarlier(each.slots(), read.spent().of(each.account(), each.budget())));
    }

    /** What {@link EncodedDoneSet#size()} promises: from there on it fits, whatever is spent. */
    private static int writerLimit(int version, BitSet done, int room) {
        return CheckpointWriter.ofVersion(version, 0).doneSize(done) + room;
    }

    @Property(tries = 200)
    void aTextNeverExceedsALimitThatIsTooSmall(
            @ForAll("doneSets") BitSet done,
            @ForAll("spent") List<AccountSlots> spent,
            @ForAll @IntRange(max = 200) int limit) {
        String text = CheckpointWriter.ofVersion(1, limit).write(new Checkpoint(6, done, SpentSlots.from(spent)));

        assertThat(text == null || text.length() <= limit).isTrue();
    }

    @Test
    void whatTheDoneSetTakesCoversTheLargestNumbersThereAre() {
        SpentSlot century = CheckpointFixture.ended(Duration.ofDays(-40_000));
        List<AccountSlots> spent = List.of(new AccountSlots(
                CheckpointFixture.account(1), new Budget(1_000_000, Duration.ofDays(1)), List.of(century)));
        CheckpointWriter sizing = CheckpointWriter.ofVersion(1, 0);

        CheckpointWriter writer = CheckpointWriter.ofVersion(1, sizing.doneSize(new BitSet()));

        assertThat(writer.write(new Checkpoint(Integer.MAX_VALUE, new BitSet(), SpentSlots.from(spent))))
                .isNotNull();
    }

    @Test
    void slotsAreCoarsenedInOrder() {
        List<AccountSlots> spent = busy(10);

        List<List<SpentSlot>> seen = IntStream.rangeClosed(0, 400)
                .mapToObj(less -> written(spent, 440 - less).of(CheckpointFixture.account(0), BUDGET))
                .takeWhile(slots -> slots.size() == 3)
                .distinct()
                .toList();

        assertThat(seen)
                .containsExactly(
                        List.of(ms(1_750), ms(2_750), ms(3_750)),
                        List.of(ms(1_000), ms(2_000), ms(3_000)),
                        List.of(ms(1_000), ms(1_000), ms(1_000)));
        assertThat(written(spent, 30).of(CheckpointFixture.account(0), BUDGET))
                .hasSize(20)
                .containsOnly(ms(1_000));
    }

    @Test
    void theAccountsThatAreFreedLastAreListedAndOneLineSpeaksForTheOthers() {
        SpentSlots read = written(busy(10), 100);

        List<List<SpentSlot>> restored = IntStream.range(0, 10)
                .mapToObj(i -> read.of(CheckpointFixture.account(i), BUDGET))
                .toList();
        int listed = read.accounts().size();
        assertThat(listed).isBetween(3, 9);
        assertThat(restored.subList(0, listed)).allMatch(slots -> slots.size() == 3);
        assertThat(restored.subList(listed, 10)).allMatch(slots -> slots.size() == 20);
        assertThat(read.of(CheckpointFixture.account(77), BUDGET)).hasSize(20).containsOnly(ms(1_000L * (listed + 1)));
    }

    @Test
    void ageRoundsTowardsYoungerOnBothSidesOfZero() {
        List<AccountSlots> spent = List.of(new AccountSlots(
                CheckpointFixture.account(1),
                BUDGET,
                List.of(ms(-1), CheckpointFixture.ended(Duration.ofNanos(-1)), ms(999), ms(1_000))));

        SpentSlots coarse = coarse(SlotPrecision.SECONDS, spent);

        assertThat(coarse.of(CheckpointFixture.account(1), BUDGET))
                .containsExactly(ms(-1_000), ms(-1_000), ms(0), ms(1_000));
    }

    @Test
    void aSlotInFlightIsTheYoungestOfAll() {
        List<AccountSlots> spent = List.of(
                new AccountSlots(CheckpointFixture.account(1), BUDGET, List.of(ms(-60_500), new SpentSlot(null))));

        SpentSlots coarse = coarse(SlotPrecision.YOUNGEST, spent);

        assertThat(coarse.of(CheckpointFixture.account(1), BUDGET))
                .containsExactly(new SpentSlot(null), new SpentSlot(null));
    }

    @Test
    void thousandsOfAccountsStillFit() {
        Checkpoint checkpoint = new Checkpoint(1, new BitSet(), SpentSlots.from(busy(5_000)));

        String text = CheckpointWriter.ofVersion(1, 4_096).write(checkpoint);

        assertThat(text).hasSizeBetween(4_085, 4_096);
        assertThat(CheckpointFixture.read(text).spent().accounts()).hasSizeGreaterThan(400);
    }

    /** Account 0 spent its youngest slot 1.75 s ago, account 1 2.75 s ago and so on; each spent three, a second apart. */
    private static List<AccountSlots> busy(int accounts) {
        return IntStream.range(0, accounts)
                .mapToObj(i -> new AccountSlots(
                        CheckpointFixture.account(i),
                        BUDGET,
                        List.of(ms(1_000L * i + 1_750), ms(1_000L * i + 3_750), ms(1_000L * i + 2_750))))
                .toList();
    }

    private static SpentSlots written(List<AccountSlots> spent, int limit) {
        CheckpointWriter writer = CheckpointWriter.ofVersion(1, limit);
        return CheckpointFixture.read(writer.write(new Checkpoint(1, new BitSet(), SpentSlots.from(spent))))
                .spent();
    }

    /** Written in that form: less and less room until the slots read differently, as many times as it is coarser. */
    private static SpentSlots coarse(SlotPrecision grain, List<AccountSlots> spent) {
        int limit = 1_000;
        for (int i = 0; i < grain.code(); i++) {
            SpentSlots finer = written(spent, limit);
            while (written(spent, limit).equals(finer)) {
                limit--;
            }
        }
        return written(spent, limit);
    }

    private static void assertNoEarlier(List<SpentSlot> written, List<SpentSlot> restored) {
        List<Long> ages = written.stream().map(CoarseningTest::age).sorted().toList();
        List<Long> restoredAges =
                restored.stream().map(CoarseningTest::age).sorted().toList();
        assertThat(restoredAges).hasSizeGreaterThanOrEqualTo(ages.size());
        for (int i = 0; i < ages.size(); i++) {
            assertThat(restoredAges.get(i)).isLessThanOrEqualTo(ages.get(i));
        }
    }

    private static long age(SpentSlot slot) {
        Duration endedAgo = slot.endedAgo();
        return endedAgo == null ? Long.MIN_VALUE : endedAgo.toNanos();
    }

    private static SpentSlot ms(long ago) {
        return CheckpointFixture.ended(Duration.ofMillis(ago));
    }

    @Provide
    Arbitrary<BitSet> doneSets() {
        return CheckpointFixture.doneSets();
    }

    @Provide
    Arbitrary<List<AccountSlots>> spent() {
        return CheckpointFixture.spent(60);
    }
}

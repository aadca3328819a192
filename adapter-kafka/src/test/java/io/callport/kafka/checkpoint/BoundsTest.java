package io.callport.kafka.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read is bounded, however few bytes ask for however much; what is written stays within the same bounds. */
class BoundsTest {
    private static final byte[] NOTHING_SPENT = {0, 0, 0};

    @Test
    void aSetThatInflatesTooFarIsDamage() {
        byte[] bomb = Deflate.deflate(new byte[DoneSet.MOST_BYTES + 1]);

        assertDamaged(done(1, bomb), "inflates to more than 16777216");
    }

    @Test
    void runsThatGoTooFarAreDamage() {
        byte[] far = new ByteSink()
                .putNumber(1)
                .putNumber(1)
                .putNumber(DoneSet.MOST_OFFSETS)
                .toByteArray();
        byte[] endless = new ByteSink()
                .putNumber(1)
                .putNumber(1)
                .putNumber(Long.MAX_VALUE)
                .toByteArray();
        byte[] many = new ByteSink().putNumber(Integer.MAX_VALUE).toByteArray();

        assertDamaged(done(2, runs(far)), "more than 134217728 offsets");
        assertDamaged(done(2, runs(endless)), "a number is not between");
        assertDamaged(done(2, runs(many)), "a number is not between");
    }

    @Test
    void theLowWaterMarkAsDoneIsDamage() {
        assertDamaged(done(1, Deflate.deflate(new byte[] {1})), "low-water mark");
    }

    @Test
    void moreThanWasDeflatedIsDamage() {
        byte[] set = Deflate.deflate(new byte[] {2});
        byte[] more = new ByteSink().putBytes(set).put(0).toByteArray();
        byte[] less = Arrays.copyOf(set, set.length - 1);

        assertThat(CheckpointReader.read(done(1, set))).isInstanceOf(CheckpointReadResult.Valid.class);
        assertDamaged(done(1, more), "more follows");
        assertDamaged(done(1, less), "too early");
    }

    @Test
    void slotsOutOfBoundsAreDamage() {
        byte[] unlimited = slots(Integer.MAX_VALUE, 1_000_000, 1);
        byte[] moreThanTheBudget = slots(20, 60_000_000_000L, 21);
        byte[] none = slots(20, 60_000_000_000L, 0);

        assertThat(CheckpointReader.read(spent(slots(20, 60_000_000_000L, 20))))
                .isInstanceOf(CheckpointReadResult.Valid.class);
        assertDamaged(spent(unlimited), "a budget is none");
        assertDamaged(spent(slots(0, 1, 1)), "a budget is out of its bounds");
        assertDamaged(spent(moreThanTheBudget), "a number is not between 1 and 20");
        assertDamaged(spent(none), "a number is not between 1 and 20");
    }

    @Test
    void agesAndBudgetsBeyondAllBoundsAreDamage() {
        byte[] requests = new ByteSink()
                .put(2)
                .put(0)
                .putNumber(1)
                .putNumber(1L << 40)
                .putNumber(1)
                .toByteArray();
        byte[] window = new ByteSink()
                .put(2)
                .put(0)
                .putNumber(1)
                .putNumber(1)
                .putNumber(Long.MAX_VALUE)
                .toByteArray();
        byte[] age = new ByteSink()
                .put(2)
                .put(1)
                .putNumber(Long.MAX_VALUE)
                .putNumber(0)
                .toByteArray();

        assertDamaged(spent(requests), "a budget is out of its bounds");
        assertDamaged(spent(window), "a budget is out of its bounds");
        assertDamaged(spent(age), "100 years");
    }

    @Test
    void anAccountOrABudgetThatIsListedTwiceIsDamage() {
        ByteSink accounts = new ByteSink()
                .put(2)
                .put(0)
                .putNumber(1)
                .putNumber(20)
                .putNumber(1_000_000)
                .putNumber(2);
        accounts.putHash(77).putNumber(1).putNumber(0).putHash(77).putNumber(1).putNumber(0);
        ByteSink budgets = new ByteSink()
                .put(2)
                .put(0)
                .putNumber(2)
                .putNumber(20)
                .putNumber(1_000_000)
                .putNumber(1);
        budgets.putHash(77)
                .putNumber(1)
                .putNumber(0)
                .putNumber(20)
                .putNumber(1_000_000)
                .putNumber(1);
        budgets.putHash(78).putNumber(1).putNumber(0);

        assertDamaged(spent(accounts.toByteArray()), "an account is listed twice");
        assertDamaged(spent(budgets.toByteArray()), "listed twice");
    }

    @Test
    void whatFollowsTheLastFieldIsDamage() {
        byte[] run = new ByteSink().putNumber(1).putNumber(1).putNumber(1).toByteArray();
        byte[] runAndMore = new ByteSink().putBytes(run).put(0).toByteArray();
        byte[] slotsAndMore = new ByteSink().putBytes(NOTHING_SPENT).put(0).toByteArray();

        assertThat(CheckpointReader.read(done(2, runs(run)))).isInstanceOf(CheckpointReadResult.Valid.class);
        assertDamaged(done(2, runs(runAndMore)), "more than there should be");
        assertDamaged(spent(slotsAndMore), "more than there should be");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSetBeyondTheBoundCanNotBeWrittenAndSaysSo(int version) {
        CheckpointWriter writer = CheckpointWriter.ofVersion(version, Integer.MAX_VALUE);
        BitSet done = new BitSet();
        done.set(1, DoneSet.MOST_OFFSETS + 1);

        assertThat(writer.doneSize(done)).isEqualTo(Integer.MAX_VALUE);
        assertThat(writer.write(new Checkpoint(1, done, SpentSlots.none()))).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSetAtTheBoundIsReadAsWritten(int version) {
        BitSet done = new BitSet();
        done.set(DoneSet.MOST_OFFSETS - 9, DoneSet.MOST_OFFSETS);
        Checkpoint checkpoint = new Checkpoint(1, done, SpentSlots.none());

        assertThat(CheckpointFixture.read(
                        CheckpointWriter.ofVersion(version, 100_000).write(checkpoint)))
                .isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 20})
    void noLimitIsTooSmallToBeAsked(int limit) {
        assertThat(CheckpointWriter.ofVersion(1, limit).write(new Checkpoint(1, new BitSet(), SpentSlots.none())))
                .isNull();
    }

    private static String done(int version, byte[] set) {
        ByteSink content = new ByteSink().putNumber(1).putNumber(set.length).putBytes(set);
        return CheckpointText.write(version, content.putBytes(NOTHING_SPENT).toByteArray());
    }

    private static byte[] runs(byte[] runs) {
        return new ByteSink().put(1).putBytes(Deflate.deflate(runs)).toByteArray();
    }

    private static String spent(byte[] slots) {
        ByteSink content = new ByteSink().putNumber(1).putNumber(0);
        return CheckpointText.write(1, content.putBytes(slots).toByteArray());
    }

    /** One account in the form that says how many slots, the youngest of which is in flight. */
    private static byte[] slots(int requests, long window, int slots) {
        ByteSink sink = new ByteSink().put(SlotPrecision.YOUNGEST.code()).put(0).putNumber(1);
        sink.putNumber(requests).putNumber(window).putNumber(1);
        return sink.putHash(77).putNumber(slots).putNumber(0).toByteArray();
    }

    private static void assertDamaged(String text, String why) {
        CheckpointReadResult reading = CheckpointReader.read(text);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        CheckpointReadResult.Damaged.class,
                        damaged -> assertThat(damaged.why()).contains(why));
    }
}

package io.callport.kafka.changelog;

import static io.callport.kafka.changelog.ChangelogFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sizes of records in bytes, as docs/state.md states them. */
class SizesTest {
    private static final Account LONGEST = new Account("v".repeat(32), "k".repeat(128));

    @Test
    void anAccountThatSpentTwentySlotsTakesAHundredBytes() {
        List<SpentSlots> slots = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            slots.add(new SpentSlots(1, Duration.ofSeconds(3L * i)));
        }

        assertThat(bytes(new Account("7moor", "2000103"), "20/PT1M", slots)).isEqualTo(110);
    }

    @Test
    void anAccountOfTheLargestBudgetTakesLessThanAKibibyte() {
        List<SpentSlots> slots = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            slots.add(new SpentSlots(15_625, Duration.ofDays(1).minusMinutes(22L * i)));
        }

        assertThat(bytes(LONGEST, "1000000/P1D", slots)).isBetween(500, 700);
    }

    @Test
    void aFullChunkTakesOneKibibyteAndLittleElse() {
        BitSet full = new BitSet();
        full.set(0, DoneChunk.SIZE);

        assertThat(value(new DoneChunk(Long.MAX_VALUE / DoneChunk.SIZE, full).record()))
                .hasSize(1_024 + 5);
    }

    @Test
    void aChunkTakesNoMoreThanItsLastBit() {
        assertThat(value(new DoneChunk(0, new BitSet()).record())).hasSize(5);
        assertThat(value(new DoneChunk(0, ChangelogFixture.bits(7)).record())).hasSize(6);
        assertThat(value(new DoneChunk(0, ChangelogFixture.bits(8)).record())).hasSize(7);
    }

    private static int bytes(Account account, String budget, List<SpentSlots> slots) {
        StateRecord record = new AccountState(account, Budget.parse(budget), slots).record();
        return record.key().length + value(record).length;
    }
}

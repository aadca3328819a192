package io.callport.kafka.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The accounts whose records are written again, and the times of the writing. */
class AccountRecordsTest {
    private static final Account A = new Account("acme", "a");
    private static final Account B = new Account("acme", "b");
    private static final Budget HOUR = Budget.parse("10/PT1H");
    private static final Budget MINUTE = Budget.parse("10/PT1M");
    private static final long FAR = nanos("P30D");

    private final AccountRecords accounts = new AccountRecords(-FAR);

    private static long nanos(String duration) {
        return Duration.parse(duration).toNanos();
    }

    @Test
    void aChangedAccountIsWrittenAtOnceAndOnce() {
        accounts.markChanged(A);
        accounts.markChanged(A);
        assertThat(accounts.changedCount()).isEqualTo(1);
        assertThat(accounts.drain(0, 0)).containsExactly(A);
        assertThat(accounts.drain(10, 0)).isEmpty();
    }

    @Test
    void anAccountWhoseTransactionFailedIsWrittenWithTheNext() {
        accounts.markChanged(A);
        accounts.putBack(accounts.drain(0, 0));
        assertThat(accounts.drain(0, 0)).containsExactly(A);
    }

    @Test
    void aRecordIsWrittenAgainAtATenthOfTheWindowOrHalfAMinute() {
        accounts.written(A, HOUR, FAR, 0);
        accounts.written(B, MINUTE, FAR, 0);
        assertThat(accounts.drain(10, nanos("PT30S") - 1)).isEmpty();
        assertThat(accounts.drain(10, nanos("PT30S"))).containsExactly(B);
        accounts.written(B, MINUTE, FAR, nanos("PT30S"));
        assertThat(accounts.drain(10, nanos("PT60S"))).containsExactly(B);
        assertThat(accounts.drain(10, nanos("PT6M") - 1)).isEmpty();
        assertThat(accounts.drain(10, nanos("PT6M"))).containsExactly(A);
    }

    @Test
    void soonAfterATakeoverARecordIsWrittenAgainSooner() {
        AccountRecords fresh = new AccountRecords(0);
        fresh.written(A, HOUR, FAR, nanos("PT1M"));
        assertThat(fresh.dueAt()).as("half a minute").isEqualTo(nanos("PT1M30S"));
        fresh.written(A, HOUR, FAR, nanos("PT20M"));
        assertThat(fresh.dueAt()).as("a tenth of the time since").isEqualTo(nanos("PT22M"));
    }

    @Test
    void anAccountWhoseSlotsAreFreeSoonerIsLookedAtThen() {
        accounts.written(A, HOUR, nanos("PT7S"), 0);
        assertThat(accounts.dueAt()).isEqualTo(nanos("PT7S"));
    }

    @Test
    void inheritedRecordsAreWrittenAgainWithinHalfAMinuteEvenlySpread() {
        AccountRecords inheriting = new AccountRecords(0);
        Map<Account, Budget> inherited = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            inherited.put(new Account("acme", "i" + i), HOUR);
        }
        inheriting.inherit(inherited);
        assertThat(inheriting.drain(1_000, nanos("PT15S"))).hasSize(151);
        assertThat(inheriting.drain(1_000, nanos("PT30S"))).hasSize(149);
    }

    @Test
    void noMoreThanSomeAreWrittenOnlyBecauseTheyGrowOld() {
        accounts.inherit(Map.of(A, HOUR, B, HOUR));
        Account changed = new Account("acme", "c");
        accounts.markChanged(changed);
        List<Account> first = accounts.drain(1, nanos("PT1M"));
        assertThat(first).hasSize(2).contains(changed);
        assertThat(accounts.drain(1, nanos("PT1M"))).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void theLastTransactionWritesWhatIsOlderThanAThousandthOfTheWindow() {
        accounts.written(A, HOUR, FAR, 0);
        accounts.written(B, HOUR, FAR, nanos("PT10S"));
        assertThat(accounts.drainForHandOver(nanos("PT13S"))).containsExactly(A);
    }

    @Test
    void anAccountWhoseRecordIsRemovedIsNotLookedAtAgain() {
        accounts.written(A, HOUR, FAR, 0);
        accounts.removed(A);
        assertThat(accounts.dueAt()).isEqualTo(Long.MAX_VALUE);
        assertThat(accounts.has(A)).isFalse();
        assertThat(accounts.drainForHandOver(FAR)).isEmpty();
    }
}

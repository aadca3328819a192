package io.callport.kafka.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.state.AccountSnapshot.Inherited;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InheritedSlotCountsTest {
    private static final Account ACCOUNT = Account.parse("7moor:1");
    private static final Budget BUDGET = Budget.parse("20/PT1M");

    private final InheritedSlotCounts counts = new InheritedSlotCounts();

    @Test
    void isSaidForAsLongAsTheBudgetCountsIt() {
        List<SpentSlots> spent =
                List.of(new SpentSlots(3, Duration.ofSeconds(50)), new SpentSlots(17, Duration.ofSeconds(-1)));
        counts.put(ACCOUNT, BUDGET, spent, "why", 0);
        assertThat(counts.at(seconds(0))).isEqualTo(Map.of(ACCOUNT, new Inherited(20, "why")));
        assertThat(counts.at(seconds(10))).isEqualTo(Map.of(ACCOUNT, new Inherited(17, "why")));
        assertThat(counts.at(seconds(60))).isEqualTo(Map.of(ACCOUNT, new Inherited(17, "why")));
        assertThat(counts.at(seconds(61))).isEmpty();
    }

    @Test
    void isReplacedWhereThePartitionIsTakenOverAgain() {
        counts.put(ACCOUNT, BUDGET, List.of(new SpentSlots(20, Duration.ZERO)), "before", 0);
        counts.put(ACCOUNT, BUDGET, List.of(), "again", 1);
        assertThat(counts.at(1)).isEmpty();
    }

    @Test
    void severalAgesOfOneAccountArePartlyFree() {
        List<SpentSlots> spent = List.of(new SpentSlots(1, Duration.ofSeconds(59)), new SpentSlots(2, Duration.ZERO));
        counts.put(ACCOUNT, BUDGET, spent, "why", Long.MAX_VALUE - 5); // the monotonic clock may overflow
        assertThat(counts.at(Long.MAX_VALUE - 5)).isEqualTo(Map.of(ACCOUNT, new Inherited(3, "why")));
        assertThat(counts.at(Long.MAX_VALUE - 5 + seconds(2))).isEqualTo(Map.of(ACCOUNT, new Inherited(2, "why")));
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}

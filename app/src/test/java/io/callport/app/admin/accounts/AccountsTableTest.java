package io.callport.app.admin.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.state.AccountSnapshot;
import io.callport.kafka.state.AccountSnapshot.PublishedRefusal;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.query.Reason;
import io.callport.switchboard.LaneSnapshot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsTableTest {
    @Test
    void aVendorsWordsMoveNoCursorAndStayShort() {
        assertThat(table("a\nb\u009b31m\u202e")).contains("a b\\u009b31m\\u202e\n");
        assertThat(table("x".repeat(300))).contains("x".repeat(199) + "…").doesNotContain("x".repeat(200));
    }

    private static String table(String words) {
        LaneSnapshot lane = LaneSnapshot.idle(new Account("7moor", "1"));
        PublishedRefusal refusal = new PublishedRefusal(Reason.OVER_BUDGET, words, Instant.EPOCH);
        AccountSnapshot account = new AccountSnapshot(Budget.UNLIMITED, null, false, lane, 0, refusal, null, null);
        return AccountsTable.of(new LoopSnapshot(Instant.EPOCH, List.of(account), List.of()));
    }
}

package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** S5: requests in flight are bounded for any number of slow accounts, and each account has its turn. */
class TurnRuleTest {
    private static final int ACCOUNTS = 1_500;
    private static final long LATER = 600_000;
    private static final Limits LIMITS = new Limits(100, 100_000, 4, 64, 10);

    private final SwitchboardFixture fixture = new SwitchboardFixture("none", LIMITS);

    @Test
    void aThousandSlowAccountsHaveNoThousandRequestsInFlightAndEachHasItsTurn() {
        for (int account = 0; account < ACCOUNTS; account++) {
            fixture.accept(account + " first", "7moor:" + account, LATER);
            fixture.accept(account + " second", "7moor:" + account, LATER);
        }
        Set<String> asked = new HashSet<>();
        List<String> started = fixture.advance();
        for (int turn = 0; asked.size() < ACCOUNTS; turn++) {
            assertThat(fixture.switchboard.requestsInFlight()).isLessThanOrEqualTo(256);
            assertThat(turn).isLessThanOrEqualTo(ACCOUNTS / 256 + 1);
            for (String query : started) {
                assertThat(query.endsWith("first") || asked.size() == ACCOUNTS)
                        .as("none twice before all once")
                        .isTrue();
                asked.add(query.replaceAll(" .*", ""));
            }
            started.forEach(query -> fixture.end(query, SwitchboardFixture.ANSWER));
            started = fixture.advance();
        }
        assertThat(LIMITS.maxRequests()).isEqualTo(256);
    }

    @Test
    void anAccountThatComesLaterIsBehindThoseThatWaitAndBeforeTheirNextRequest() {
        for (int account = 0; account < 300; account++) {
            fixture.accept(account + " first", "7moor:" + account, LATER);
            fixture.accept(account + " second", "7moor:" + account, LATER);
        }
        List<String> first = fixture.advance();
        assertThat(first).hasSize(256);
        fixture.accept("late", "7moor:late", LATER);
        first.forEach(query -> fixture.end(query, SwitchboardFixture.ANSWER));

        List<String> second = fixture.advance();
        assertThat(second.indexOf("late")).isEqualTo(300 - 256);
        assertThat(second.subList(0, 300 - 256)).allMatch(query -> query.endsWith("first"));
    }

    @Test
    void aHugeLimitDoesNotOverflow() {
        assertThat(new Limits(1, 1, 1, 1_000_000_000, 1).maxRequests()).isEqualTo(Integer.MAX_VALUE);
    }
}

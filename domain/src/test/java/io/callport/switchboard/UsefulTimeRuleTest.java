package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S6: {@code retryAfter} is the earliest useful time, spread over the queries that are refused together. */
class UsefulTimeRuleTest {
    private static final String A = "7moor:a";
    private static final long LATER = 600_000;

    private final SwitchboardFixture fixture = new SwitchboardFixture("2/PT1M", new Limits(100, 100, 10, 10, 10));

    @Test
    void aLoneCallerThatFollowsItIsAskedFor() {
        spend();
        fixture.at(2_000).accept("short", A, 2_500).advance();
        long retry = 2_000 + retryAfter("short").toMillis();

        assertThat(fixture.at(retry - 1).accept("early", A, retry).advance()).isEmpty();
        assertThat(fixture.at(retry).accept("again", A, retry + 1).advance()).containsExactly("again");
    }

    @Test
    void itIsNotBeforeTheQueryHasGathered() {
        SwitchboardFixture gathering = new SwitchboardFixture("20/PT1M", Limits.DEFAULT);
        gathering.ask("1", "q", A, LATER, 0).advance();
        gathering.at(10).end("q", SwitchboardFixture.ANSWER).advance();
        gathering.at(1_000).ask("short", "q", A, 2_000, 0).advance();

        assertThat(gathering.resultsAsText()).endsWith("short over-budget");
        assertThat(retryAfter(gathering, "short")).isEqualTo(Duration.ofSeconds(2));
        assertThat(gathering.at(3_000).ask("again", "q", A, 3_001, 0).advance()).containsExactly("q");
    }

    @Test
    void itIsNotBeforeTheQueryHasBackedOff() {
        SwitchboardFixture retrying = new SwitchboardFixture("none", new Limits(10, 10, 1, 1, 1), 2);
        retrying.ask("1", "q", A, LATER, 0).advance();
        retrying.at(100).end("q", SwitchboardFixture.failure(Sent.YES)).advance();
        retrying.ask("short", "q", A, 101, 0).advance();

        assertThat(retrying.resultsAsText()).containsExactly("short over-budget");
        long backedOff =
                Duration.ofMillis(100).plus(retryAfter(retrying, "short")).toMillis() + 1;
        assertThat(retrying.at(retrying.wakeAt).advance()).isEmpty();
        assertThat(retrying.at(backedOff).ask("again", "q", A, backedOff + 1, 0).advance())
                .containsExactly("q");
    }

    @Test
    void itIsNotBeforeTheLaneOpens() {
        fixture.accept("1", A, LATER).advance();
        fixture.end("1", SwitchboardFixture.failure(Reason.VENDOR_REFUSED, Duration.ofSeconds(40), 429))
                .advance();
        fixture.at(1_000).accept("short", A, 2_000).advance();

        assertThat(retryAfter("short")).isEqualTo(Duration.ofSeconds(39));
    }

    @Test
    void itIsBehindThoseThatWait() {
        spend();
        fixture.accept("w1", A, LATER).accept("w2", A, LATER).advance();
        fixture.accept("short", A, 2_000).advance();

        assertThat(retryAfter("short")).isEqualTo(Duration.ofMillis(120_120));
    }

    @Test
    void differentQueriesAreSpreadInTheOrderTheyCame() {
        spend();
        for (int i = 0; i < 8; i++) {
            fixture.accept("s" + i, A, 2_000);
        }
        fixture.advance();

        assertThat(fixture.resultsAsText().subList(2, 10))
                .isEqualTo(List.of(0, 1, 2, 3, 4, 5, 6, 7).stream()
                        .map(i -> "s" + i + " over-budget")
                        .toList());
        for (int i = 0; i < 8; i++) {
            assertThat(retryAfter("s" + i)).isEqualTo(Duration.ofMillis((1 + i / 2) * 60_060L));
        }
    }

    @Test
    void equalQueriesCanComeBackTogetherBecauseTheyShare() {
        spend();
        for (int i = 0; i < 8; i++) {
            fixture.ask("s" + i, "q", A, 2_000, 0);
        }
        fixture.advance();
        for (int i = 0; i < 8; i++) {
            assertThat(retryAfter("s" + i)).isEqualTo(Duration.ofMillis(60_060));
        }

        for (int i = 0; i < 8; i++) {
            fixture.at(61_060).ask("again" + i, "q", A, 62_000, 0);
        }
        assertThat(fixture.advance()).containsExactly("q");
    }

    private void spend() {
        fixture.accept("1", A, LATER).accept("2", A, LATER).advance();
        fixture.at(1_000)
                .end("1", SwitchboardFixture.ANSWER)
                .end("2", SwitchboardFixture.ANSWER)
                .advance();
    }

    private Duration retryAfter(String id) {
        return retryAfter(fixture, id);
    }

    private static Duration retryAfter(SwitchboardFixture fixture, String id) {
        return fixture.results.stream()
                .filter(result -> result.command().attachment().equals(id))
                .findFirst()
                .orElseThrow()
                .outcome()
                .failure()
                .retryAfter();
    }
}

package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.Outcome;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S7: a lane closes for a refused signature, too many requests, or {@code Retry-After}. */
class ClosureRuleTest {
    private static final String A = "7moor:a";
    private static final long LATER = 600_000;
    private static final Outcome FORBIDDEN = SwitchboardFixture.failure(Reason.UNAUTHORIZED, null, 403);

    private final SwitchboardFixture fixture = new SwitchboardFixture("none", new Limits(100, 100, 4, 64, 10), 3);

    @Test
    void tooManyRequestsWithRetryAfterCloseTheLaneForAllItsQueries() {
        fixture.accept("1", A, LATER).advance();
        fixture.end("1", SwitchboardFixture.failure(Reason.VENDOR_UNAVAILABLE, Duration.ofSeconds(40), 429))
                .advance();
        fixture.accept("2", A, LATER);

        assertThat(fixture.at(39_999).advance()).isEmpty();
        assertThat(fixture.at(40_000).advance()).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void retryAfterOfOneQueryDelaysThatQueryAlone() {
        fixture.accept("1", A, LATER).advance();
        fixture.end("1", SwitchboardFixture.failure(Reason.VENDOR_UNAVAILABLE, Duration.ofSeconds(40), 503))
                .advance();

        assertThat(fixture.accept("2", A, LATER).advance()).containsExactly("2");
        assertThat(fixture.at(39_999).advance()).isEmpty();
        assertThat(fixture.at(40_000).advance()).containsExactly("1");
    }

    @Test
    void aQueryThatTheAccountMayNotAskIsRefusedAloneHoweverOften() {
        for (int round = 0; round < 10; round++) {
            forbidden("forbidden");
        }
        fixture.accept("2", A, LATER).accept("3", A, LATER).accept("4", A, LATER);
        assertThat(fixture.advance()).containsExactly("2", "3", "4");
        assertThat(fixture.resultsAsText()).hasSize(10).containsOnly("forbidden unauthorized");
        assertThat(fixture.results.get(0).outcome().failure().retryAfter()).isNull();
    }

    @Test
    void theSameRefusalOfThreeDifferentQueriesClosesTheLaneShortlyAndRefusesNothing() {
        forbidden("1");
        forbidden("2");
        forbidden("2");
        assertThat(fixture.accept("3", A, LATER).advance()).containsExactly("3");
        fixture.end("3", FORBIDDEN).accept("4", A, LATER).accept("5", A, LATER);

        assertThat(fixture.advance()).isEmpty();
        assertThat(fixture.at(499).advance()).isEmpty();
        assertThat(fixture.at(500).advance()).as("one at a time").containsExactly("4");
        fixture.end("4", FORBIDDEN);
        assertThat(fixture.at(999).advance()).isEmpty();
        assertThat(fixture.at(1_000).advance()).as("no longer than before").containsExactly("5");
        fixture.end("5", SwitchboardFixture.ANSWER).accept("6", A, LATER).accept("7", A, LATER);
        assertThat(fixture.advance()).as("as if nothing had been").containsExactly("6", "7");
        assertThat(fixture.resultsAsText()).doesNotContain("5 unauthorized");
    }

    @Test
    void anAnswerOrAnotherRefusalBetweenSaysThatItIsTheQueries() {
        forbidden("1");
        forbidden("2");
        fixture.accept("3", A, LATER).advance();
        fixture.end("3", SwitchboardFixture.ANSWER);
        forbidden("4");
        forbidden("5");
        fixture.accept("6", A, LATER).advance();
        fixture.end("6", SwitchboardFixture.failure(Reason.UNAUTHORIZED, null, 404));
        forbidden("7");
        forbidden("8");

        assertThat(fixture.accept("9", A, LATER).accept("10", A, LATER).advance())
                .containsExactly("9", "10");
    }

    @Test
    void wrongParametersCloseNothing() {
        for (int query = 0; query < 20; query++) {
            assertThat(fixture.accept("q" + query, A, LATER).advance()).hasSize(1);
            fixture.end("q" + query, SwitchboardFixture.failure(Reason.VENDOR_REFUSED, null, 400));
        }
    }

    @Test
    void retryAfterOfThreeDifferentQueriesClosesTheLaneButNotForAnHour() {
        for (String query : List.of("1", "2", "3")) {
            fixture.accept(query, A, LATER).advance();
            fixture.end(query, SwitchboardFixture.failure(Reason.VENDOR_UNAVAILABLE, Duration.ofHours(1), 503));
        }
        fixture.accept("4", A, LATER);

        assertThat(fixture.at(29_999).advance()).isEmpty();
        assertThat(fixture.at(30_000).advance()).containsExactly("4");
    }

    private void forbidden(String query) {
        assertThat(fixture.accept(query, A, LATER).advance()).containsExactly(query);
        fixture.end(query, FORBIDDEN);
    }

    @Test
    void tooManyRequestsCloseTheLaneLongerEachTime() {
        fixture.accept("1", A, LATER).advance();
        fixture.end("1", SwitchboardFixture.failure(Reason.VENDOR_UNAVAILABLE, null, 429))
                .advance();
        assertThat(fixture.at(499).advance()).isEmpty();
        assertThat(fixture.at(500).advance()).containsExactly("1");
        fixture.end("1", SwitchboardFixture.failure(Reason.VENDOR_UNAVAILABLE, null, 429))
                .advance();
        assertThat(fixture.at(1_499).advance()).isEmpty();
        assertThat(fixture.at(1_500).advance()).containsExactly("1");
    }

    @Test
    void unauthorizedClosesTheLaneForAMinuteThenLongerAndRefusesItsCommands() {
        fixture.accept("1", A, LATER).accept("2", A, LATER).advance();
        fixture.accept("3", A, LATER);
        fixture.end("1", SwitchboardFixture.failure(Reason.UNAUTHORIZED, null, 401))
                .advance();
        fixture.accept("4", A, LATER).advance();
        assertThat(fixture.resultsAsText()).containsExactly("1 unauthorized", "3 unauthorized", "4 unauthorized");

        fixture.at(60_000).accept("5", A, LATER).accept("6", A, LATER).end("2", SwitchboardFixture.failure(Sent.NO));
        assertThat(fixture.advance()).as("one at a time").hasSize(1).doesNotContain("2");
        fixture.end("5", SwitchboardFixture.failure(Reason.UNAUTHORIZED, null, 401))
                .advance();
        fixture.at(179_999).accept("7", A, LATER).advance();
        assertThat(fixture.resultsAsText()).endsWith("7 unauthorized");
        assertThat(fixture.at(180_000).accept("8", A, LATER).advance()).containsExactly("8");
    }

    @Test
    void anAnswerEndsWhatTheFailuresBeforeItBegan() {
        fixture.accept("1", A, LATER).advance();
        fixture.end("1", SwitchboardFixture.failure(Reason.VENDOR_UNAVAILABLE, null, 429))
                .advance();
        fixture.at(500).advance();
        fixture.end("1", SwitchboardFixture.ANSWER).advance();

        fixture.accept("2", A, LATER).advance();
        fixture.end("2", SwitchboardFixture.failure(Reason.VENDOR_UNAVAILABLE, null, 429))
                .advance();
        assertThat(fixture.at(999).advance()).isEmpty();
        assertThat(fixture.at(1_000).advance()).as("as after a first 429").containsExactly("2");
    }

    @Test
    void unauthorizedSaysWhenTheAccountIsAskedAgain() {
        fixture.at(5_000).accept("1", A, LATER).advance();
        fixture.end("1", SwitchboardFixture.failure(Reason.UNAUTHORIZED, null, 401));
        fixture.at(25_000).accept("2", A, LATER).advance();

        assertThat(fixture.results)
                .extracting(r -> r.outcome().failure().retryAfter())
                .containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(40));
    }

    @Test
    void anAnswerOfAnOlderRequestEndsTheRefusingOfAnUnauthorizedAccount() {
        fixture.accept("1", A, LATER).accept("2", A, LATER).advance();
        fixture.end("1", SwitchboardFixture.failure(Reason.UNAUTHORIZED, null, 401))
                .end("2", SwitchboardFixture.ANSWER);
        fixture.accept("3", A, LATER).accept("4", A, LATER).advance();

        assertThat(fixture.resultsAsText()).containsExactly("1 unauthorized", "2 answered");
        assertThat(fixture.at(60_000).advance()).containsExactly("3", "4");
    }

    @Test
    void aQuietUnauthorizedAccountIsRememberedAsOneForAnHour() {
        unauthorizedAt(0);
        fixture.at(60_000).advance();
        unauthorizedAt(3_659_999);
        assertThat(refusedFor()).isEqualTo(Duration.ofMinutes(2));

        unauthorizedAt(3_659_999 + 120_000 + 3_600_000);
        assertThat(refusedFor()).as("forgotten").isEqualTo(Duration.ofMinutes(1));
    }

    private void unauthorizedAt(long time) {
        fixture.at(time).advance();
        assertThat(fixture.accept("at" + time, A, time + 1_000).advance()).hasSize(1);
        fixture.end("at" + time, SwitchboardFixture.failure(Reason.UNAUTHORIZED, null, 401))
                .advance();
    }

    private Duration refusedFor() {
        Result<String> last = fixture.results.get(fixture.results.size() - 1);
        return last.outcome().failure().retryAfter();
    }
}

package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** S7: transient failures are tried again; what the vendor asks for closes the lane. */
class RetryRuleTest {
    private static final String A = "7moor:a";
    private static final long LATER = 600_000;

    private final Script script = new Script("none", new Limits(100, 100, 4, 64, 10), 3);

    @Test
    void aTransientFailureIsTriedAgainWithinItsBackoff() {
        script.accept("1", A, LATER).advance();
        script.at(100).end("1", Script.failure(Sent.MAYBE));
        assertThat(script.advance()).isEmpty();
        assertThat(script.wakeAt).isBetween(100L, 600L);

        assertThat(script.at(600).advance()).containsExactly("1");
        script.end("1", Script.ANSWER).advance();
        assertThat(script.resultsAsText()).containsExactly("1 answered");
        assertThat(script.results.get(0).exchange().attempts()).isEqualTo(2);
    }

    @Test
    void afterItsLastAttemptTheFailureIsTheResult() {
        script.accept("1", A, LATER).advance();
        for (int attempt = 1; attempt <= 3; attempt++) {
            script.end("1", Script.failure(Sent.MAYBE)).advance();
            script.at(attempt * 10_000L).advance();
        }
        assertThat(script.requests).hasSize(3);
        assertThat(script.resultsAsText()).containsExactly("1 vendor-unavailable");
    }

    @Test
    void atItsDeadlineACommandThatFailedBeforeGetsThatFailure() {
        script.accept("1", A, 150).advance();
        script.at(100).end("1", Script.failure(Sent.MAYBE)).advance();
        script.at(150).advance();

        assertThat(script.resultsAsText()).containsExactly("1 vendor-unavailable");
    }

    @Test
    void permanentFailuresAreNeverTriedAgain() {
        for (Reason reason : new Reason[] {Reason.VENDOR_REFUSED, Reason.MALFORMED_ANSWER, Reason.UNSUPPORTED_QUERY}) {
            script.accept(reason.code(), A, LATER).advance();
            script.end(reason.code(), Script.failure(reason, null, 200)).advance();
        }
        assertThat(script.at(60_000).advance()).isEmpty();
        assertThat(script.results).hasSize(3);
    }

    @Test
    void retryAfterClosesTheLaneForAllItsQueries() {
        script.accept("1", A, LATER).advance();
        script.end("1", Script.failure(Reason.VENDOR_UNAVAILABLE, Duration.ofSeconds(40), 503))
                .advance();
        script.accept("2", A, LATER);

        assertThat(script.at(39_999).advance()).isEmpty();
        assertThat(script.at(40_000).advance()).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void tooManyRequestsCloseTheLaneLongerEachTime() {
        script.accept("1", A, LATER).advance();
        script.end("1", Script.failure(Reason.VENDOR_UNAVAILABLE, null, 429)).advance();
        assertThat(script.at(499).advance()).isEmpty();
        assertThat(script.at(500).advance()).containsExactly("1");
        script.end("1", Script.failure(Reason.VENDOR_UNAVAILABLE, null, 429)).advance();
        assertThat(script.at(1_499).advance()).isEmpty();
        assertThat(script.at(1_500).advance()).containsExactly("1");
    }

    @Test
    void unauthorizedClosesTheLaneForAMinuteThenLongerAndRefusesItsCommands() {
        script.accept("1", A, LATER).accept("2", A, LATER).advance();
        script.accept("3", A, LATER);
        script.end("1", Script.failure(Reason.UNAUTHORIZED, null, 401)).advance();
        script.accept("4", A, LATER).advance();
        assertThat(script.resultsAsText()).containsExactly("1 unauthorized", "3 unauthorized", "4 unauthorized");

        script.at(60_000).accept("5", A, LATER).accept("6", A, LATER).end("2", Script.failure(Sent.NO));
        assertThat(script.advance()).as("one at a time").hasSize(1).doesNotContain("2");
        script.end("5", Script.failure(Reason.UNAUTHORIZED, null, 401)).advance();
        script.at(179_999).accept("7", A, LATER).advance();
        assertThat(script.resultsAsText()).endsWith("7 unauthorized");
        assertThat(script.at(180_000).accept("8", A, LATER).advance()).containsExactly("8");
    }
}

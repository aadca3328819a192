package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S7: transient failures are tried again. */
class RetryRuleTest {
    private static final String A = "7moor:a";
    private static final long LATER = 600_000;

    private final SwitchboardFixture fixture = new SwitchboardFixture("none", new Limits(100, 100, 4, 64, 10), 3);

    @Test
    void aTransientFailureIsTriedAgainWithinItsBackoff() {
        fixture.accept("1", A, LATER).advance();
        fixture.at(100).end("1", SwitchboardFixture.failure(Sent.MAYBE));
        assertThat(fixture.advance()).isEmpty();
        assertThat(fixture.wakeAt).isBetween(100L, 600L);

        assertThat(fixture.at(600).advance()).containsExactly("1");
        fixture.end("1", SwitchboardFixture.ANSWER).advance();
        assertThat(fixture.resultsAsText()).containsExactly("1 answered");
        assertThat(fixture.results.get(0).request().attempts()).isEqualTo(2);
    }

    @Test
    void afterItsLastAttemptTheFailureIsTheResult() {
        fixture.accept("1", A, LATER).advance();
        for (int attempt = 1; attempt <= 3; attempt++) {
            fixture.end("1", SwitchboardFixture.failure(Sent.MAYBE)).advance();
            fixture.at(attempt * 10_000L).advance();
        }
        assertThat(fixture.requests).hasSize(3);
        assertThat(fixture.resultsAsText()).containsExactly("1 vendor-unavailable");
    }

    @Test
    void atItsDeadlineACommandThatFailedBeforeGetsThatFailure() {
        fixture.accept("1", A, 150).advance();
        fixture.at(100).end("1", SwitchboardFixture.failure(Sent.MAYBE)).advance();
        fixture.at(150).advance();

        assertThat(fixture.resultsAsText()).containsExactly("1 vendor-unavailable");
    }

    @Test
    void permanentFailuresAreNeverTriedAgain() {
        for (Reason reason : new Reason[] {Reason.VENDOR_REFUSED, Reason.MALFORMED_ANSWER, Reason.UNSUPPORTED_QUERY}) {
            fixture.accept(reason.code(), A, LATER).advance();
            fixture.end(reason.code(), SwitchboardFixture.failure(reason, null, 200))
                    .advance();
        }
        assertThat(fixture.at(60_000).advance()).isEmpty();
        assertThat(fixture.results).hasSize(3);
    }

    @Test
    void eachWaitIsUpToTwiceAsLongAsTheOneBefore() {
        SwitchboardFixture patient = new SwitchboardFixture("none", Limits.DEFAULT, 5);
        patient.accept("1", A, LATER).advance();
        List<Long> waits = new ArrayList<>();
        for (int attempt = 1; attempt < 5; attempt++) {
            patient.at(attempt * 10_000L)
                    .end("1", SwitchboardFixture.failure(Sent.MAYBE))
                    .advance();
            waits.add(patient.wakeAt - attempt * 10_000L);
            patient.at(attempt * 10_000L + 9_999).advance();
        }

        long first = waits.get(0); // the same random number each time
        assertThat(waits.get(1)).isBetween(first * 2, first * 2 + 2);
        assertThat(waits.get(2)).isBetween(first * 4, first * 4 + 4);
        assertThat(waits.get(3)).isBetween(first * 8, first * 8 + 8);
        assertThat(patient.requests).extracting(Request::attempt).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void whoAskedTheSameMeanwhileSharesTheNextAttempt() {
        SwitchboardFixture one = new SwitchboardFixture("none", new Limits(10, 10, 1, 10, 10), 3);
        one.ask("1", "q", A, LATER, 0).advance();
        one.at(10)
                .ask("2", "q", A, LATER, 0)
                .end("q", SwitchboardFixture.failure(Sent.YES))
                .advance();
        one.at(600).advance();
        one.end("q", SwitchboardFixture.ANSWER).advance();

        assertThat(one.resultsAsText()).containsExactlyInAnyOrder("1 answered", "2 answered");
        assertThat(one.results).extracting(r -> r.request().attempts()).containsExactlyInAnyOrder(2, 1);
        assertThat(one.at(60_000).advance()).isEmpty();
        assertThat(one.requests).hasSize(2);
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsNotTriedAgain() {
        fixture.accept("1", A, 50).advance();
        fixture.at(50).advance();
        fixture.at(60).end("1", SwitchboardFixture.failure(Sent.YES)).advance();

        assertThat(fixture.at(60_000).advance()).isEmpty();
        assertThat(fixture.requests).hasSize(1);
    }

    @Test
    void whatBacksOffHoldsUpNothingElse() {
        fixture.accept("1", A, LATER).advance();
        fixture.at(100).end("1", SwitchboardFixture.failure(Sent.YES)).advance();

        assertThat(fixture.accept("2", A, LATER).advance()).containsExactly("2");
    }

    @Test
    void whileOneBacksOffItsAccountKeepsToItsLimit() {
        SwitchboardFixture one = new SwitchboardFixture("none", new Limits(10, 10, 1, 10, 10), 3);
        one.accept("1", A, LATER).advance();
        one.at(100)
                .end("1", SwitchboardFixture.failure(Sent.NO))
                .accept("2", A, LATER)
                .advance();

        assertThat(one.requests).hasSize(2);
        assertThat(one.at(600).advance()).as("2 is in flight").isEmpty();
        assertThat(one.end("2", SwitchboardFixture.ANSWER).advance()).containsExactly("1");
    }
}

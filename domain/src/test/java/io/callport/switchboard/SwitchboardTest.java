package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure.Sent;
import org.junit.jupiter.api.Test;

class SwitchboardTest {
    private static final String A = "7moor:a";
    private static final String B = "7moor:b";
    private static final long LATER = 600_000;

    private final SwitchboardFixture fixture = new SwitchboardFixture("20/PT1M", new Limits(3, 10, 2, 4, 100));

    @Test
    void servesAnAccountFirstInFirstOut() {
        fixture.accept("1", A, LATER).accept("2", A, LATER).accept("3", A, LATER);
        assertThat(fixture.advance()).containsExactly("1", "2");

        fixture.end("2", SwitchboardFixture.ANSWER);
        assertThat(fixture.advance()).containsExactly("3");
        assertThat(fixture.resultsAsText()).containsExactly("2 answered");
    }

    @Test
    void aResultTellsItsRequest() {
        fixture.at(5).accept("1", A, LATER).advance();
        fixture.at(9).end("1", SwitchboardFixture.ANSWER).advance();

        assertThat(fixture.results.get(0).request()).isEqualTo(new Result.RequestSummary(5_000_000, 9_000_000, 1, 1));
    }

    @Test
    void s1AWaitingCommandExpiresAtItsDeadlineNotBefore() {
        fixture.accept("1", A, LATER).accept("2", A, LATER).accept("3", A, 100).advance();
        assertThat(fixture.wakeAt).isEqualTo(100);

        fixture.at(99).advance();
        assertThat(fixture.resultsAsText()).isEmpty();
        fixture.at(100).advance();
        assertThat(fixture.resultsAsText()).containsExactly("3 expired");
        assertThat(detail()).contains("before the vendor could be asked");
    }

    @Test
    void s1ACommandInFlightExpiresAndItsLateAnswerIsNotASecondResult() {
        fixture.accept("1", A, 100).advance();
        fixture.at(100).advance();
        fixture.at(150).end("1", SwitchboardFixture.ANSWER).advance();

        assertThat(fixture.resultsAsText()).containsExactly("1 expired");
        assertThat(fixture.results.get(0).request()).isNull();
        assertThat(detail()).contains("before the vendor answered");
    }

    @Test
    void s1ACommandThatIsLateAlreadyIsRefusedWithoutARequest() {
        fixture.at(500).accept("1", A, 100);
        assertThat(fixture.advance()).isEmpty();
        assertThat(fixture.resultsAsText()).containsExactly("1 expired");
    }

    @Test
    void s1ASecondEndOfARequestIsIgnored() {
        fixture.accept("1", A, LATER).advance();
        fixture.end("1", SwitchboardFixture.ANSWER)
                .end("1", SwitchboardFixture.ANSWER)
                .advance();

        assertThat(fixture.resultsAsText()).containsExactly("1 answered");
    }

    @Test
    void aFailureIsTheResult() {
        fixture.accept("1", A, LATER).advance();
        fixture.end("1", SwitchboardFixture.failure(Sent.YES)).advance();

        assertThat(fixture.resultsAsText()).containsExactly("1 vendor-unavailable");
    }

    @Test
    void s5ALaneOverItsLimitIsRefusedOverloadedAndOthersAreNot() {
        for (int i = 0; i < 4; i++) {
            fixture.accept("a" + i, A, LATER);
        }
        fixture.accept("b", B, LATER).advance();

        assertThat(fixture.resultsAsText()).containsExactly("a3 overloaded");
        assertThat(fixture.requests).hasSize(3);
    }

    @Test
    void s5ALaneWithNothingInFlightMayExceedTheTotal() {
        for (String account : new String[] {"7moor:1", "7moor:2", "7moor:3"}) {
            fixture.accept(account + "x", account, LATER).accept(account + "y", account, LATER);
        }
        assertThat(fixture.advance()).containsExactly("7moor:1x", "7moor:2x", "7moor:3x", "7moor:1y");

        fixture.accept("late", B, LATER);
        assertThat(fixture.advance()).containsExactly("late");
    }

    @Test
    void s8SaysWhenItIsFullAndForgetsWhatIsDone() {
        for (int i = 0; i < 10; i++) {
            fixture.accept("" + i, "7moor:" + i, LATER);
        }
        assertThat(fixture.switchboard.full()).isTrue();
        fixture.advance();
        fixture.requests.forEach(request -> fixture.switchboard.ended(request, SwitchboardFixture.ANSWER, 1, 0));

        assertThat(fixture.switchboard.full()).isFalse();
        assertThat(fixture.switchboard.pending()).isZero();
        assertThat(fixture.switchboard.requestsInFlight()).isZero();
    }

    @Test
    void aForgottenCommandGetsNoResultButItsRequestKeepsItsSlot() {
        SwitchboardFixture one = new SwitchboardFixture("1/PT1M", Limits.DEFAULT);
        one.accept("1", A, LATER).accept("2", A, LATER).accept("3", A, LATER).advance();
        assertThat(one.switchboard.forget(id -> !id.equals("3"), 0)).containsExactlyInAnyOrder("1", "2");
        one.at(10).end("1", SwitchboardFixture.ANSWER);

        assertThat(one.advance()).isEmpty();
        assertThat(one.at(60_070).advance()).containsExactly("3");
        assertThat(one.resultsAsText()).isEmpty();
    }

    @Test
    void onceStoppedNothingStartsButWhatIsInFlightEnds() {
        fixture.accept("1", A, LATER).advance();
        fixture.switchboard.stop();
        fixture.accept("2", A, 100).end("1", SwitchboardFixture.ANSWER);

        assertThat(fixture.advance()).isEmpty();
        assertThat(fixture.at(100).advance()).isEmpty();
        assertThat(fixture.resultsAsText()).containsExactly("1 answered", "2 expired");
    }

    private String detail() {
        return fixture.results.get(0).outcome().failure().detail();
    }
}

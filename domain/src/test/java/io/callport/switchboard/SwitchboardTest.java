package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure.Sent;
import org.junit.jupiter.api.Test;

class SwitchboardTest {
    private static final String A = "7moor:a";
    private static final String B = "7moor:b";
    private static final long LATER = 600_000;

    private final SwitchboardFixture script = new SwitchboardFixture("20/PT1M", new Limits(3, 10, 2, 4, 100));

    @Test
    void servesAnAccountFirstInFirstOut() {
        script.accept("1", A, LATER).accept("2", A, LATER).accept("3", A, LATER);
        assertThat(script.advance()).containsExactly("1", "2");

        script.end("2", SwitchboardFixture.ANSWER);
        assertThat(script.advance()).containsExactly("3");
        assertThat(script.resultsAsText()).containsExactly("2 answered");
    }

    @Test
    void aResultTellsItsRequest() {
        script.at(5).accept("1", A, LATER).advance();
        script.at(9).end("1", SwitchboardFixture.ANSWER).advance();

        assertThat(script.results.get(0).request()).isEqualTo(new Result.RequestSummary(5_000_000, 9_000_000, 1, 1));
    }

    @Test
    void s1AWaitingCommandExpiresAtItsDeadlineNotBefore() {
        script.accept("1", A, LATER).accept("2", A, LATER).accept("3", A, 100).advance();
        assertThat(script.wakeAt).isEqualTo(100);

        script.at(99).advance();
        assertThat(script.resultsAsText()).isEmpty();
        script.at(100).advance();
        assertThat(script.resultsAsText()).containsExactly("3 expired");
        assertThat(detail()).contains("before the vendor could be asked");
    }

    @Test
    void s1ACommandInFlightExpiresAndItsLateAnswerIsNotASecondResult() {
        script.accept("1", A, 100).advance();
        script.at(100).advance();
        script.at(150).end("1", SwitchboardFixture.ANSWER).advance();

        assertThat(script.resultsAsText()).containsExactly("1 expired");
        assertThat(script.results.get(0).request()).isNull();
        assertThat(detail()).contains("before the vendor answered");
    }

    @Test
    void s1ACommandThatIsLateAlreadyIsRefusedWithoutARequest() {
        script.at(500).accept("1", A, 100);
        assertThat(script.advance()).isEmpty();
        assertThat(script.resultsAsText()).containsExactly("1 expired");
    }

    @Test
    void s1ASecondEndOfARequestIsIgnored() {
        script.accept("1", A, LATER).advance();
        script.end("1", SwitchboardFixture.ANSWER)
                .end("1", SwitchboardFixture.ANSWER)
                .advance();

        assertThat(script.resultsAsText()).containsExactly("1 answered");
    }

    @Test
    void aFailureIsTheResult() {
        script.accept("1", A, LATER).advance();
        script.end("1", SwitchboardFixture.failure(Sent.YES)).advance();

        assertThat(script.resultsAsText()).containsExactly("1 vendor-unavailable");
    }

    @Test
    void s5ALaneOverItsLimitIsRefusedOverloadedAndOthersAreNot() {
        for (int i = 0; i < 4; i++) {
            script.accept("a" + i, A, LATER);
        }
        script.accept("b", B, LATER).advance();

        assertThat(script.resultsAsText()).containsExactly("a3 overloaded");
        assertThat(script.requests).hasSize(3);
    }

    @Test
    void s5ALaneWithNothingInFlightMayExceedTheTotal() {
        for (String account : new String[] {"7moor:1", "7moor:2", "7moor:3"}) {
            script.accept(account + "x", account, LATER).accept(account + "y", account, LATER);
        }
        assertThat(script.advance()).containsExactly("7moor:1x", "7moor:2x", "7moor:3x", "7moor:1y");

        script.accept("late", B, LATER);
        assertThat(script.advance()).containsExactly("late");
    }

    @Test
    void s8SaysWhenItIsFullAndForgetsWhatIsDone() {
        for (int i = 0; i < 10; i++) {
            script.accept("" + i, "7moor:" + i, LATER);
        }
        assertThat(script.switchboard.full()).isTrue();
        script.advance();
        script.requests.forEach(request -> script.switchboard.ended(request, SwitchboardFixture.ANSWER, 1, 0));

        assertThat(script.switchboard.full()).isFalse();
        assertThat(script.switchboard.pending()).isZero();
        assertThat(script.switchboard.requestsInFlight()).isZero();
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
        script.accept("1", A, LATER).advance();
        script.switchboard.stop();
        script.accept("2", A, 100).end("1", SwitchboardFixture.ANSWER);

        assertThat(script.advance()).isEmpty();
        assertThat(script.at(100).advance()).isEmpty();
        assertThat(script.resultsAsText()).containsExactly("1 answered", "2 expired");
    }

    private String detail() {
        return script.results.get(0).outcome().failure().detail();
    }
}

package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** S8: a lane is forgotten as soon as it holds nothing, and not before; the counts equal the content. */
class SizeRuleTest {
    private static final String A = "7moor:a";
    private static final long LATER = 10_000_000;

    private final SwitchboardFixture unlimited = new SwitchboardFixture("none", Limits.DEFAULT, 3);

    @Test
    void aLaneIsForgottenOnceItsSlotsAreFree() {
        SwitchboardFixture fixture = new SwitchboardFixture("2/PT1M", Limits.DEFAULT);
        fixture.accept("1", A, LATER).advance();
        assertThat(fixture.switchboard.lanes()).isOne();
        fixture.at(10).end("1", SwitchboardFixture.ANSWER).advance();

        fixture.at(60_069).advance();
        assertThat(fixture.switchboard.lanes()).isOne();
        fixture.at(60_070).advance();
        assertThat(fixture.switchboard.lanes()).isZero();
        assertThat(fixture.wakeAt).as("never").isEqualTo(-1);
    }

    @Test
    void aQuietLaneKeepsItsSpentSlots() {
        SwitchboardFixture fixture = new SwitchboardFixture("2/PT1M", Limits.DEFAULT);
        fixture.accept("1", A, LATER).accept("2", A, LATER).advance();
        fixture.at(10)
                .end("1", SwitchboardFixture.ANSWER)
                .end("2", SwitchboardFixture.ANSWER)
                .advance();
        fixture.at(40_000).advance();

        assertThat(fixture.accept("3", A, LATER).advance()).isEmpty();
        assertThat(fixture.at(60_070).advance()).containsExactly("3");
    }

    @Test
    void aLaneWithoutABudgetIsForgottenWithItsLastRequest() {
        unlimited.accept("1", A, LATER).advance();
        assertThat(unlimited.switchboard.lanes()).isOne();
        unlimited.end("1", SwitchboardFixture.ANSWER).advance();

        assertThat(unlimited.switchboard.lanes()).isZero();
    }

    @Test
    void aLaneThatTriedAgainIsForgottenToo() {
        unlimited.accept("1", A, LATER).advance();
        unlimited.end("1", SwitchboardFixture.failure(Sent.YES)).advance();
        assertThat(unlimited.switchboard.lanes()).isOne();
        unlimited.at(500).advance();
        unlimited.end("1", SwitchboardFixture.ANSWER).advance();

        assertThat(unlimited.switchboard.lanes()).isZero();
    }

    @Test
    void aClosedLaneIsForgottenWhenItOpens() {
        unlimited.accept("1", A, LATER).advance();
        unlimited
                .end("1", SwitchboardFixture.failure(Reason.VENDOR_REFUSED, Duration.ofSeconds(40), 429))
                .advance();
        assertThat(unlimited.switchboard.lanes()).isOne();
        assertThat(unlimited.wakeAt).isEqualTo(40_000);
        unlimited.at(40_000).advance();

        assertThat(unlimited.switchboard.lanes()).isZero();
    }

    @Test
    void aForgottenCommandIsNoReasonToWakeUp() {
        unlimited.accept("1", A, LATER).advance();
        unlimited.end("1", SwitchboardFixture.failure(Sent.YES)).advance();
        assertThat(unlimited.switchboard.pending()).isOne();
        unlimited.switchboard.forget(id -> true, 0);
        unlimited.advance();

        assertThat(unlimited.switchboard.pending()).isZero();
        assertThat(unlimited.switchboard.lanes()).isZero();
        assertThat(unlimited.wakeAt).as("never").isEqualTo(-1);
    }

    @Test
    void aCommandThatCannotBeLateAnyMoreIsNoReasonToWakeUp() {
        SwitchboardFixture fixture = new SwitchboardFixture("2/PT1M", Limits.DEFAULT);
        fixture.accept("1", A, LATER)
                .accept("2", A, LATER)
                .accept("3", A, 70_000)
                .advance();
        assertThat(fixture.wakeAt).as("3 would be late").isEqualTo(9_940);
        fixture.switchboard.forget(id -> id.equals("3"), 0);
        fixture.advance();

        assertThat(fixture.wakeAt).as("only the deadlines of 1 and 2 are left").isEqualTo(LATER);
    }

    @Test
    void whatStartedExpiredOrWasForgottenDoesNotCountAsWaiting() {
        SwitchboardFixture fixture = new SwitchboardFixture("none", new Limits(9, 1, 1, 9, 9));
        fixture.accept("1", A, 50).advance();
        fixture.accept("2", A, 40).advance();
        fixture.at(40).advance(); // the waiting commands expire
        fixture.at(50).advance(); // the commands in flight expire
        fixture.accept("3", A, LATER);
        fixture.switchboard.forget(id -> id.equals("3"), 0);
        fixture.accept("4", A, LATER).advance();
        assertThat(fixture.resultsAsText()).containsExactly("2 expired", "1 expired");

        fixture.accept("5", A, LATER).advance();
        assertThat(fixture.resultsAsText()).endsWith("5 overloaded");
    }

    @Test
    void whatBacksOffCountsAsWaiting() {
        SwitchboardFixture fixture = new SwitchboardFixture("none", new Limits(9, 1, 1, 9, 9), 3);
        fixture.accept("1", A, LATER).advance();
        fixture.end("1", SwitchboardFixture.failure(Sent.YES)).advance();
        fixture.accept("2", "7moor:b", LATER).advance();

        assertThat(fixture.resultsAsText()).containsExactly("1 overloaded");
    }
}

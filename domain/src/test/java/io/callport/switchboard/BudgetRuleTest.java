package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** S2: no half-open window at the vendor holds more requests than the budget allows. */
class BudgetRuleTest {
    private static final String A = "7moor:a";
    private static final long LATER = 600_000;

    private final SwitchboardFixture fixture = new SwitchboardFixture("2/PT1M", new Limits(100, 100, 10, 10, 100));

    BudgetRuleTest() {
        fixture.accept("1", A, LATER)
                .accept("2", A, LATER)
                .accept("3", A, LATER)
                .accept("4", A, LATER);
    }

    @Test
    void startsNoMoreThanTheBudget() {
        assertThat(fixture.advance()).containsExactly("1", "2");
        fixture.at(59_999);
        assertThat(fixture.advance()).isEmpty();
    }

    @Test
    void aSlotIsFreedAWindowAndAThousandthAfterItsRequestEnded() {
        fixture.advance();
        fixture.at(1_000).end("1", SwitchboardFixture.ANSWER);
        assertThat(fixture.advance()).isEmpty();
        assertThat(fixture.wakeAt).isBetween(1_000L, 61_060L);

        assertThat(fixture.at(61_059).advance()).isEmpty();
        assertThat(fixture.at(61_060).advance()).containsExactly("3");
    }

    @Test
    void aRequestThatMayStillArriveKeepsItsSlotOneTimeoutLonger() {
        fixture.advance();
        fixture.at(1_000).end("1", SwitchboardFixture.failure(Sent.MAYBE));

        assertThat(fixture.at(91_059).advance()).isEmpty();
        assertThat(fixture.at(91_060).advance()).containsExactly("3");
    }

    @Test
    void aRequestThatWasNeverSentFreesItsSlotAtOnce() {
        fixture.advance();
        fixture.at(1_000).end("1", SwitchboardFixture.failure(Sent.NO));

        assertThat(fixture.advance()).containsExactly("3");
    }

    @Test
    void anIdleLaneStaysCountedUntilItsSlotsAreFree() {
        fixture.advance();
        fixture.at(1)
                .end("1", SwitchboardFixture.ANSWER)
                .end("2", SwitchboardFixture.ANSWER)
                .advance();
        fixture.at(600_000).advance();
        SwitchboardFixture fresh = new SwitchboardFixture("1/PT1M", Limits.DEFAULT);
        fresh.accept("1", A, LATER).advance();
        fresh.at(10).end("1", SwitchboardFixture.ANSWER).advance();

        fresh.accept("2", A, LATER);
        assertThat(fresh.advance()).isEmpty();
        assertThat(fresh.at(60_070).advance()).containsExactly("2");
    }

    @Test
    void anAccountWithoutABudgetWaitsForNothing() {
        SwitchboardFixture unlimited = new SwitchboardFixture("none", new Limits(1_000, 1_000, 500, 500, 100));
        for (int i = 0; i < 500; i++) {
            unlimited.accept("" + i, A, LATER);
        }
        assertThat(unlimited.advance()).hasSize(500);
    }

    @Test
    @Timeout(300)
    void aSlotThatIsFreedWhileNothingWaitsIsNoReasonToWakeUpAtOnce() {
        SwitchboardFixture idle = new SwitchboardFixture("2/PT1M", Limits.DEFAULT);
        idle.accept("1", A, LATER).advance();
        idle.at(10).end("1", SwitchboardFixture.ANSWER).advance();
        idle.at(59_000).accept("2", A, LATER).advance();

        assertThat(idle.at(60_100).advance()).isEmpty();
        assertThat(idle.wakeAt).isGreaterThan(60_100);
    }

    @Test
    @Timeout(300)
    void aSlotThatIsFreedWhileTheLaneIsAtItsLimitIsNoReasonToWakeUpAtOnce() {
        SwitchboardFixture busy = new SwitchboardFixture("5/PT1M", new Limits(10, 10, 1, 10, 100));
        busy.accept("1", A, LATER).advance();
        busy.at(10).end("1", SwitchboardFixture.ANSWER).advance();
        busy.at(59_000).accept("2", A, LATER).accept("3", A, LATER).advance();

        assertThat(busy.at(60_100).advance()).isEmpty();
        assertThat(busy.at(60_200).end("2", SwitchboardFixture.ANSWER).advance())
                .containsExactly("3");
    }
}

package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure.Sent;
import org.junit.jupiter.api.Test;

/** S8: the switchboard asks for an advance at the time of the next possible change, and not before. */
class WakeUpTest {
    @Test
    void sleepsWhileAnAccountWithoutABudgetBacksOff() {
        SwitchboardFixture fixture = new SwitchboardFixture("none", Limits.DEFAULT, 2);
        fixture.at(0).accept("a", "7moor:1", 60_000).advance();
        fixture.at(100).end("a", SwitchboardFixture.failure(Sent.YES)).advance();
        assertThat(fixture.wakeAt).isGreaterThan(101);
        fixture.at(fixture.wakeAt + 1).advance();
        assertThat(fixture.requests).hasSize(2);
    }
}

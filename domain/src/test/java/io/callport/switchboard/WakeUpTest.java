package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure.Sent;
import org.junit.jupiter.api.Test;

/** S8: the switchboard asks for an advance at the time of the next possible change, and not before. */
class WakeUpTest {
    @Test
    void sleepsWhileAnAccountWithoutABudgetBacksOff() {
        SwitchboardFixture script = new SwitchboardFixture("none", Limits.DEFAULT, 2);
        script.at(0).accept("a", "7moor:1", 60_000).advance();
        script.at(100).end("a", SwitchboardFixture.failure(Sent.YES)).advance();
        assertThat(script.wakeAt).isGreaterThan(101);
        script.at(script.wakeAt + 1).advance();
        assertThat(script.requests).hasSize(2);
    }
}

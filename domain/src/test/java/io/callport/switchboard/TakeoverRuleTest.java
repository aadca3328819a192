package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** S2: an account that returns from another instance keeps all slots that were spent, here and there. */
class TakeoverRuleTest {
    private static final String A = "7moor:a";
    private static final long LATER = 6_000_000;

    private final SwitchboardFixture fixture = new SwitchboardFixture("1/PT1M", new Limits(100, 100, 10, 10, 100));

    private void restore(SpentSlots... spent) {
        fixture.switchboard.restore(Account.parse(A), List.of(spent), 0);
        fixture.accept("1", A, LATER);
    }

    @Test
    void whatComesFromElsewhereReplacesWhatWasCountedHere() {
        fixture.accept("0", A, LATER).advance();
        fixture.at(0).end("0", SwitchboardFixture.ANSWER);
        restore(new SpentSlots(Duration.ofSeconds(59)));
        assertThat(fixture.at(1_060).advance()).containsExactly("1");
    }

    @Test
    void aRequestInFlightHereStaysCountedWhateverComesFromElsewhere() {
        fixture.accept("0", A, LATER).advance();
        restore();
        assertThat(fixture.at(1).advance()).isEmpty();
    }
}

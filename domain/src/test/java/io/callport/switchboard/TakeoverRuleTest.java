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

    private final SwitchboardFixture script = new SwitchboardFixture("1/PT1M", new Limits(100, 100, 10, 10, 100));

    private void restore(SpentSlots... spent) {
        script.switchboard.restore(Account.parse(A), List.of(spent), 0);
        script.accept("1", A, LATER);
    }

    @Test
    void whatComesFromElsewhereReplacesWhatWasCountedHere() {
        script.accept("0", A, LATER).advance();
        script.at(0).end("0", SwitchboardFixture.ANSWER);
        restore(new SpentSlots(Duration.ofSeconds(59)));
        assertThat(script.at(1_060).advance()).containsExactly("1");
    }

    @Test
    void aRequestInFlightHereStaysCountedWhateverComesFromElsewhere() {
        script.accept("0", A, LATER).advance();
        restore();
        assertThat(script.at(1).advance()).isEmpty();
    }
}

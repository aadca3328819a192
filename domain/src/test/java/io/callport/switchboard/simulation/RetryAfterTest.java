package io.callport.switchboard.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.query.Outcome;
import io.callport.query.Reason;
import io.callport.switchboard.Command;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Request;
import io.callport.switchboard.RetryPolicy;
import io.callport.switchboard.Settings;
import io.callport.switchboard.Switchboard;
import io.callport.switchboard.simulation.scenario.SimulatedQuery;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S6: the command of a lone caller that waits for {@code retryAfter} is sent at once. */
class RetryAfterTest {
    private static final Account ACCOUNT = new Account("sim", "0");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Switchboard<Long> switchboard;

    RetryAfterTest() {
        Budget budget = new Budget(3, Duration.ofSeconds(30));
        switchboard = new Switchboard<>(
                new Settings(account -> budget, Limits.DEFAULT, RetryPolicy.DEFAULT, Duration.ofSeconds(30)), 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 29})
    void retryAfterIsWhenALoneCallerSucceeds(long secondsLater) {
        for (int query = 0; query < 3; query++) {
            Request spent = accept(query, query).requests().get(0);
            switchboard.ended(spent, new Outcome.Answered(new SimulatedQuery.Reply(query)), 1, query + 1);
        }
        long now = 3 + secondsLater * SECOND;
        Outcome refused = accept(9, now).results().stream()
                .filter(result -> result.command().attachment() == 9)
                .findFirst()
                .orElseThrow()
                .outcome();
        Duration retryAfter = refused.fold(answer -> null, failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.OVER_BUDGET);
            return failure.retryAfter();
        });
        assertThat(accept(10, now + retryAfter.toNanos()).requests()).hasSize(1);
    }

    private Effects<Long> accept(int query, long now) {
        switchboard.accept(new Command<>((long) query, ACCOUNT, new SimulatedQuery(query), now + SECOND / 2), now);
        return switchboard.advance(now, 0.5);
    }
}

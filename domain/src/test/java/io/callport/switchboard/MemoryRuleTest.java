package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.callinfo.LookupQuery;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** S8: held commands and answers are weighed, and S5: the account that holds the most loses first. */
class MemoryRuleTest {
    private static final String HEAVY = "7moor:heavy";
    private static final String LIGHT = "7moor:light";
    private static final long LATER = 600_000;

    /** 400 bytes for commands, 100 of them for those of one account; 200 for answers. */
    private final SwitchboardFixture fixture = new SwitchboardFixture("1/PT1M", new Limits(100, 100, 4, 64, 1_600));

    @Test
    void commandsOfAnAccountWeighNoMoreThanItsShare() {
        accept("1", HEAVY, 60);
        accept("2", HEAVY, 60);
        accept("3", HEAVY, 40);
        accept("4", LIGHT, 60);
        fixture.advance();

        assertThat(fixture.resultsAsText()).containsExactly("2 overloaded");
        assertThat(fixture.results.get(0).outcome()).isEqualTo(refusal(Refusals.LANE_HEAVY));
        assertThat(fixture.switchboard.commandWeight()).isEqualTo(160);
    }

    @Test
    void aCommandThatWeighsMoreThanTheShareMayWaitAlone() {
        accept("1", HEAVY, 399);
        accept("2", HEAVY, 1);
        fixture.advance();

        assertThat(fixture.resultsAsText()).containsExactly("2 overloaded");
        assertThat(fixture.requests).hasSize(1);
    }

    @Test
    void whereAllWeighTooMuchTheHeaviestAccountPays() {
        accept("light", LIGHT, 10);
        for (String account : new String[] {"7moor:a", "7moor:b", "7moor:c"}) {
            accept("first of " + account, account, 50);
            accept("last of " + account, account, account.equals("7moor:b") ? 50 : 40);
        }
        assertThat(fixture.switchboard.full()).isFalse();
        accept("new", "7moor:d", 100);
        assertThat(fixture.switchboard.full()).isFalse();
        accept("newest", "7moor:e", 30);
        fixture.advance();

        assertThat(fixture.resultsAsText()).containsExactly("last of 7moor:b overloaded");
        assertThat(fixture.results.get(0).outcome()).isEqualTo(refusal(Refusals.ALL_HEAVY));
    }

    @Test
    void itIsFullWhenItsCommandsWeighAsMuchAsTheyMay() {
        for (String account : new String[] {"7moor:a", "7moor:b", "7moor:c", "7moor:d"}) {
            assertThat(fixture.switchboard.full()).isFalse();
            accept(account, account, 100);
        }
        assertThat(fixture.switchboard.full()).isTrue();
        fixture.advance();
        fixture.end("7moor:a", SwitchboardFixture.ANSWER).advance();
        assertThat(fixture.switchboard.full()).isFalse();
        assertThat(fixture.switchboard.commandWeight()).isEqualTo(300);
    }

    @Test
    void whatExpiresOrIsForgottenWeighsNothing() {
        accept("1", HEAVY, 60);
        fixture.advance();
        accept("2", HEAVY, 30);
        fixture.advance();
        fixture.switchboard.forget(id -> id.equals("2"), 0);
        assertThat(fixture.switchboard.commandWeight()).isEqualTo(60);
        fixture.at(LATER).advance();
        assertThat(fixture.switchboard.commandWeight()).isZero();
    }

    @Test
    void answersThatAreRememberedWeighNoMoreThanTheirShare() {
        SwitchboardFixture unlimited = new SwitchboardFixture("none", new Limits(100, 100, 4, 64, 1_600));
        for (int i = 0; i < 3; i++) {
            unlimited.ask("c" + i, "q" + i, HEAVY, LATER, 1).advance();
            unlimited.switchboard.ended(unlimited.requests.get(i), SwitchboardFixture.ANSWER, 90, 0);
        }
        assertThat(unlimited.switchboard.answerWeight()).isEqualTo(180);
        unlimited.ask("large", "q", HEAVY, LATER, 1).advance();
        unlimited.switchboard.ended(unlimited.requests.get(3), SwitchboardFixture.ANSWER, 201, 0);
        assertThat(unlimited.switchboard.answerWeight()).as("the others stay").isEqualTo(180);
    }

    private void accept(String id, String account, long weight) {
        LookupQuery query = new LookupQuery(id, "key", 1);
        long deadline = Duration.ofMillis(LATER).toNanos();
        fixture.switchboard.accept(
                new Command<>(id, Account.parse(account), query, deadline, Duration.ZERO, weight), 0);
    }

    private static Outcome refusal(QueryFailure failure) {
        return new Outcome.Failed(failure);
    }
}

package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure.Sent;
import org.junit.jupiter.api.Test;

/** S5: accounts take turns, and at a total the account with the most commands loses one. */
class IsolationRuleTest {
    private static final String A = "7moor:a";
    private static final String B = "7moor:b";
    private static final String C = "7moor:c";
    private static final long LATER = 10_000_000;

    @Test
    void theNewestCommandOfTheFullestAccountPays() {
        SwitchboardFixture script = full(5);
        fill(script, A, "a1", "a2", "a3");
        fill(script, B, "b1", "b2");
        fill(script, C, "c1");
        script.advance();

        assertThat(script.resultsAsText()).containsExactly("a3 overloaded");
        assertThat(script.results.get(0).outcome().failure().detail()).contains("in all");
    }

    @Test
    void whereTwoAreTheFullestTheOneThatIsFedIsSpared() {
        SwitchboardFixture script = full(3);
        fill(script, A, "a1", "a2");
        fill(script, B, "b1", "b2");
        script.advance();

        assertThat(script.resultsAsText()).containsExactly("a2 overloaded");
    }

    @Test
    void theOneThatIsFedPaysIfItAloneIsTheFullest() {
        SwitchboardFixture script = full(3);
        fill(script, A, "a1");
        fill(script, B, "b1", "b2", "b3");
        script.advance();

        assertThat(script.resultsAsText()).containsExactly("b3 overloaded");
    }

    @Test
    void theOnlyOnePays() {
        SwitchboardFixture script = full(2);
        fill(script, A, "a1", "a2", "a3");
        script.advance();

        assertThat(script.resultsAsText()).containsExactly("a3 overloaded");
    }

    @Test
    void whoHasPaidIsNoLongerTheFullest() {
        SwitchboardFixture script = full(7);
        fill(script, A, "a1", "a2", "a3", "a4");
        fill(script, B, "b1", "b2", "b3");
        fill(script, C, "c1");
        fill(script, "7moor:d", "d1");
        fill(script, "7moor:e", "e1");
        script.advance();

        assertThat(script.resultsAsText()).containsExactlyInAnyOrder("a4 overloaded", "a3 overloaded", "b3 overloaded");
    }

    @Test
    void whoseCommandsWereRefusedIsNoLongerTheFullest() {
        SwitchboardFixture script = new SwitchboardFixture("1/PT1M", new Limits(10, 3, 1, 10, 10));
        script.accept("spent", A, LATER).advance();
        fill(script, A, 1_000, "a1", "a2", "a3").advance();
        assertThat(script.results).hasSize(3);
        script.results.clear();
        fill(script, B, "b1", "b2");
        fill(script, C, "c1", "c2");
        script.advance();

        assertThat(script.resultsAsText()).containsExactly("b2 overloaded");
    }

    @Test
    void whoseCommandsWereForgottenIsNoLongerTheFullest() {
        SwitchboardFixture script = full(3);
        fill(script, A, "a1", "a2", "a3");
        script.switchboard.forget(id -> true, 0);
        fill(script, B, "b1", "b2");
        fill(script, C, "c1", "c2");
        script.advance();

        assertThat(script.resultsAsText()).containsExactly("b2 overloaded");
    }

    @Test
    void accountsTakeTurns() {
        SwitchboardFixture script = new SwitchboardFixture("none", new Limits(10, 100, 10, 3, 10));
        fill(script, A, "a1", "a2", "a3", "a4");
        fill(script, B, "b1", "b2", "b3", "b4");
        assertThat(script.advance()).containsExactly("a1", "b1", "a2");

        assertThat(script.end("a1", SwitchboardFixture.ANSWER).advance()).containsExactly("b2");
        assertThat(script.end("b1", SwitchboardFixture.ANSWER).advance()).containsExactly("a3");
        assertThat(script.end("a2", SwitchboardFixture.ANSWER).advance()).containsExactly("b3");
    }

    @Test
    void anAccountKeepsItsTurnWhateverElseItIsAsked() {
        SwitchboardFixture script = new SwitchboardFixture("none", new Limits(10, 100, 10, 3, 10));
        fill(script, A, "a1", "a2");
        fill(script, B, "b1", "b2");
        fill(script, C, "c1");
        assertThat(script.advance()).containsExactly("a1", "b1", "c1");

        fill(script, A, "a3");
        assertThat(script.end("c1", SwitchboardFixture.ANSWER).advance()).containsExactly("a2");
    }

    @Test
    void whoseRetriesWereTooLateIsNoLongerTheFullest() {
        SwitchboardFixture script = new SwitchboardFixture("none", new Limits(10, 3, 10, 10, 10), 2);
        for (String id : new String[] {"a1", "a2", "a3"}) {
            script.ask(id, "q", A, 101, 0);
        }
        script.advance();
        script.at(100).end("q", SwitchboardFixture.failure(Sent.YES)).advance();
        assertThat(script.resultsAsText()).hasSize(3).allMatch(result -> result.endsWith("vendor-unavailable"));

        script.results.clear();
        fill(script, B, "b1", "b2");
        fill(script, C, "c1", "c2");
        script.advance();
        assertThat(script.resultsAsText()).containsExactly("b2 overloaded");
    }

    private static SwitchboardFixture full(int waiting) {
        return new SwitchboardFixture("none", new Limits(10, waiting, 1, 10, 10));
    }

    private static SwitchboardFixture fill(SwitchboardFixture script, String account, String... ids) {
        return fill(script, account, LATER, ids);
    }

    private static SwitchboardFixture fill(SwitchboardFixture script, String account, long deadline, String... ids) {
        for (String id : ids) {
            script.accept(id, account, deadline);
        }
        return script;
    }
}

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
        SwitchboardFixture fixture = full(5);
        fill(fixture, A, "a1", "a2", "a3");
        fill(fixture, B, "b1", "b2");
        fill(fixture, C, "c1");
        fixture.advance();

        assertThat(fixture.resultsAsText()).containsExactly("a3 overloaded");
        assertThat(fixture.results.get(0).outcome().failure().detail()).contains("in all");
    }

    @Test
    void whereTwoAreTheFullestTheOneThatIsFedIsSpared() {
        SwitchboardFixture fixture = full(3);
        fill(fixture, A, "a1", "a2");
        fill(fixture, B, "b1", "b2");
        fixture.advance();

        assertThat(fixture.resultsAsText()).containsExactly("a2 overloaded");
    }

    @Test
    void theOneThatIsFedPaysIfItAloneIsTheFullest() {
        SwitchboardFixture fixture = full(3);
        fill(fixture, A, "a1");
        fill(fixture, B, "b1", "b2", "b3");
        fixture.advance();

        assertThat(fixture.resultsAsText()).containsExactly("b3 overloaded");
    }

    @Test
    void theOnlyOnePays() {
        SwitchboardFixture fixture = full(2);
        fill(fixture, A, "a1", "a2", "a3");
        fixture.advance();

        assertThat(fixture.resultsAsText()).containsExactly("a3 overloaded");
    }

    @Test
    void whoHasPaidIsNoLongerTheFullest() {
        SwitchboardFixture fixture = full(7);
        fill(fixture, A, "a1", "a2", "a3", "a4");
        fill(fixture, B, "b1", "b2", "b3");
        fill(fixture, C, "c1");
        fill(fixture, "7moor:d", "d1");
        fill(fixture, "7moor:e", "e1");
        fixture.advance();

        assertThat(fixture.resultsAsText())
                .containsExactlyInAnyOrder("a4 overloaded", "a3 overloaded", "b3 overloaded");
    }

    @Test
    void whoseCommandsWereRefusedIsNoLongerTheFullest() {
        SwitchboardFixture fixture = new SwitchboardFixture("1/PT1M", new Limits(10, 3, 1, 10, 10));
        fixture.accept("spent", A, LATER).advance();
        fill(fixture, A, 1_000, "a1", "a2", "a3").advance();
        assertThat(fixture.results).hasSize(3);
        fixture.results.clear();
        fill(fixture, B, "b1", "b2");
        fill(fixture, C, "c1", "c2");
        fixture.advance();

        assertThat(fixture.resultsAsText()).containsExactly("b2 overloaded");
    }

    @Test
    void whoseCommandsWereForgottenIsNoLongerTheFullest() {
        SwitchboardFixture fixture = full(3);
        fill(fixture, A, "a1", "a2", "a3");
        fixture.switchboard.forget(id -> true, 0);
        fill(fixture, B, "b1", "b2");
        fill(fixture, C, "c1", "c2");
        fixture.advance();

        assertThat(fixture.resultsAsText()).containsExactly("b2 overloaded");
    }

    @Test
    void accountsTakeTurns() {
        SwitchboardFixture fixture = new SwitchboardFixture("none", new Limits(10, 100, 10, 3, 10));
        fill(fixture, A, "a1", "a2", "a3", "a4");
        fill(fixture, B, "b1", "b2", "b3", "b4");
        assertThat(fixture.advance()).containsExactly("a1", "b1", "a2");

        assertThat(fixture.end("a1", SwitchboardFixture.ANSWER).advance()).containsExactly("b2");
        assertThat(fixture.end("b1", SwitchboardFixture.ANSWER).advance()).containsExactly("a3");
        assertThat(fixture.end("a2", SwitchboardFixture.ANSWER).advance()).containsExactly("b3");
    }

    @Test
    void anAccountKeepsItsTurnWhateverElseItIsAsked() {
        SwitchboardFixture fixture = new SwitchboardFixture("none", new Limits(10, 100, 10, 3, 10));
        fill(fixture, A, "a1", "a2");
        fill(fixture, B, "b1", "b2");
        fill(fixture, C, "c1");
        assertThat(fixture.advance()).containsExactly("a1", "b1", "c1");

        fill(fixture, A, "a3");
        assertThat(fixture.end("c1", SwitchboardFixture.ANSWER).advance()).containsExactly("a2");
    }

    @Test
    void whoseRetriesWereTooLateIsNoLongerTheFullest() {
        SwitchboardFixture fixture = new SwitchboardFixture("none", new Limits(10, 3, 10, 10, 10), 2);
        for (String id : new String[] {"a1", "a2", "a3"}) {
            fixture.ask(id, "q", A, 101, 0);
        }
        fixture.advance();
        fixture.at(100).end("q", SwitchboardFixture.failure(Sent.YES)).advance();
        assertThat(fixture.resultsAsText()).hasSize(3).allMatch(result -> result.endsWith("vendor-unavailable"));

        fixture.results.clear();
        fill(fixture, B, "b1", "b2");
        fill(fixture, C, "c1", "c2");
        fixture.advance();
        assertThat(fixture.resultsAsText()).containsExactly("b2 overloaded");
    }

    private static SwitchboardFixture full(int waiting) {
        return new SwitchboardFixture("none", new Limits(10, waiting, 1, 10, 10));
    }

    private static SwitchboardFixture fill(SwitchboardFixture fixture, String account, String... ids) {
        return fill(fixture, account, LATER, ids);
    }

    private static SwitchboardFixture fill(SwitchboardFixture fixture, String account, long deadline, String... ids) {
        for (String id : ids) {
            fixture.accept(id, account, deadline);
        }
        return fixture;
    }
}

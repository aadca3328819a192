package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure.Sent;
import org.junit.jupiter.api.Test;

/** S4: equal queries that wait are one request; no answer is older than its command allows. */
class SharingRuleTest {
    private static final String A = "7moor:a";
    private static final long LATER = 600_000;

    private final SwitchboardFixture script = new SwitchboardFixture("20/PT1M", new Limits(10_000, 10_000, 4, 64, 16));

    @Test
    void aRequestThatTakesLongForgetsTheCommandsThatExpiredMeanwhile() {
        SwitchboardFixture script = new SwitchboardFixture("none", new Limits(2_000, 2_000, 4, 64, 10));
        script.ask("first", "q", "7moor:a", 600_000, 0).advance();
        for (int i = 0; i < 1_000; i++) {
            script.ask("short " + i, "q", "7moor:a", 1_000, 600_000);
        }
        assertThat(script.switchboard.attachments(script.requests.get(0), 5_000))
                .hasSize(1_001);
        script.at(1_000).advance();

        assertThat(script.results).hasSize(1_000);
        assertThat(script.switchboard.attachments(script.requests.get(0), 5_000))
                .containsExactly("first");
    }

    @Test
    void equalQueriesThatWaitAreOneRequest() {
        ask("1", 0);
        ask("2", 0);
        assertThat(script.advance()).containsExactly("q");
        script.at(50).end("q", SwitchboardFixture.ANSWER).advance();

        assertThat(script.resultsAsText()).containsExactly("1 answered", "2 answered");
        assertThat(script.results)
                .allSatisfy(r -> assertThat(r.request().sharedBy()).isEqualTo(2));
    }

    @Test
    void aRequestTellsWhomItAsksForInTheOrderInWhichTheyCame() {
        script.ask("late", "q", A, 90_000, 0).ask("soon", "q", A, 80_000, 0).advance();
        Request request = script.requests.get(0);

        assertThat(script.switchboard.attachments(request, 9)).containsExactly("late", "soon");
        assertThat(script.switchboard.attachments(request, 1)).containsExactly("late");
        script.end("q", SwitchboardFixture.ANSWER);
        assertThat(script.switchboard.attachments(request, 9)).isEmpty();
    }

    @Test
    void aCommandNeverSharesARequestThatStartedBeforeIt() {
        ask("1", 0).advance();
        script.at(10);
        ask("2", 0);
        script.end("q", SwitchboardFixture.ANSWER).advance();

        assertThat(script.resultsAsText()).containsExactly("1 answered");
    }

    @Test
    void unlessItAllowsThatAge() {
        script.at(100);
        ask("1", 0).advance();
        script.at(110);
        ask("2", 10);
        ask("3", 9);
        script.end("q", SwitchboardFixture.ANSWER).advance();

        assertThat(script.resultsAsText()).containsExactly("1 answered", "2 answered");
    }

    @Test
    void equalQueriesStartAtLeastAWindowDividedByTheBudgetApart() {
        ask("1", 0).advance();
        script.at(10).end("q", SwitchboardFixture.ANSWER).advance();
        ask("2", 0);
        assertThat(script.advance()).isEmpty();
        script.at(1_000);
        ask("3", 0);

        assertThat(script.at(2_999).advance()).isEmpty();
        assertThat(script.at(3_000).advance()).containsExactly("q");
    }

    @Test
    void equalQueriesStartThatFarApartEvenIfTheFirstCostNothing() {
        ask("1", 0).advance();
        script.end("q", SwitchboardFixture.failure(Sent.NO)).advance();
        script.at(2_999);
        ask("2", 0);

        assertThat(script.advance()).isEmpty();
        assertThat(script.at(3_000).advance()).containsExactly("q");
    }

    @Test
    void anAnswerIsRememberedForThoseWhoAllowItsAge() {
        ask("1", 1).advance();
        script.at(10).end("q", SwitchboardFixture.ANSWER).advance();
        script.at(500);
        ask("2", 500);
        ask("3", 499).advance();

        assertThat(script.resultsAsText()).containsExactly("1 answered", "2 answered");
        assertThat(script.results.get(1).request()).isEqualTo(new Result.RequestSummary(0, 10_000_000, 1, 1));
    }

    @Test
    void noAnswerIsRememberedWhereNobodyAllowedAge() {
        ask("1", 0).advance();
        script.at(10).end("q", SwitchboardFixture.ANSWER).advance();

        assertThat(script.switchboard.answerWeight()).isZero();
    }

    @Test
    void anOlderRequestThatEndsLaterDoesNotReplaceAYoungerAnswer() {
        ask("1", 1).advance();
        script.at(3_000);
        ask("2", 0).advance();
        script.end("q", SwitchboardFixture.ANSWER);
        script.switchboard.ended(script.requests.get(0), SwitchboardFixture.ANSWER, 1, 3_500_000_000L);
        script.at(4_000);
        ask("3", 1_000).advance();

        assertThat(script.resultsAsText()).endsWith("3 answered");
    }

    @Test
    void onlySoManyAnswersAreRemembered() {
        for (String query : new String[] {"x", "y", "z"}) {
            script.ask(query, query, A, LATER, 1).advance();
            script.end(query, SwitchboardFixture.ANSWER).advance();
        }
        script.ask("again", "x", A, LATER, 60_000);
        assertThat(script.advance()).as("x was forgotten, and gathers").isEmpty();
        script.ask("older", "y", A, LATER, 60_000)
                .ask("young", "z", A, LATER, 60_000)
                .advance();
        assertThat(script.resultsAsText())
                .endsWith("older answered", "young answered")
                .doesNotContain("again answered");
    }

    @Test
    void aFloodOfOneQueryIsAHandfulOfRequests() {
        for (int i = 0; i < 3_000; i++) {
            script.at(i);
            ask("c" + i, 0).advance();
            if (script.switchboard.requestsInFlight() > 0) {
                script.end("q", SwitchboardFixture.ANSWER);
            }
        }
        script.at(3_000).advance();
        script.end("q", SwitchboardFixture.ANSWER).advance();

        assertThat(script.requests).hasSize(2);
        assertThat(script.results).hasSize(3_000);
    }

    private SwitchboardFixture ask(String id, long maxAge) {
        return script.ask(id, "q", A, LATER, maxAge);
    }
}

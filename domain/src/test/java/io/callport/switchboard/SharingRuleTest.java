package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure.Sent;
import org.junit.jupiter.api.Test;

/** S4: equal queries that wait are one request; no answer is older than its command allows. */
class SharingRuleTest {
    private static final String A = "7moor:a";
    private static final long LATER = 600_000;

    private final SwitchboardFixture fixture = new SwitchboardFixture("20/PT1M", new Limits(10_000, 10_000, 4, 64, 16));

    @Test
    void aRequestThatTakesLongForgetsTheCommandsThatExpiredMeanwhile() {
        SwitchboardFixture fixture = new SwitchboardFixture("none", new Limits(2_000, 2_000, 4, 64, 10));
        fixture.ask("first", "q", "7moor:a", 600_000, 0).advance();
        for (int i = 0; i < 1_000; i++) {
            fixture.ask("short " + i, "q", "7moor:a", 1_000, 600_000);
        }
        assertThat(fixture.switchboard.attachments(fixture.requests.get(0), 5_000))
                .hasSize(1_001);
        fixture.at(1_000).advance();

        assertThat(fixture.results).hasSize(1_000);
        assertThat(fixture.switchboard.attachments(fixture.requests.get(0), 5_000))
                .containsExactly("first");
    }

    @Test
    void equalQueriesThatWaitAreOneRequest() {
        ask("1", 0);
        ask("2", 0);
        assertThat(fixture.advance()).containsExactly("q");
        fixture.at(50).end("q", SwitchboardFixture.ANSWER).advance();

        assertThat(fixture.resultsAsText()).containsExactly("1 answered", "2 answered");
        assertThat(fixture.results)
                .allSatisfy(r -> assertThat(r.request().sharedBy()).isEqualTo(2));
    }

    @Test
    void aRequestTellsWhomItAsksForInTheOrderInWhichTheyCame() {
        fixture.ask("late", "q", A, 90_000, 0).ask("soon", "q", A, 80_000, 0).advance();
        Request request = fixture.requests.get(0);

        assertThat(fixture.switchboard.attachments(request, 9)).containsExactly("late", "soon");
        assertThat(fixture.switchboard.attachments(request, 1)).containsExactly("late");
        fixture.end("q", SwitchboardFixture.ANSWER);
        assertThat(fixture.switchboard.attachments(request, 9)).isEmpty();
    }

    @Test
    void aCommandNeverSharesARequestThatStartedBeforeIt() {
        ask("1", 0).advance();
        fixture.at(10);
        ask("2", 0);
        fixture.end("q", SwitchboardFixture.ANSWER).advance();

        assertThat(fixture.resultsAsText()).containsExactly("1 answered");
    }

    @Test
    void unlessItAllowsThatAge() {
        fixture.at(100);
        ask("1", 0).advance();
        fixture.at(110);
        ask("2", 10);
        ask("3", 9);
        fixture.end("q", SwitchboardFixture.ANSWER).advance();

        assertThat(fixture.resultsAsText()).containsExactly("1 answered", "2 answered");
    }

    @Test
    void equalQueriesStartAtLeastAWindowDividedByTheBudgetApart() {
        ask("1", 0).advance();
        fixture.at(10).end("q", SwitchboardFixture.ANSWER).advance();
        ask("2", 0);
        assertThat(fixture.advance()).isEmpty();
        fixture.at(1_000);
        ask("3", 0);

        assertThat(fixture.at(2_999).advance()).isEmpty();
        assertThat(fixture.at(3_000).advance()).containsExactly("q");
    }

    @Test
    void equalQueriesStartThatFarApartEvenIfTheFirstCostNothing() {
        ask("1", 0).advance();
        fixture.end("q", SwitchboardFixture.failure(Sent.NO)).advance();
        fixture.at(2_999);
        ask("2", 0);

        assertThat(fixture.advance()).isEmpty();
        assertThat(fixture.at(3_000).advance()).containsExactly("q");
    }

    @Test
    void anAnswerIsRememberedForThoseWhoAllowItsAge() {
        ask("1", 1).advance();
        fixture.at(10).end("q", SwitchboardFixture.ANSWER).advance();
        fixture.at(500);
        ask("2", 500);
        ask("3", 499).advance();

        assertThat(fixture.resultsAsText()).containsExactly("1 answered", "2 answered");
        assertThat(fixture.results.get(1).request()).isEqualTo(new Result.RequestSummary(0, 10_000_000, 1, 1));
    }

    @Test
    void noAnswerIsRememberedWhereNobodyAllowedAge() {
        ask("1", 0).advance();
        fixture.at(10).end("q", SwitchboardFixture.ANSWER).advance();

        assertThat(fixture.switchboard.answerWeight()).isZero();
    }

    @Test
    void anOlderRequestThatEndsLaterDoesNotReplaceAYoungerAnswer() {
        ask("1", 1).advance();
        fixture.at(3_000);
        ask("2", 0).advance();
        fixture.end("q", SwitchboardFixture.ANSWER);
        fixture.switchboard.ended(fixture.requests.get(0), SwitchboardFixture.ANSWER, 1, 3_500_000_000L);
        fixture.at(4_000);
        ask("3", 1_000).advance();

        assertThat(fixture.resultsAsText()).endsWith("3 answered");
    }

    @Test
    void onlySoManyAnswersAreRemembered() {
        for (String query : new String[] {"x", "y", "z"}) {
            fixture.ask(query, query, A, LATER, 1).advance();
            fixture.end(query, SwitchboardFixture.ANSWER).advance();
        }
        fixture.ask("again", "x", A, LATER, 60_000);
        assertThat(fixture.advance()).as("x was forgotten, and gathers").isEmpty();
        fixture.ask("older", "y", A, LATER, 60_000)
                .ask("young", "z", A, LATER, 60_000)
                .advance();
        assertThat(fixture.resultsAsText())
                .endsWith("older answered", "young answered")
                .doesNotContain("again answered");
    }

    @Test
    void aFloodOfOneQueryIsAHandfulOfRequests() {
        for (int i = 0; i < 3_000; i++) {
            fixture.at(i);
            ask("c" + i, 0).advance();
            if (fixture.switchboard.requestsInFlight() > 0) {
                fixture.end("q", SwitchboardFixture.ANSWER);
            }
        }
        fixture.at(3_000).advance();
        fixture.end("q", SwitchboardFixture.ANSWER).advance();

        assertThat(fixture.requests).hasSize(2);
        assertThat(fixture.results).hasSize(3_000);
    }

    private SwitchboardFixture ask(String id, long maxAge) {
        return fixture.ask(id, "q", A, LATER, maxAge);
    }
}

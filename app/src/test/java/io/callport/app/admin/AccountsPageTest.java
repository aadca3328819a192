package io.callport.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.state.AccountSnapshot;
import io.callport.kafka.state.AccountSnapshot.Inherited;
import io.callport.kafka.state.AccountSnapshot.PublishedRefusal;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.observability.pages.Page;
import io.callport.observability.pages.PageRequest;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.switchboard.LaneSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsPageTest {
    private static final Instant AT = Instant.parse("2026-11-20T19:00:00.5Z");
    private static final QueryFailure CLOSED =
            new QueryFailure(Reason.UNAUTHORIZED, "signature\nrefused", Sent.YES, null, null);
    private static final LoopSnapshot STATE = new LoopSnapshot(
            AT,
            List.of(
                    new AccountSnapshot(
                            Budget.parse("20/PT1M"),
                            "commands-2",
                            true,
                            new LaneSnapshot(
                                    new Account("7moor", "1"),
                                    12,
                                    Duration.ofMillis(61_250),
                                    3,
                                    22,
                                    Duration.ofSeconds(60).plusNanos(345_678),
                                    CLOSED),
                            7,
                            new PublishedRefusal(Reason.OVER_BUDGET, "too late", AT),
                            null,
                            null),
                    new AccountSnapshot(
                            Budget.UNLIMITED,
                            null,
                            true,
                            LaneSnapshot.idle(new Account("callbot", "b")),
                            0,
                            null,
                            null,
                            null),
                    new AccountSnapshot(
                            Budget.parse("20/PT1M"),
                            "commands-1",
                            false,
                            closed(new Account("nxlink", "c")),
                            0,
                            null,
                            null,
                            null)),
            List.of());

    /** The snapshot from when the home was here; the present owner may have opened the lane. */
    private static LaneSnapshot closed(Account account) {
        return new LaneSnapshot(account, 0, Duration.ZERO, 0, 0, Duration.ofSeconds(60), CLOSED);
    }

    @Test
    void isJsonUnlessSomethingElseIsWanted() throws JsonProcessingException {
        for (String accept : List.of("", "*/*", "application/json", "application/json, text/plain")) {
            Page page = AccountsPage.of(STATE, new PageRequest(accept, ""));
            assertThat(page.contentType()).as(accept).isEqualTo("application/json");
        }
        JsonNode page = json(AccountsPage.of(STATE, new PageRequest("text/plain", "format=json")));
        assertThat(page).isEqualTo(new ObjectMapper().readTree("""
                {"at":"2026-11-20T19:00:00.500Z","accounts":[
                  {"account":"7moor:1","home":"commands-2","here":true,"waiting":12,"oldestWait":"PT1M1.25S",
                   "requestsInFlight":3,"budget":{"requests":20,"window":"PT1M","used":22,"free":0},
                   "closed":{"until":"2026-11-20T19:01:00.500Z","reason":"unauthorized","detail":"signature\\nrefused"},
                   "overBudget":7,
                   "lastRefusal":{"reason":"over-budget","detail":"too late","at":"2026-11-20T19:00:00.500Z"}},
                  {"account":"callbot:b","home":null,"here":true,"waiting":0,"oldestWait":null,"requestsInFlight":0,
                   "budget":null,"closed":null,"overBudget":0,"lastRefusal":null},
                  {"account":"nxlink:c","home":"commands-1","here":false,"waiting":null,"oldestWait":null,
                   "requestsInFlight":null,"budget":{"requests":20,"window":"PT1M","used":null,"free":null},
                   "closed":null,"overBudget":0,"lastRefusal":null}]}"""));
    }

    @Test
    void saysWhyABudgetIsSpentAndWhoHasTheOthers() throws JsonProcessingException {
        LoopSnapshot snapshot = new LoopSnapshot(
                AT,
                List.of(
                        new AccountSnapshot(
                                Budget.parse("20/PT1M"),
                                "commands-2",
                                true,
                                LaneSnapshot.idle(new Account("7moor", "1")),
                                0,
                                null,
                                new Inherited(20, "what it has spent is not known"),
                                "10.0.0.2 (callport-a)"),
                        new AccountSnapshot(
                                Budget.parse("20/PT1M"),
                                "commands-1",
                                false,
                                LaneSnapshot.idle(new Account("7moor", "2")),
                                0,
                                null,
                                new Inherited(3, "spent before, which only its owner knows now"),
                                "10.0.0.3 (callport-b)")),
                List.of());
        JsonNode accounts =
                json(AccountsPage.of(snapshot, new PageRequest("", ""))).path("accounts");
        assertThat(accounts.at("/0/budget/inherited").toString())
                .isEqualTo("{\"slots\":20,\"why\":\"what it has spent is not known\"}");
        assertThat(accounts.at("/0/owner").isMissingNode()).isTrue();
        assertThat(accounts.at("/1/owner").textValue()).isEqualTo("10.0.0.3 (callport-b)");
        assertThat(accounts.at("/1/budget/inherited").isMissingNode()).isTrue();
        assertThat(AccountsPage.of(snapshot, new PageRequest("text/plain", "")).text())
                .contains("0/20/PT1M, of which 20 what it has spent is not known", "no, at 10.0.0.3 (callport-b)");
    }

    @Test
    void isATableForPeople() {
        Page page = AccountsPage.of(STATE, new PageRequest("text/plain", ""));
        assertThat(page.contentType()).startsWith("text/plain");
        assertThat(AccountsPage.of(STATE, new PageRequest("", "format=table"))).isEqualTo(page);
        assertThat(page.text()).isEqualTo("""
                ACCOUNT    HERE  WAITING  OLDEST WAIT  IN FLIGHT  USED        FREE  CLOSED UNTIL                                          LAST REFUSAL
                7moor:1    yes   12       1m1.25s      3          22/20/PT1M  0     2026-11-20T19:01:00Z unauthorized: signature refused  2026-11-20T19:00:00Z over-budget: too late
                callbot:b  yes   0        -            0          -           -     -                                                     -
                nxlink:c   no    -        -            -          -           -     -                                                     -

                As of 2026-11-20T19:00:00Z
                """);
    }

    @Test
    void isOfOneAccountAlone() throws JsonProcessingException {
        assertThat(json(AccountsPage.of(STATE, new PageRequest("", "account=callbot:b")))
                        .at("/accounts/0/account")
                        .textValue())
                .isEqualTo("callbot:b");
        Page none = AccountsPage.of(STATE, new PageRequest("", "account=callbot:c&format=json"));
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.text()).startsWith("account: not configured here");
    }

    @Test
    void saysThatAFormatIsNotKnown() {
        Page page = AccountsPage.of(STATE, new PageRequest("", "format=xml"));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).isEqualTo("format: must be json or table\n");
    }

    private static JsonNode json(Page page) throws JsonProcessingException {
        return new ObjectMapper().readTree(page.text());
    }
}

package io.callport.app.admin.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.kafka.state.AccountSnapshot;
import io.callport.kafka.state.AccountSnapshot.Inherited;
import io.callport.kafka.state.AccountSnapshot.PublishedRefusal;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.query.QueryFailure;
import io.callport.switchboard.LaneSnapshot;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes the accounts as JSON. */
public final class AccountsJson {
    private static final ObjectMapper JSON = new JsonMapper();

    private AccountsJson() {}

    /** All accounts of a snapshot with the snapshot's time: {@code {"at":...,"accounts":[...]}}. */
    public static String of(LoopSnapshot snapshot) {
        ObjectNode page = JSON.createObjectNode();
        page.put("at", snapshot.at().toString());
        ArrayNode accounts = page.putArray("accounts");
        snapshot.accounts().forEach(account -> accounts.add(account(account, snapshot.at())));
        try {
            return JSON.writeValueAsString(page) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode account(AccountSnapshot account, Instant at) {
        LaneSnapshot lane = account.lane();
        ObjectNode node = JSON.createObjectNode();
        node.put("account", account.account().toString());
        node.put("home", account.home());
        node.put("here", account.here());
        boolean here = account.here();
        if (!here && account.owner() != null) {
            node.put("owner", account.owner());
        }
        node.put("waiting", here ? (Integer) lane.waiting() : null);
        node.put("oldestWait", here && lane.waiting() > 0 ? lane.oldestWait().toString() : null);
        node.put("requestsInFlight", here ? (Integer) lane.requestsInFlight() : null);
        node.set("budget", budget(account));
        node.set("closed", here ? closed(lane, at) : NullNode.getInstance());
        node.put("overBudget", account.overBudget());
        node.set("lastRefusal", refusal(account.lastRefusal()));
        return node;
    }

    private static JsonNode budget(AccountSnapshot account) {
        if (!account.budget().limited()) {
            return NullNode.getInstance();
        }
        ObjectNode budget = JSON.createObjectNode()
                .put("requests", account.budget().requests())
                .put("window", account.budget().window().toString())
                .put("used", account.here() ? (Integer) account.lane().slotsUsed() : null)
                .put("free", account.here() ? (Integer) account.budgetFree() : null);
        Inherited inherited = account.inherited();
        if (account.here() && inherited != null) {
            budget.putObject("inherited").put("slots", inherited.slots()).put("why", inherited.why());
        }
        return budget;
    }

    private static JsonNode closed(LaneSnapshot lane, Instant at) {
        QueryFailure by = lane.closedBy();
        if (by == null) {
            return NullNode.getInstance();
        }
        return JSON.createObjectNode()
                .put(
                        "until",
                        at.plus(lane.closedFor()).truncatedTo(ChronoUnit.MILLIS).toString())
                .put("reason", by.reason().code())
                .put("detail", by.detail());
    }

    private static JsonNode refusal(@Nullable PublishedRefusal refusal) {
        if (refusal == null) {
            return NullNode.getInstance();
        }
        return JSON.createObjectNode()
                .put("reason", refusal.reason().code())
                .put("detail", refusal.detail())
                .put("at", refusal.at().toString());
    }
}

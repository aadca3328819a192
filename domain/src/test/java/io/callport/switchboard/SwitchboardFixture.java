package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.LookupQuery;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Scope;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import io.callport.query.VendorReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drives a switchboard through a simulated time, in milliseconds, and remembers its effects. */
final class SwitchboardFixture {
    static final Outcome ANSWER = new Outcome.Answered(new CallInfo(VendorFields.NONE));

    final Switchboard<String> switchboard;
    final List<Request> requests = new ArrayList<>();
    final List<Result<String>> results = new ArrayList<>();
    long wakeAt;
    private long now;

    SwitchboardFixture(String budget, Limits limits) {
        this(budget, limits, 1);
    }

    SwitchboardFixture(String budget, Limits limits, int attempts) {
        RetryPolicy retries = new RetryPolicy(Duration.ofMillis(500), Duration.ofSeconds(30), attempts);
        Settings settings = new Settings(account -> Budget.parse(budget), limits, retries, Duration.ofSeconds(30));
        switchboard = new Switchboard<>(settings, 0);
    }

    SwitchboardFixture at(long millis) {
        now = Duration.ofMillis(millis).toNanos();
        return this;
    }

    /** A command of a query of its own. */
    SwitchboardFixture accept(String id, String account, long deadlineMillis) {
        return ask(id, id, account, deadlineMillis, 0);
    }

    /** A command of a query that others may ask too. */
    SwitchboardFixture ask(String id, String query, String account, long deadlineMillis, long maxAgeMillis) {
        long deadline = Duration.ofMillis(deadlineMillis).toNanos();
        LookupQuery asked = new LookupQuery(query, "key", 1);
        Duration maxAge = Duration.ofMillis(maxAgeMillis);
        switchboard.accept(new Command<>(id, Account.parse(account), asked, deadline, maxAge), now);
        return this;
    }

    /** Advances, and returns what is to start now, by the commands' ids. */
    List<String> advance() {
        Effects<String> effects = switchboard.advance(now, 0.5);
        requests.addAll(effects.requests());
        results.addAll(effects.results());
        wakeAt = effects.wakeAt() == Long.MAX_VALUE
                ? -1
                : Duration.ofNanos(effects.wakeAt()).toMillis();
        return effects.requests().stream().map(SwitchboardFixture::id).toList();
    }

    /** Ends the last request of a query. */
    SwitchboardFixture end(String query, Outcome outcome) {
        Request request = requests.stream()
                .filter(candidate -> id(candidate).equals(query))
                .reduce((before, last) -> last)
                .orElseThrow();
        switchboard.ended(request, outcome, 1, now);
        return this;
    }

    List<String> resultsAsText() {
        return results.stream()
                .map(result -> result.command().attachment() + " "
                        + result.outcome()
                                .<String>fold(a -> "answered", f -> f.reason().code()))
                .toList();
    }

    static Outcome failure(Sent sent) {
        return new Outcome.Failed(new QueryFailure(Reason.VENDOR_UNAVAILABLE, "broken", sent, null, null));
    }

    static Outcome failure(Reason reason, @Nullable Duration retryAfter, int httpStatus) {
        VendorReply reply = new VendorReply(httpStatus, null, null, null);
        Scope scope = httpStatus == 401 || httpStatus == 429 ? Scope.ACCOUNT : Scope.QUERY;
        return new Outcome.Failed(new QueryFailure(reason, "broken", Sent.YES, scope, retryAfter, reply));
    }

    private static String id(Request request) {
        return ((LookupQuery) request.query()).customerId();
    }
}

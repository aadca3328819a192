package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.Lookup;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Drives a switchboard through a simulated time, in milliseconds, and remembers its effects. */
final class Script {
    static final Outcome ANSWER = new Outcome.Answered(new CallInfo(VendorFields.NONE));

    final Switchboard<String> switchboard;
    final List<Request> requests = new ArrayList<>();
    final List<Result<String>> results = new ArrayList<>();
    long wakeAt;
    private long now;

    Script(String budget, Limits limits) {
        this(budget, limits, 1);
    }

    Script(String budget, Limits limits, int attempts) {
        Retries retries = new Retries(Duration.ofMillis(500), Duration.ofSeconds(30), attempts);
        Settings settings = new Settings(account -> Budget.parse(budget), limits, retries, Duration.ofSeconds(30));
        switchboard = new Switchboard<>(settings);
    }

    Script at(long millis) {
        now = Duration.ofMillis(millis).toNanos();
        return this;
    }

    Script accept(String origin, String account, long deadlineMillis) {
        long deadline = Duration.ofMillis(deadlineMillis).toNanos();
        Lookup query = new Lookup(origin, "key", 1);
        switchboard.accept(new Command<>(origin, Account.parse(account), query, deadline), now);
        return this;
    }

    /** Advances, and returns what is to start now, by the commands' origins. */
    List<String> advance() {
        Effects<String> effects = switchboard.advance(now, 0.5);
        requests.addAll(effects.requests());
        results.addAll(effects.results());
        wakeAt = effects.wakeAt() == Long.MAX_VALUE
                ? -1
                : Duration.ofNanos(effects.wakeAt()).toMillis();
        return effects.requests().stream().map(Script::origin).toList();
    }

    Script end(String origin, Outcome outcome) {
        Request request = requests.stream()
                .filter(candidate -> origin(candidate).equals(origin))
                .findFirst()
                .orElseThrow();
        switchboard.ended(request, outcome, now);
        return this;
    }

    List<String> resultsAsText() {
        return results.stream()
                .map(result -> result.command().origin() + " "
                        + result.outcome()
                                .<String>fold(a -> "answered", f -> f.reason().code()))
                .toList();
    }

    static Outcome failure(Sent sent) {
        return new Outcome.Failed(new QueryFailure(Reason.VENDOR_UNAVAILABLE, "broken", sent, null, null));
    }

    private static String origin(Request request) {
        return ((Lookup) request.query()).customerId();
    }
}

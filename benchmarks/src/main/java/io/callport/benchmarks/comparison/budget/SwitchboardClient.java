package io.callport.benchmarks.comparison.budget;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.LookupQuery;
import io.callport.query.Outcome;
import io.callport.query.VendorFields;
import io.callport.switchboard.Command;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Request;
import io.callport.switchboard.RetryPolicy;
import io.callport.switchboard.Settings;
import io.callport.switchboard.Switchboard;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Callport's contender: a switchboard with a hundred distinct commands waiting at any time. Its timers advance the
 * time.
 */
final class SwitchboardClient {
    private static final Account ACCOUNT = new Account("7moor", "2000103");
    private static final Outcome ANSWERED = new Outcome.Answered(new CallInfo(VendorFields.NONE));
    private static final int WAITING = 100;

    private final Switchboard<Integer> switchboard = new Switchboard<>(
            new Settings(
                    account -> Budget.parse("20/PT1M"), Limits.DEFAULT, RetryPolicy.DEFAULT, Duration.ofSeconds(30)),
            0);
    private final PriorityQueue<Ending> endings = new PriorityQueue<>(Comparator.comparingLong(Ending::at));
    private final RequestHour hour;
    private int asked;
    private long now;

    private record Ending(long at, Request request) {}

    private SwitchboardClient(long seed) {
        this.hour = new RequestHour(seed);
    }

    static RequestHour run(long seed) {
        SwitchboardClient client = new SwitchboardClient(seed);
        for (int i = 0; i < WAITING; i++) {
            client.ask();
        }
        while (client.now < RequestHour.LENGTH.toNanos()) {
            client.turn();
        }
        return client.hour;
    }

    private void turn() {
        while (!endings.isEmpty() && endings.peek().at <= now) {
            switchboard.ended(endings.remove().request, ANSWERED, 1_000, now);
        }
        Effects<Integer> effects = switchboard.advance(now, 0.5);
        effects.requests().forEach(request -> endings.add(new Ending(hour.request(now), request)));
        effects.results().forEach(result -> ask());
        long next = endings.isEmpty() ? Long.MAX_VALUE : endings.peek().at;
        if (effects.results().isEmpty()) {
            now = Math.max(now, Math.min(next, effects.wakeAt()));
        }
    }

    private void ask() {
        LookupQuery query = new LookupQuery("customer-" + asked, "key", 1);
        long never = now + Duration.ofDays(1).toNanos();
        switchboard.accept(new Command<>(asked++, ACCOUNT, query, never), now);
    }
}

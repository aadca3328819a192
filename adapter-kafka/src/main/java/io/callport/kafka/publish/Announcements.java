package io.callport.kafka.publish;

import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.partition.SpendingAccounts;
import io.callport.switchboard.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/**
 * Requests that spend of a budget and wait to be announced: each starts only after a checkpoint of its home was committed
 * that counts it, so that the next owner of that partition knows of it.
 */
public final class Announcements {
    private final AccountHomes homes;
    private final SpendingAccounts spending;
    private final List<Request> waiting = new ArrayList<>();

    /** Nothing is to be announced. */
    public Announcements(AccountHomes homes, SpendingAccounts spending) {
        this.homes = homes;
        this.spending = spending;
    }

    /** Takes a request in; false if it spends of no budget and may start at once. */
    public boolean add(Request request) {
        TopicPartition home = homes.of(request.account());
        if (home == null || !homes.limitedAt(home).containsKey(request.account())) {
            return false;
        }
        spending.add(home, request.account());
        return waiting.add(request);
    }

    /** Whether a partition's next checkpoint will announce anything. */
    boolean at(TopicPartition home) {
        return waiting.stream().anyMatch(isAt(Set.of(home)));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Takes out the requests of these homes. */
    public List<Request> take(Set<TopicPartition> of) {
        List<Request> taken = waiting.stream().filter(isAt(of)).toList();
        waiting.removeIf(isAt(of));
        return taken;
    }

    /** Takes out all. */
    public List<Request> takeAll() {
        List<Request> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    private Predicate<Request> isAt(Set<TopicPartition> of) {
        return request -> {
            TopicPartition home = homes.of(request.account());
            return home != null && of.contains(home);
        };
    }
}

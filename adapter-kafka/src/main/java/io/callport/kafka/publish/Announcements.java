package io.callport.kafka.publish;

import io.callport.kafka.dispatch.Dispatcher;
import io.callport.kafka.partition.AccountHomes;
import io.callport.switchboard.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/**
 * Requests that spend of a budget and wait to be announced: each request starts only after a commit of its account's
 * state that counts the request, so that the partition's next owner knows of the request. One thread owns this object.
 */
public final class Announcements {
    private final AccountHomes homes;
    private final StateWriter stateWriter;
    private final Dispatcher dispatcher;
    private final List<Request> waiting = new ArrayList<>();

    /** Makes the announcements of a dispatcher's requests; no request waits yet. */
    public Announcements(AccountHomes homes, StateWriter stateWriter, Dispatcher dispatcher) {
        this.homes = homes;
        this.stateWriter = stateWriter;
        this.dispatcher = dispatcher;
    }

    /**
     * Keeps a request until it is announced, or starts the request at once if it spends of no budget. Every account
     * with a budget is configured, and so has a home.
     */
    public void startOrAwaitAnnouncement(Request request) {
        TopicPartition home = homes.homeOf(request.account());
        if (home == null || !homes.accountsWithBudgetAt(home).containsKey(request.account())) {
            dispatcher.start(request);
            return;
        }
        stateWriter.markChanged(request.account());
        waiting.add(request);
    }

    /** Drops the requests of homes that are not owned any more: the next owner makes these requests. */
    public void drop(Set<TopicPartition> gone) {
        drain(gone).forEach(request -> dispatcher.drop(request, "The request was not made: its account moved on"));
    }

    /** Drops all requests, because Kafka failed. */
    public void dropAll() {
        List<Request> dropped = List.copyOf(waiting);
        waiting.clear();
        dropped.forEach(request -> dispatcher.drop(request, "The request was not made: Kafka failed"));
    }

    /**
     * Starts the requests of homes whose state, which announces the requests, was committed.
     *
     * @param at the earliest possible time of the commit, on the monotonic clock
     */
    void startAnnounced(Set<TopicPartition> announced, long at) {
        drain(announced).forEach(request -> dispatcher.startAnnounced(request, at));
    }

    /** Whether a partition's next transaction will announce any request. */
    boolean waitsAt(TopicPartition home) {
        return waiting.stream().anyMatch(isAt(Set.of(home)));
    }

    /** Whether the next transaction of any of these partitions will announce any request. */
    boolean waitsAtAny(Predicate<TopicPartition> homes) {
        return waiting.stream()
                .map(request -> this.homes.homeOf(request.account()))
                .anyMatch(home -> home != null && homes.test(home));
    }

    private List<Request> drain(Set<TopicPartition> partitions) {
        List<Request> drained = waiting.stream().filter(isAt(partitions)).toList();
        waiting.removeIf(isAt(partitions));
        return drained;
    }

    private Predicate<Request> isAt(Set<TopicPartition> partitions) {
        return request -> {
            TopicPartition home = homes.homeOf(request.account());
            return home != null && partitions.contains(home);
        };
    }
}

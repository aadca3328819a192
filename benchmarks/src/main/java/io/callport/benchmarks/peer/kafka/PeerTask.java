package io.callport.benchmarks.peer.kafka;

import io.callport.account.Account;
import io.callport.benchmarks.harness.BenchmarkTopics;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The task of a contender.
 *
 * @param topics the topics
 * @param vendor whom to ask
 * @param accounts all of them
 * @param limited the one with a budget of 20 in a minute, if there is one; no other has any
 * @param parallel how many requests may be in flight
 */
public record PeerTask(
        BenchmarkTopics topics,
        URI vendor,
        List<Account> accounts,
        @Nullable Account limited,
        int parallel) {
    public PeerTask {
        accounts = List.copyOf(accounts);
    }
}

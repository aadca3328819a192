package io.callport.benchmarks.contender.kafka;

import io.callport.account.Account;
import io.callport.benchmarks.harness.BenchmarkTopics;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The task of a contender.
 *
 * @param topics the topics
 * @param vendor the vendor's address
 * @param accounts all accounts
 * @param limited the account with a budget of 20 in a minute, if there is one; no other account has a budget
 * @param parallel the limit of requests in flight
 */
public record ContenderTask(
        BenchmarkTopics topics,
        URI vendor,
        List<Account> accounts,
        @Nullable Account limited,
        int parallel) {
    public ContenderTask {
        accounts = List.copyOf(accounts);
    }
}

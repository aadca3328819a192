package io.callport.benchmarks.contender.kafka;

import io.callport.account.Account;
import io.callport.benchmarks.harness.BenchmarkTopics;
import io.callport.benchmarks.harness.CommandPublisher;
import io.callport.benchmarks.harness.ResultTemplate;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** Results that Callport has really published, for a loop to copy: one result for each of some accounts. */
public final class RealResults {
    private static final int PARALLEL = 64;

    private RealResults() {}

    /** Runs Callport for a moment in front of that vendor, and returns the published results. */
    public static List<ResultTemplate> of(String bootstrap, URI vendor, int accounts) {
        List<Account> all = IntStream.range(0, accounts)
                .mapToObj(i -> new Account("callbot", "account-" + i))
                .toList();
        try (BenchmarkTopics topics = BenchmarkTopics.create(bootstrap, 1)) {
            publish(topics, all);
            Contender.Running running =
                    new CallportContender().start(new ContenderTask(topics, vendor, all, null, PARALLEL));
            try {
                return ResultTemplate.read(topics, accounts);
            } finally {
                running.close();
            }
        }
    }

    private static void publish(BenchmarkTopics topics, List<Account> accounts) {
        try (CommandPublisher commands = new CommandPublisher(topics, false)) {
            for (int i = 0; i < accounts.size(); i++) {
                commands.send(i, accounts.get(i), "customer");
            }
            commands.flush();
        }
    }
}

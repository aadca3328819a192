package io.callport.benchmarks.peer.kafka;

import io.callport.account.Account;
import io.callport.benchmarks.stage.Commands;
import io.callport.benchmarks.stage.Stage;
import io.callport.benchmarks.stage.Template;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** Results that Callport has really published, for a loop to copy: one for each of some accounts. */
public final class RealResults {
    private static final int PARALLEL = 64;

    private RealResults() {}

    /** Runs Callport for a moment, in front of that vendor, and returns what it published. */
    public static List<Template> of(String bootstrap, URI vendor, int accounts) {
        List<Account> all = IntStream.range(0, accounts)
                .mapToObj(i -> new Account("callbot", "account-" + i))
                .toList();
        try (Stage stage = Stage.set(bootstrap, 1)) {
            publish(stage, all);
            Peer.Running running = new CallportPeer().start(new Work(stage, vendor, all, null, PARALLEL));
            try {
                return Template.read(stage, accounts);
            } finally {
                running.close();
            }
        }
    }

    private static void publish(Stage stage, List<Account> accounts) {
        try (Commands commands = new Commands(stage, false)) {
            for (int i = 0; i < accounts.size(); i++) {
                commands.send(i, accounts.get(i), "customer");
            }
            commands.flush();
        }
    }
}

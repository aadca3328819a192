package io.callport.benchmarks.peer.kafka;

import io.callport.account.Account;
import io.callport.benchmarks.stage.Stage;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to do.
 *
 * @param stage the topics
 * @param vendor whom to ask
 * @param accounts all of them
 * @param limited the one with a budget of 20 in a minute, if there is one; no other has any
 * @param parallel how many requests may be in flight
 */
public record Work(
        Stage stage,
        URI vendor,
        List<Account> accounts,
        @Nullable Account limited,
        int parallel) {
    /** Copies the list. */
    public Work {
        accounts = List.copyOf(accounts);
    }
}

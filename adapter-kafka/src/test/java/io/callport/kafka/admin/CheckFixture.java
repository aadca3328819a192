package io.callport.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.ProcessingSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.kafka.settings.VendorTopics;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaFuture;
import org.jspecify.annotations.Nullable;

/** Settings for tests of the check. */
public final class CheckFixture {
    public static final String COMMANDS = "callport.7moor.commands";
    public static final String RESULTS = "callport.7moor.results";
    public static final String STATE = "callport.7moor.state";
    public static final String DEAD_LETTERS = "callport.dead-letters";

    private CheckFixture() {}

    public static KafkaSettings settings(Map<String, Object> client, @Nullable Creation create, String... replies) {
        VendorTopics usual = VendorTopics.ofVendor("7moor", "callport");
        Map<String, Object> common = new HashMap<>(client);
        common.put("group.id", "callport");
        return new KafkaSettings(
                new ClientSettings(common, Map.of(), Map.of()),
                new TopicSettings(
                        Map.of(
                                "7moor",
                                new VendorTopics(
                                        usual.commands(),
                                        usual.results(),
                                        usual.state(),
                                        usual.events(),
                                        Set.of(replies))),
                        DEAD_LETTERS,
                        CrossVendor.REFUSE,
                        create),
                Map.of(Account.parse("7moor:1"), Budget.UNLIMITED),
                new DeadlineSettings(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                new ProcessingSettings(
                        Limits.DEFAULT, RetryPolicy.DEFAULT, Duration.ofSeconds(30), Duration.ofSeconds(10)),
                SipPasswords.REDACT);
    }

    /** Waits until something is so: a broker learns a little later what its controller has decided. */
    public static void until(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting for: " + what).isLessThan(until);
            LockSupport.parkNanos(5_000_000);
        }
    }

    public static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

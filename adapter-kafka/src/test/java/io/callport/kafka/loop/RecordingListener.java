package io.callport.kafka.loop;

import io.callport.account.Account;
import io.callport.kafka.state.LoopListener;
import io.callport.query.Reason;
import java.io.Closeable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/** Records the events of a loop as texts; turns are only counted. */
final class RecordingListener implements LoopListener {
    private final Queue<String> words = new ConcurrentLinkedQueue<>();
    volatile int turns;

    List<String> words() {
        return List.copyOf(words);
    }

    int count(String word) {
        return Collections.frequency(words(), word);
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread alone writes
    public void turned(Duration took) {
        turns++;
    }

    @Override
    public void originRejected(String topic) {
        words.add("origin rejected");
    }

    @Override
    public void partitionsAssigned(int partitions) {
        words.add("assigned " + partitions);
    }

    @Override
    public void partitionsRevoked(int partitions) {
        words.add("revoked " + partitions);
    }

    @Override
    public void partitionsLost(int partitions) {
        words.add("lost " + partitions);
    }

    @Override
    public void clientOpened(Closeable client) {
        words.add("opened " + kind(client));
    }

    @Override
    public void clientClosed(Closeable client) {
        words.add("closed " + kind(client));
    }

    @Override
    public void clientsRecreated() {
        words.add("recreated");
    }

    @Override
    public void requestEnded(String query, Account account, int attempt, @Nullable Reason failed) {
        words.add(query + " of " + account + " attempt " + attempt + " " + failed);
    }

    @Override
    public void requestDropped(Account account) {
        words.add("dropped one of " + account);
    }

    private static String kind(Closeable client) {
        return client instanceof Consumer<?, ?> ? "consumer" : "producer";
    }
}

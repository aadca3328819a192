package io.callport.kafka.loop;

import io.callport.kafka.KafkaSettings;
import io.callport.kafka.LoopListener;
import io.callport.kafka.topics.TopicView;
import io.callport.query.Ports;
import io.callport.switchboard.Effects;
import io.callport.switchboard.Request;
import io.callport.switchboard.Settings;
import io.callport.switchboard.Switchboard;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What outlives a session: the switchboard with every account's slots, the requests in flight, and the outbox. One thread
 * owns it.
 */
final class Engine implements AutoCloseable {
    final Outbox outbox = new Outbox();
    private final Switchboard<Asked> switchboard;
    private final Workers workers;
    private final Intake intake;
    private final Results results;
    private final SplittableRandom random = new SplittableRandom();

    Engine(KafkaSettings settings, Function<String, Ports> ports, LoopListener listener) {
        this.switchboard = new Switchboard<>(new Settings(
                settings.accounts()::get, settings.limits(), settings.retries(), settings.requestTimeout()));
        this.workers = new Workers(ports);
        this.results = new Results(settings, listener);
        this.intake = new Intake(settings, results, switchboard, outbox, listener);
    }

    void take(ConsumerRecord<byte[], byte[]> record, Progress progress, TopicView view, LoopClock clock) {
        intake.take(record, progress, view, clock);
    }

    /** Hands ended requests to the switchboard, and its results to the outbox. */
    Effects<Asked> advance(TopicView view, LoopClock clock) {
        for (Workers.Ended ended = workers.poll(); ended != null; ended = workers.poll()) {
            switchboard.ended(ended.request(), ended.outcome(), ended.at());
        }
        Effects<Asked> effects = switchboard.advance(clock.nanos(), random.nextDouble());
        effects.results().forEach(result -> outbox.add(results.of(result, view, clock)));
        return effects;
    }

    void start(List<Request> requests) {
        requests.forEach(workers::start);
    }

    /** Requests that were to start, but whose turn failed first. */
    void neverStarted(List<Request> requests) {
        requests.forEach(workers::neverStarted);
    }

    /** Forgets every command of a partition that is not ours any more. Slots stay counted. */
    void forget(Partitions partitions) {
        outbox.removeIf(delivery -> !partitions.owns(delivery.progress()));
        switchboard.forget(asked -> !partitions.owns(asked.progress()), System.nanoTime());
    }

    /** No further request starts. */
    void stop() {
        switchboard.stop();
    }

    boolean full() {
        return switchboard.full() || outbox.full();
    }

    int requestsInFlight() {
        return switchboard.requestsInFlight();
    }

    @Override
    public void close() {
        workers.close();
    }
}

package io.callport.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.execution.DaemonThreads;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** An error in a thread of Kafka's clients reaches the default handler of uncaught exceptions. */
class KafkaThreadsTest {
    @Test
    void kafkasThreadsGetTheDefaultHandler() throws InterruptedException {
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        UncaughtExceptionHandler ours = (thread, thrown) -> {};
        CountDownLatch end = new CountDownLatch(1);
        Thread kafka = DaemonThreads.named("kafka-producer-network-thread | test")
                .newThread(() -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        kafka.setUncaughtExceptionHandler((thread, thrown) -> {});
        kafka.start();
        try {
            Thread.setDefaultUncaughtExceptionHandler(ours);
            KafkaThreads.useDefaultHandler();
            assertThat(kafka.getUncaughtExceptionHandler()).isSameAs(ours);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            end.countDown();
            kafka.join();
        }
    }
}

package io.callport.kafka.client;

import java.lang.Thread.UncaughtExceptionHandler;

/** The threads that Kafka's clients start. */
public final class KafkaThreads {
    private KafkaThreads() {}

    /**
     * Gives the threads of Kafka's clients the default handler of uncaught exceptions, if there is one: their own
     * handler only logs. Called when clients were opened, or have joined the group, which starts another thread.
     */
    public static void useDefaultHandler() {
        UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
        if (handler == null) {
            return;
        }
        Thread[] threads = new Thread[2 * Thread.activeCount() + 16];
        int count = Thread.enumerate(threads);
        for (int i = 0; i < count; i++) {
            Thread thread = threads[i];
            if (thread.getName().startsWith("kafka-") || thread.getName().equals("consumer_background_thread")) {
                thread.setUncaughtExceptionHandler(handler);
            }
        }
    }
}

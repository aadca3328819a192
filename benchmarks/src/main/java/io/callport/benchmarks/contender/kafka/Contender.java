package io.callport.benchmarks.contender.kafka;

/** A contender that answers commands. */
public interface Contender {
    /** Starts the contender, which works until it is closed. */
    Running start(ContenderTask work);

    /** Whether the contender promises one committed result per command, rather than at least one. */
    boolean exactlyOnce();

    interface Running extends AutoCloseable {
        /** Stops the contender and waits until it has stopped; work that has begun need not be ended. */
        @Override
        void close();
    }
}

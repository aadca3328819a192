package io.callport.benchmarks.peer.kafka;

/** One that answers commands. */
public interface Peer {
    /** Starts it; it works until it is closed. */
    Running start(PeerTask work);

    /** Whether it promises one committed result per command, rather than at least one. */
    boolean exactlyOnce();

    /** One that was started. */
    interface Running extends AutoCloseable {
        /** Stops it and waits until it has stopped; what it has begun need not be ended. */
        @Override
        void close();
    }
}

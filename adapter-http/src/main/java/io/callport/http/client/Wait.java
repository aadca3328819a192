package io.callport.http.client;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One thread's wait for an answer: it is interrupted at most once, and not after it has ended. */
final class Wait {
    private final Thread waiting = Thread.currentThread();
    private final long dueAt;
    private final Consumer<Wait> ending;
    private @Nullable Cut cut;
    private boolean ended;

    /** Why a wait was cut short. */
    enum Cut {
        /** It took too long. */
        TIME,
        /** Nobody is to wait any more. */
        CLOSED
    }

    /**
     * The calling thread's.
     *
     * @param dueAt when its time is up, by {@link System#nanoTime}
     * @param ending is told of its end
     */
    Wait(long dueAt, Consumer<Wait> ending) {
        this.dueAt = dueAt;
        this.ending = ending;
    }

    /** When its time is up, by {@link System#nanoTime}. */
    long dueAt() {
        return dueAt;
    }

    synchronized void cut(Cut why) {
        if (!ended && cut == null) {
            cut = why;
            waiting.interrupt();
        }
    }

    /**
     * Ends it, on the thread that waited. If it was cut the thread's interrupt is taken back: it was meant for this wait alone.
     *
     * @return why it was cut; {@code null} if it was not
     */
    synchronized @Nullable Cut end() {
        if (!ended) {
            ended = true;
            ending.accept(this);
            if (cut != null) {
                Thread.interrupted();
            }
        }
        return cut;
    }
}

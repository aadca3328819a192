package io.callport.http.transport;

import io.callport.memory.AnswerMemory;
import io.callport.memory.MemoryLedger;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The memory that one response takes, from its first byte until its answer is mapped: as it is read, unpacked and
 * parsed it grows, and waits where there is no room. The thread that makes the request opens it, and finds it again.
 */
public final class ResponseMemory implements AutoCloseable {
    private static final ThreadLocal<ResponseMemory> CURRENT = new ThreadLocal<>();

    /** The longest wait for room, after the whole response was read. */
    private static final long PATIENCE_SECONDS = 60;

    private static final AnswerMemory UNBOUNDED = new MemoryLedger(Long.MAX_VALUE / 2).answers();

    private final AnswerMemory.Reservation part;

    private ResponseMemory(AnswerMemory memory) {
        this.part = memory.reserve();
    }

    /** Opens the memory of the response to the request that this thread is about to make. */
    public static ResponseMemory open(AnswerMemory memory) {
        ResponseMemory opened = new ResponseMemory(memory);
        CURRENT.set(opened);
        return opened;
    }

    /** The memory that this thread opened last; without bounds if there is none. */
    public static ResponseMemory current() {
        ResponseMemory opened = CURRENT.get();
        return opened == null ? new ResponseMemory(UNBOUNDED) : opened;
    }

    /** A memory without bounds. */
    public static AnswerMemory unbounded() {
        return UNBOUNDED;
    }

    /** Asks for so many bytes in all; completes with true once there is room, with false if there never is. */
    CompletableFuture<Boolean> grow(long bytes) {
        return part.grow(bytes);
    }

    /**
     * Waits on the calling thread until the response may take so many bytes in all.
     *
     * @throws QueryFailedException if it may not, or not in time
     */
    public void await(long bytes) {
        try {
            if (!grow(bytes).get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new QueryFailedException(tooLarge());
            }
        } catch (TimeoutException e) {
            throw new QueryFailedException(TransportFailure.unavailable(
                    "The answer came, but there was no memory to read it within " + PATIENCE_SECONDS + " s"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryFailedException(
                    TransportFailure.unavailable("The thread that waited for memory was interrupted"));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static QueryFailure tooLarge() {
        return new QueryFailure(
                Reason.ANSWER_TOO_LARGE,
                "The answer takes more memory than one may have, which is half of limits.memory",
                Sent.YES,
                null,
                null);
    }

    @Override
    public void close() {
        CURRENT.remove();
        part.close();
    }
}

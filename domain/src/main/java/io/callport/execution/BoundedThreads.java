package io.callport.execution;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs each task on a thread of its own at once, and rejects tasks where as many run as may. The threads are virtual
 * where the JVM has them. Threads of the platform are daemons, and end after a minute without work. Thread-safe.
 */
public final class BoundedThreads implements Executor, AutoCloseable {
    private static final int SECONDS_IDLE = 60;

    private final ExecutorService threads;
    private final Semaphore room;

    /**
     * Makes the threads as tasks need them.
     *
     * @param prefix the beginning of the names of platform threads, before a number from 1
     * @param most the most tasks at a time, apart from those that are about to end: at least 1
     */
    public BoundedThreads(String prefix, int most) {
        // A task may report its end, and another may follow, before its thread is free: half as many more have room.
        int room = most + most / 2 + 1;
        this.threads = open(prefix, room);
        this.room = new Semaphore(room);
    }

    /**
     * Runs a task.
     *
     * @throws RejectedExecutionException if as many tasks run as may, or this is closed
     * @throws OutOfMemoryError if the system has no thread left; the task does not run
     */
    @Override
    public void execute(Runnable task) {
        if (!room.tryAcquire()) {
            throw new RejectedExecutionException("As many tasks run as may");
        }
        boolean started = false;
        try {
            threads.execute(() -> run(task));
            started = true;
        } finally {
            if (!started) {
                room.release();
            }
        }
    }

    /** Runs no more tasks; those that run go on. */
    public void shutdown() {
        threads.shutdown();
    }

    /** Runs no more tasks, and interrupts those that run. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            room.release();
        }
    }

    private static ExecutorService open(String prefix, int most) {
        try {
            Method virtual = Executors.class.getMethod("newVirtualThreadPerTaskExecutor"); // there since Java 21
            return (ExecutorService) virtual.invoke(null);
        } catch (ReflectiveOperationException e) {
            return new ThreadPoolExecutor(
                    0, most, SECONDS_IDLE, TimeUnit.SECONDS, new SynchronousQueue<>(), DaemonThreads.numbered(prefix));
        }
    }
}

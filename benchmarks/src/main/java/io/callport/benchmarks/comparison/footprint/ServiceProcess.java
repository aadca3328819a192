package io.callport.benchmarks.comparison.footprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.benchmarks.harness.BenchmarkTopics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** The process of a {@link ServiceProcessMain}. */
final class ServiceProcess implements AutoCloseable {
    private static final long PAUSE = 500_000_000;
    private static final int MAX_LENGTH = 240;
    private static final double STEADY_SHARE = 0.01;
    private static final double STEADY_MIB = 0.5;

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter questions;

    /**
     * The memory of the process.
     *
     * @param heapMib the used heap after a collection
     * @param residentMib the resident memory
     * @param ready whether the service is ready
     */
    record Memory(double heapMib, double residentMib, boolean ready) {}

    private ServiceProcess(Process process) {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.questions = new PrintWriter(process.getOutputStream(), true, UTF_8);
    }

    /** Starts a process with the class path of this process. */
    static ServiceProcess start(BenchmarkTopics topics, URI vendor, int accounts, String budget) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx3g",
                "-DCALLPORT_LOG=ERROR",
                "-DCALLPORT_LIBRARY_LOG=OFF",
                "-cp",
                System.getProperty("java.class.path"),
                ServiceProcessMain.class.getName(),
                topics.bootstrap(),
                topics.name(),
                vendor.toString(),
                Integer.toString(accounts),
                budget);
        return new ServiceProcess(builder.redirectError(Redirect.DISCARD).start());
    }

    /** Waits until the memory is stable: it changes by less than a hundredth or 0.5 MiB in half a second. */
    Memory steady() throws IOException {
        Memory before = memory();
        for (int i = 0; i < MAX_LENGTH; i++) {
            LockSupport.parkNanos(PAUSE);
            Memory now = memory();
            double steady = Math.max(STEADY_MIB, STEADY_SHARE * before.heapMib);
            if (now.ready && Math.abs(now.heapMib - before.heapMib) < steady) {
                return now;
            }
            before = now;
        }
        throw new IllegalStateException("its memory still changes: " + before);
    }

    /** Waits until the service has read that many commands, all without a result. */
    void awaitOutstanding(int commands) throws IOException {
        double outstanding = -1;
        for (int i = 0; i < MAX_LENGTH && outstanding != commands; i++) {
            LockSupport.parkNanos(PAUSE);
            outstanding = memory().ready ? Double.parseDouble(answer(ServiceProcessMain.OUTSTANDING)) : -1;
        }
        if (outstanding != commands) {
            throw new IllegalStateException(outstanding + " commands are outstanding, not " + commands);
        }
    }

    private String answer(String question) throws IOException {
        questions.println(question);
        String answer = answers.readLine();
        if (answer == null) {
            throw new IllegalStateException("the service's process has ended");
        }
        return answer;
    }

    private Memory memory() throws IOException {
        String[] parts = answer("memory").split(" ", -1);
        return new Memory(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Boolean.parseBoolean(parts[2]));
    }

    /** Kills the process, since its vendor may never answer and nothing of the process is needed any more. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

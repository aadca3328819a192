package io.callport.system.crash.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A child process. The process ends with this JVM at the latest. Thread-safe. */
final class ChildProcess {
    private final Process process;
    private final Thread reaper;

    private ChildProcess(Process process) {
        this.process = process;
        this.reaper = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /** Starts a process; its output is appended to the file. */
    static ChildProcess start(List<String> command, Path output) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            builder.environment().put("CALLPORT_LOG", "DEBUG"); // for the scan for secrets: a line for each result
            return new ChildProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Kills the process with SIGKILL and waits for its end. */
    void kill() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(30));
    }

    /** Sends SIGTERM to the process. */
    void terminate() {
        process.destroy();
    }

    /** Freezes the process with SIGSTOP. */
    void freeze() {
        signal("STOP");
    }

    /** Continues the process with SIGCONT. */
    void thaw() {
        signal("CONT");
    }

    /** Whether the process has ended within that time. */
    boolean ended(Duration within) {
        try {
            boolean ended = process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                forget();
            }
            return ended;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for a process", e);
        }
    }

    /** The exit code of an ended process: 128 plus the signal's number if a signal ended the process. */
    int exitCode() {
        return process.exitValue();
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(reaper);
        } catch (IllegalStateException e) {
            // this JVM is ending already
        }
    }

    private void signal(String name) {
        try {
            int status = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("a process could not be sent SIG" + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while sending a signal", e);
        }
    }
}

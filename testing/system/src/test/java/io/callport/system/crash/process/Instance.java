package io.callport.system.crash.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An instance of the service: a process, and after a kill its successor. Not thread-safe. */
public final class Instance implements AutoCloseable {
    private static final String MAIN = "io.callport.app.Main";
    private static final String NO_ANSWER = "does not answer: ";
    private static final Duration MAX_BEGIN = Duration.ofSeconds(30);
    private static final Duration MAX_STOP = Duration.ofSeconds(60);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final int number;
    private final int adminPort;
    private final List<String> command;
    private final Path output;
    private final List<FreezePeriod> freezePeriods = new CopyOnWriteArrayList<>();
    private final List<String> wrongEnds = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private ChildProcess child;

    private Instance(int number, int adminPort, List<String> command, Path output) {
        this.number = number;
        this.adminPort = adminPort;
        this.command = command;
        this.output = output;
        this.child = ChildProcess.start(command, output);
    }

    /**
     * Starts an instance.
     *
     * @param config the instance's callport.yaml, which names the admin port
     */
    public static Instance start(int number, JavaLauncher java, Path config, int adminPort) {
        return new Instance(
                number,
                adminPort,
                java.command(MAIN, "256m", List.of("run", "--config", config.toString())),
                config.resolveSibling("instance-" + number + ".log"));
    }

    /** The file with the output of all processes of this instance. */
    public Path output() {
        return output;
    }

    /** The periods in which the instance was frozen. */
    public List<FreezePeriod> freezePeriods() {
        return List.copyOf(freezePeriods);
    }

    /** The unexpected ends of the instance: without a stop, or with another exit code than 0. */
    public List<String> wrongEnds() {
        return List.copyOf(wrongEnds);
    }

    /** Kills the instance with SIGKILL. */
    public void kill() {
        noteEndByItself();
        child.kill();
    }

    /** Starts the instance again after its end. */
    public void startAgain() {
        if (!child.alive()) {
            child = ChildProcess.start(command, output);
        }
    }

    /** Starts the instance again if the instance ended without being stopped, which counts as an unexpected end. */
    public void startAgainIfEnded() {
        if (noteEndByItself()) {
            startAgain();
        }
    }

    /** Freezes the instance with SIGSTOP, and continues the process with SIGCONT when the wait is over. */
    public void freezeFor(Runnable wait) {
        if (noteEndByItself()) {
            return;
        }
        child.freeze();
        Instant from = Instant.now();
        wait.run();
        freezePeriods.add(new FreezePeriod(number, from, Instant.now()));
        child.thaw();
    }

    /**
     * Stops the instance with SIGTERM and waits for its end: its exit code must be 0. An instance that has just been
     * started begins to serve first.
     */
    public void stop() {
        boolean began =
                Wait.until(MAX_BEGIN, () -> !child.alive() || !notReady().startsWith(NO_ANSWER));
        if (noteEndByItself()) {
            return;
        }
        if (!began) {
            wrongEnds.add("instance " + number + " did not begin to serve within " + MAX_BEGIN);
        }
        child.terminate();
        if (!child.ended(MAX_STOP)) {
            wrongEnds.add("instance " + number + " did not end within " + MAX_STOP + " of SIGTERM");
            child.kill();
        } else if (child.exitCode() != 0) {
            wrongEnds.add("instance " + number + " ended with exit code " + child.exitCode() + " after SIGTERM");
        }
    }

    /** The answer of {@code /health/ready}: empty for 200, else the reason. */
    public String notReady() {
        URI ready = URI.create("http://127.0.0.1:" + adminPort + "/health/ready");
        HttpRequest request = HttpRequest.newBuilder(ready).timeout(TIMEOUT).build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200 ? "" : response.body().strip();
        } catch (IOException e) {
            return NO_ANSWER + e;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while asking for health", e);
        }
    }

    @Override
    public void close() {
        child.kill();
    }

    private boolean noteEndByItself() {
        if (child.alive() || !child.ended(Duration.ZERO)) {
            return false;
        }
        wrongEnds.add("instance " + number + " ended by itself with exit code " + child.exitCode());
        return true;
    }
}

package io.callport.app.cli;

import io.callport.app.service.Service;
import io.callport.app.service.StopSignals;
import io.callport.config.Configuration;
import io.callport.tools.shell.CauseText;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.ConfigOption;
import io.callport.tools.shell.ExitCode;
import io.callport.tools.shell.Shell;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = RunLog.COMMAND,
        description =
                "Run the service until SIGTERM or SIGINT; it then finishes requests in flight. A second signal stops at once.")
final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    private final Shell shell;

    @Mixin
    private ConfigOption config = new ConfigOption();

    RunCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Thread.setDefaultUncaughtExceptionHandler(RunLog::uncaught);
        Configuration configuration = config.read(shell, RunLog::warn).configuration();
        CompletableFuture<String> stop = new CompletableFuture<>();
        StopSignals.install(signal -> stop.complete("SIG" + signal));
        try (Service service = started(configuration)) {
            String why = untilStop(service, stop);
            LOG.atInfo()
                    .addKeyValue("why", why)
                    .addKeyValue("shutdown", configuration.shutdown())
                    .log("Stopping");
        }
        LOG.info("Stopped");
        return ExitCode.DONE;
    }

    /** Starts the service. A port that is taken is no failure of Callport, so the message names the key of the port. */
    private static Service started(Configuration configuration) {
        try {
            return Service.start(configuration);
        } catch (IllegalStateException e) {
            String what = String.valueOf(e.getMessage());
            if (!what.startsWith("admin.")) {
                throw e;
            }
            throw CommandFailedException.failed(what, "Change that key and start it again.");
        }
    }

    /** Waits for the first of three events: a signal, an interrupt, or the end of the service by itself. */
    private static String untilStop(Service service, CompletableFuture<String> stop) {
        try {
            return CompletableFuture.anyOf(stop, service.ended().toCompletableFuture())
                    .thenApply(ignored -> stop.getNow("by itself"))
                    .get();
        } catch (InterruptedException e) {
            return "interrupted";
        } catch (ExecutionException e) {
            throw CommandFailedException.failed(
                    "The service ended by itself: " + CauseText.of(e), "Correct what it names, then start it again.");
        }
    }
}

package io.callport.demo;

import io.callport.app.service.StopSignals;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.ExitCode;
import io.callport.tools.shell.Shell;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "sandbox",
        description =
                "The same as demo, staying up for your own commands until SIGTERM or SIGINT; prints lines to copy.")
final class SandboxCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            description = "Where Kafka listens; default: ${DEFAULT-VALUE}.")
    private int kafkaPort = 19092;

    @Option(
            names = "--vendor-port",
            paramLabel = "PORT",
            description = "Where the stand-in vendors listen; default: ${DEFAULT-VALUE}.")
    private int vendorPort = 18080;

    @Option(
            names = "--admin-port",
            paramLabel = "PORT",
            description = "Where health and metrics are; default: ${DEFAULT-VALUE}.")
    private int adminPort = 19464;

    @Option(
            names = "--webhook-port",
            paramLabel = "PORT",
            description = "Where the service receives callbacks; default: ${DEFAULT-VALUE}.")
    private int webhookPort = 18085;

    SandboxCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        CountDownLatch stop = new CountDownLatch(1);
        StopSignals.install(signal -> stop.countDown());
        shell.err().println("Starting a Kafka broker, stand-in vendors and the service ...");
        LocalPorts ports = new LocalPorts(kafkaPort, vendorPort, adminPort, webhookPort);
        try (LocalCallport local = LocalCallport.start(ports)) {
            shell.out().println("ready");
            shell.out().print(SandboxInstructions.of(local));
            shell.out().flush();
            stop.await();
            shell.err().println("Stopping ...");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException | java.io.UncheckedIOException e) {
            throw CommandFailedException.failed(
                    "The sandbox does not start: " + e.getMessage(),
                    "If a port is taken, choose others with --kafka-port, --vendor-port, --admin-port and"
                            + " --webhook-port.");
        }
        return ExitCode.DONE;
    }
}

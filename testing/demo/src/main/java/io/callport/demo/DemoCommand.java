package io.callport.demo;

import io.callport.kafka.admin.CommandSender;
import io.callport.sandbox.callback.CallbackBatch;
import io.callport.sandbox.callback.CallbackKind;
import io.callport.sandbox.callback.SentCallback;
import io.callport.tools.shell.ExitCode;
import io.callport.tools.shell.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description =
                "Show everything on this machine: an embedded broker, stand-in vendors, the service, a command of every query, a"
                        + " callback of every kind.")
final class DemoCommand implements Callable<Integer> {
    private final Shell shell;

    DemoCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        DemoOutput transcript = new DemoOutput(shell.out());
        transcript.opening();
        try (LocalCallport local = LocalCallport.start(new LocalPorts(0, 0, freePort(), freePort()));
                CommandSender sender = CommandSender.open(local.configuration.kafkaSettings());
                EventReader events = EventReader.open(local.kafka.bootstrapServers())) {
            transcript.parts(local);
            for (SampleCommand sample : SampleCommands.of(local.configuration)) {
                show(sample, local, sender, transcript);
            }
            for (CallbackKind kind : CallbackKind.values()) {
                SentCallback sent = local.vendors
                        .sendCallbacks(CallbackBatch.of(kind, 1))
                        .join()
                        .get(0);
                transcript.callback(kind, sent);
                transcript.event(events.await(sent.ids().values()));
            }
            transcript.summary(local.vendors.requests());
        }
        return transcript.asExpected() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void show(SampleCommand sample, LocalCallport local, CommandSender sender, DemoOutput transcript) {
        if (sample.fault() != null) {
            local.vendors.arm(sample.fault());
        }
        int before = local.vendors.requests().size();
        transcript.command(sample);
        long started = System.nanoTime();
        String result = sender.send(sample.query(), sample.account(), sample.params(), sample.deadline());
        transcript.result(sample, result, System.nanoTime() - started);
        if (sample.fault() != null) {
            transcript.attempts(local.vendors.requests().size() - before);
        }
    }

    /** Finds a free port, since the service's configuration has no value for "any free port": 0 means no port there. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

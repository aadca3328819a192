package io.callport.system.crash.process;

import java.nio.file.Path;
import java.util.List;

/** The embedded broker in a process of its own. */
final class ProcessBroker implements Broker {
    private final List<String> command;
    private final Path output;
    private final int port;
    private ChildProcess child;

    private ProcessBroker(List<String> command, Path output, int port) {
        this.command = command;
        this.output = output;
        this.port = port;
        this.child = ChildProcess.start(command, output);
    }

    static ProcessBroker start(Path folder) {
        int port = FreePorts.free();
        List<String> arguments = List.of(folder.resolve("kafka").toString(), String.valueOf(port));
        return new ProcessBroker(
                JavaLauncher.asItIs().command(BrokerMain.class.getName(), "512m", arguments),
                folder.resolve("broker.log"),
                port);
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public Path output() {
        return output;
    }

    @Override
    public void kill() {
        child.kill();
    }

    @Override
    public void startAgain() {
        if (!child.alive()) {
            child = ChildProcess.start(command, output);
        }
    }

    @Override
    public void close() {
        child.kill();
    }
}

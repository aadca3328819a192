package io.callport.system.crash.process;

import io.callport.sandbox.broker.EmbeddedKafka;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker's process: opens a directory's data at a port, and serves until it is killed. */
final class BrokerMain {
    private BrokerMain() {}

    /** Arguments: the directory, the port. */
    public static void main(String[] args) throws InterruptedException {
        EmbeddedKafka kafka = EmbeddedKafka.open(Path.of(args[0]), Integer.parseInt(args[1]), BrokerSettings.ALL);
        System.out.println("serving " + kafka.bootstrapServers());
        new CountDownLatch(1).await();
    }
}

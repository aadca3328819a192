package io.callport.kafka.loop;

import io.callport.switchboard.Limits;
import java.io.IOException;

/** A loop in a separate process with a heap of its own, until the input of the process ends. */
final class LoopProcess {
    private LoopProcess() {}

    /**
     * Serves the topics of a fixture.
     *
     * @param args the brokers, and the name of the fixture that made the topics
     */
    public static void main(String[] args) throws IOException {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            error.printStackTrace();
            Runtime.getRuntime().halt(3);
        });
        LoopFixture fixture = new LoopFixture(args[0], args[1]);
        long memory = Runtime.getRuntime().maxMemory() / 100 * 40;
        fixture.limits = new Limits(100, 100, 4, 64, memory);
        fixture.start();
        int unused = System.in.read();
        Runtime.getRuntime().halt(0);
    }
}

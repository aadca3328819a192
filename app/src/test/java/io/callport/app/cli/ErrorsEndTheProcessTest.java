package io.callport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A process ends when an error ends one of its threads. */
class ErrorsEndTheProcessTest {
    @Test
    void atOnceAndVisibly() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneThreadFails.class.getName()))
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(printed)
                .contains("An error ends the process")
                .contains("OutOfMemoryError")
                .contains("callport-topics");
    }

    /** A process that waits for ever, and one of whose threads fails. */
    static final class OneThreadFails {
        private OneThreadFails() {}

        public static void main(String[] args) throws InterruptedException {
            Thread.setDefaultUncaughtExceptionHandler(RunLog::uncaught);
            Thread failing = new Thread(
                    () -> {
                        throw new OutOfMemoryError("Java heap space");
                    },
                    "callport-topics");
            failing.start();
            new CountDownLatch(1).await();
        }
    }
}

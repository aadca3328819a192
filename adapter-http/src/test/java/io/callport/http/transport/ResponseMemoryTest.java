package io.callport.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.http.HttpPorts;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.memory.MemoryLedger;
import io.callport.memory.MemoryUse;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** S8: answers take part of the memory while they are read, unpacked and parsed. */
class ResponseMemoryTest {
    private static final int LARGE = 8 << 20;
    private static final int MANY = 20; // as many as the stand-in vendor allows

    private final VendorSandbox sandbox = VendorSandbox.start(0);

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** At once they would take more than a gigabyte: without a bound this process ends with an OutOfMemoryError. */
    @Test
    void manyLargeAnswersAtOnceAreReadInAHeapThatHoldsFew() throws Exception {
        arm(MANY);
        String printed = ask("-Xmx512m");
        assertThat(printed).contains("answered=" + MANY + " refused=0 held=0");
    }

    @Test
    void anAnswerThatNoMemoryHoldsIsRefusedAndHoldsNothing() {
        arm(1);
        MemoryLedger ledger = new MemoryLedger(20 << 20);
        try (HttpPorts ports = HttpPorts.open(
                HttpSettings.DEFAULT,
                List.of(DocumentedExamples.moor(sandbox.url())),
                HttpListener.NONE,
                ledger.answers())) {
            QueryFailure failure = DocumentedExamples.failure(() -> DocumentedExamples.numbers(ports));
            assertThat(failure.reason()).isEqualTo(Reason.ANSWER_TOO_LARGE);
            assertThat(failure.detail()).contains("limits.memory");
            assertThat(DocumentedExamples.numbers(ports).displayNumbers()).isNotEmpty();
        }
        assertThat(ledger.held(MemoryUse.REQUESTS)).isZero();
    }

    private void arm(int times) {
        for (int i = 0; i < times; i++) {
            sandbox.arm(Fault.of(FaultKind.HUGE, "bytes", LARGE));
        }
    }

    private String ask(String heap, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                LargeAnswersProcess.class.getName(),
                sandbox.url().toString(),
                String.valueOf(MANY)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return printed;
    }
}

package io.callport.kafka.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.callinfo.LookupQuery;
import io.callport.kafka.result.AnswerJson;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.VendorFieldsInResults;
import io.callport.kafka.tracing.Tracing;
import io.callport.memory.MemoryLedger;
import io.callport.query.Outcome;
import io.callport.query.Ports;
import io.callport.switchboard.Request;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RequestExecutorTest {
    private static final Request REQUEST = new Request(1, Account.parse("callbot:b"), new LookupQuery("1", "k", 1), 1);

    @Test
    @Timeout(30)
    void aRequestThatBreaksDownEndsAndNoThreadThrows() {
        Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> thrown.add(e));
        Function<String, Ports> broken = vendor -> {
            throw new AssertionError("as planned");
        };
        try (RequestExecutor workers = new RequestExecutor(
                broken,
                new SafeTracing(Tracing.NONE),
                AnswerJson.with(SipPasswords.REDACT, VendorFieldsInResults.KEEP),
                new MemoryLedger(1 << 20).answers())) {
            workers.start(REQUEST, System.nanoTime() + 10_000_000_000L, List.of());
            RequestExecutor.Ended ended = workers.poll();
            while (ended == null) {
                LockSupport.parkNanos(1_000_000);
                ended = workers.poll();
            }
            assertThat(ended.outcome())
                    .isInstanceOf(Outcome.Failed.class)
                    .asString()
                    .contains("VENDOR_UNAVAILABLE", "The request broke down inside Callport");
            LockSupport.parkNanos(100_000_000); // it would throw after it has told its end
            assertThat(thrown).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(null);
        }
    }
}

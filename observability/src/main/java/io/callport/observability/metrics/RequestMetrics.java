package io.callport.observability.metrics;

import io.callport.account.Account;
import io.callport.http.settings.HttpListener;
import io.callport.query.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts and times the requests to vendors. */
record RequestMetrics(MeterRegistry registry) implements HttpListener {
    private static final String VENDOR = "vendor";

    @Override
    public void requestEnded(Account account, String endpoint, @Nullable Reason refusal, Duration took) {
        Meters.REQUESTS
                .of(registry, VENDOR, account.vendor(), "endpoint", endpoint, "outcome", Meters.outcome(refusal))
                .record(took);
    }

    @Override
    public void responseSignatureWrong(Account account) {
        Meters.WRONG_SIGNATURES.of(registry, VENDOR, account.vendor()).increment();
    }

    @Override
    public void clockCorrected(Account account, Duration offset) {
        Meters.CLOCK_CORRECTIONS.of(registry, VENDOR, account.vendor()).increment();
    }
}

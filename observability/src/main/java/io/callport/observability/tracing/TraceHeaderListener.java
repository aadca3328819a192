package io.callport.observability.tracing;

import io.callport.account.Account;
import io.callport.http.settings.HttpListener;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Adds the context of the trace to the thread's request, and passes every call on to the next listener. */
record TraceHeaderListener(HttpListener next, CurrentRequest current, boolean toVendors) implements HttpListener {
    @Override
    public void requestSigned(BiConsumer<String, String> headers) {
        next.requestSigned(headers);
        if (toVendors) {
            current.headers().forEach((name, value) -> {
                if (TraceHeaders.namesATrace(name)) {
                    headers.accept(name, value);
                }
            });
        }
    }

    @Override
    public void requestEnded(Account account, String endpoint, @Nullable Reason refusal, Duration took) {
        current.asked(endpoint);
        next.requestEnded(account, endpoint, refusal, took);
    }

    @Override
    public void accountRefused(Account account) {
        next.accountRefused(account);
    }

    @Override
    public void responseSignatureWrong(Account account) {
        next.responseSignatureWrong(account);
    }

    @Override
    public void clockCorrected(Account account, Duration offset) {
        next.clockCorrected(account, offset);
    }

    @Override
    public void clockCorrectionWithdrawn(Account account) {
        next.clockCorrectionWithdrawn(account);
    }
}

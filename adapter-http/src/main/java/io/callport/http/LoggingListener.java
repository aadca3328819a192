package io.callport.http;

import io.callport.account.Account;
import io.callport.http.settings.HttpListener;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes reports on to a listener, whose mistakes end here, and logs once per account what needs a person. */
final class LoggingListener implements HttpListener {
    private static final Logger LOG = LoggerFactory.getLogger(HttpPorts.class);

    private final HttpListener listener;
    private final Set<Account> wrongSignatures = ConcurrentHashMap.newKeySet();
    private final Set<Account> unauthorized = ConcurrentHashMap.newKeySet();
    private final Set<Account> clockCorrected = ConcurrentHashMap.newKeySet();
    private final Set<Account> clockCorrectionWithdrawn = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean failed = new AtomicBoolean();

    LoggingListener(HttpListener listener) {
        this.listener = listener;
    }

    @Override
    public void requestSigned(BiConsumer<String, String> headers) {
        report(() -> listener.requestSigned(headers));
    }

    @Override
    public void requestEnded(Account account, String endpoint, @Nullable Reason refusal, Duration took) {
        if (refusal == null && unauthorized.remove(account)) {
            LOG.atInfo().addKeyValue("account", account).log("The vendor accepts the account's signature again");
        }
        report(() -> listener.requestEnded(account, endpoint, refusal, took));
    }

    @Override
    public void accountRefused(Account account) {
        if (unauthorized.add(account)) {
            LOG.atWarn()
                    .addKeyValue("account", account)
                    .log("The vendor does not accept an account's signature; logged once until it answers again");
        }
        report(() -> listener.accountRefused(account));
    }

    @Override
    public void responseSignatureWrong(Account account) {
        if (wrongSignatures.add(account)) {
            LOG.atWarn()
                    .addKeyValue("account", account)
                    .log("The signature of an answer is wrong or missing; logged once per account");
        }
        report(() -> listener.responseSignatureWrong(account));
    }

    @Override
    public void clockCorrected(Account account, Duration offset) {
        if (clockCorrected.add(account)) {
            LOG.atWarn()
                    .addKeyValue("account", account)
                    .addKeyValue("offset", offset)
                    .log(
                            "The vendor refused a request and its clock differs from this machine's; timestamps are corrected "
                                    + "if that helps, but synchronise this machine; logged once per account");
        }
        report(() -> listener.clockCorrected(account, offset));
    }

    @Override
    public void clockCorrectionWithdrawn(Account account) {
        if (clockCorrectionWithdrawn.add(account)) {
            LOG.atWarn()
                    .addKeyValue("account", account)
                    .log("A correction of timestamps did not help and is withdrawn; logged once per account");
        }
        report(() -> listener.clockCorrectionWithdrawn(account));
    }

    /** Calls the listener; its mistake must not become a vendor's failure. */
    private void report(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | LinkageError | AssertionError e) { // such as a bridge of another version
            if (failed.compareAndSet(false, true)) {
                LOG.warn("The HTTP listener failed; logged once", e);
            }
        }
    }
}

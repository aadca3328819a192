package io.callport.sandbox.callback;

import io.callport.sandbox.field.InvalidFieldException;
import io.callport.sandbox.vendor.AnswerJson;
import io.callport.sandbox.vendor.SandboxAccount;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** Makes and sends the callbacks that a request asks for, and says what became of each. Thread-safe. */
public final class Callbacks {
    /** Each batch has up to 64 threads, which is as much as a stand-in needs several times over. */
    private static final int MAX_BATCHES = 4;

    private final CallbackSettings settings;
    private final List<SandboxAccount> accounts;
    private final List<CallbackSource> sources;
    private final Clock clock;
    private final Semaphore batches = new Semaphore(MAX_BATCHES);

    /** Makes the callbacks of these accounts, by the vendors' clock. */
    public Callbacks(
            CallbackSettings settings, List<SandboxAccount> accounts, List<CallbackSource> sources, Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Sends the callbacks of a batch.
     *
     * @return what became of each, when the last of them has its answer
     * @throws InvalidFieldException if the vendor has no such account
     * @throws IllegalStateException if too many batches are being sent already
     */
    public CompletableFuture<List<SentCallback>> send(CallbackBatch batch) {
        SandboxAccount account = account(batch);
        if (!batches.tryAcquire()) {
            throw new IllegalStateException(MAX_BATCHES + " batches of callbacks are being sent; wait for one to end");
        }
        return new CallbackSender(settings.url())
                .send(samples(batch, account), batch.pace())
                .whenComplete((sent, failure) -> batches.release());
    }

    private SandboxAccount account(CallbackBatch batch) {
        List<SandboxAccount> possible = accounts.stream()
                .filter(account -> account.vendor().equals(batch.kind().vendor()))
                .toList();
        return possible.stream()
                .filter(account -> batch.account() == null || account.id().equals(batch.account()))
                .findFirst()
                .orElseThrow(() -> new InvalidFieldException(
                        "account",
                        "one of " + possible + ", which push " + batch.kind().label(),
                        "is none of the vendor's"));
    }

    private List<SampleCallback> samples(CallbackBatch batch, SandboxAccount account) {
        String algorithm = batch.algorithm() == null ? settings.algorithm() : batch.algorithm();
        CallbackCredentials authentic =
                new CallbackCredentials(account, algorithm, settings.token(), settings.pathSecret());
        CallbackCredentials credentials = batch.forged() ? authentic.forged() : authentic;
        CallbackSource source = sources.stream()
                .filter(each -> each.makes(batch.kind()))
                .findFirst()
                .orElseThrow();
        String id = AnswerJson.id();
        Instant now = clock.instant();
        List<SampleCallback> samples = new ArrayList<>();
        for (int i = 0; i < batch.count(); i++) {
            SampleCallback sample = source.make(batch.kind(), credentials, now, new CallbackSource.Place(id, i));
            samples.addAll(Collections.nCopies(batch.copies(), sample));
        }
        return samples;
    }
}

package io.callport.http.client;

import io.callport.account.Account;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What this adapter reports while it works. Called on the threads that ask; thread-safe; never throws. */
public interface Watcher {
    /** A request is signed and about to be sent; takes names and values of headers to add. */
    void requestSigned(BiConsumer<String, String> headers);

    /** A request ended, with an answer if {@code refusal} is null. */
    void requestEnded(Account account, String endpoint, @Nullable Reason refusal, Duration took);

    /** An answer's signature is wrong or missing. */
    void responseSignatureWrong(Account account);

    /** The timestamps sent to an account's vendor are corrected by that much from now on. */
    void clockCorrected(Account account, Duration offset);
}

package io.callport.signing;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A signed message: the headers to send, and the steps of their making. Immutable and thread-safe, as long as the
 * signed body does not change.
 */
public final class SignedMessage {
    private final String sign;
    private final Map<String, String> headers;
    private final Supplier<List<SigningStep>> steps;

    SignedMessage(String sign, Map<String, String> headers, Supplier<List<SigningStep>> steps) {
        this.sign = sign;
        this.headers = headers;
        this.steps = steps;
    }

    /** The signature, as the vendor writes it. */
    public String sign() {
        return sign;
    }

    /**
     * The headers to send, the signature among them: by the vendor's names and in the order of its documentation.
     * Unmodifiable. Headers that are not about the signature, {@code content-type} for one, are not here.
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Every intermediate, from the text that was signed to the signature, with the secret masked. They are made on each
     * call, so that a large body becomes text only for a caller of this method; bytes that are not UTF-8 show as
     * U+FFFD. They hold the whole body: fit for a person who asked, not for a log.
     */
    public List<SigningStep> steps() {
        return steps.get();
    }

    /** The names of the headers only: a reader of the text could use a signature that was not sent yet. */
    @Override
    public String toString() {
        return "Signed" + headers.keySet();
    }
}

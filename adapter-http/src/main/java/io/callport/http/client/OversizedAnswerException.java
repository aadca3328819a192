package io.callport.http.client;

import java.io.IOException;

/** An answer has more bytes than configured. */
final class OversizedAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    OversizedAnswerException(int maxBytes) {
        super("The answer has more than " + maxBytes + " bytes, which is the largest that is read");
    }
}

package io.callport.http.client;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;

/** Reads one answer, and remembers whether its headers came. */
final class AnswerReader implements BodyHandler<byte[]> {
    private final int maxBytes;
    private volatile boolean started;

    AnswerReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Whether the headers of an answer came. */
    boolean started() {
        return started;
    }

    @Override
    public BodySubscriber<byte[]> apply(ResponseInfo answer) {
        started = true;
        return new BoundedBody(maxBytes);
    }
}

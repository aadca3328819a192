package io.callport.http.reply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import feign.Response;
import feign.codec.Decoder;
import feign.codec.ErrorDecoder;
import io.callport.http.client.AnswerBody;
import io.callport.http.json.Json;
import java.lang.reflect.Type;

/** Reads one account's answers: a {@link Reply}, or the failure that it tells of. Thread-safe. */
public final class ReplyDecoder implements Decoder, ErrorDecoder {
    private final Envelope.Reader envelopes;
    private final Refusals refusals;

    /** Reads answers in that vendor's envelope. */
    public ReplyDecoder(Envelope.Reader envelopes, Refusals refusals) {
        this.envelopes = envelopes;
        this.refusals = refusals;
    }

    /** Reads an answer with a 2xx status. */
    @Override
    public Reply decode(Response answer, Type type) {
        ObjectNode json = Json.readObject(AnswerBody.of(answer).bytes());
        if (json == null) {
            throw refusals.malformed(answer, "The answer is not a JSON object");
        }
        Envelope envelope = envelopes.read(json);
        if (envelope == null) {
            throw refusals.malformed(answer, "The answer lacks the vendor's envelope");
        }
        if (!envelope.success()) {
            throw refusals.refused(answer, envelope);
        }
        return new Reply(json, () -> refusals.said(answer, envelope));
    }

    /** Reads an answer with any other status. */
    @Override
    public Exception decode(String method, Response answer) {
        ObjectNode json = Json.readObject(AnswerBody.of(answer).bytes());
        return refusals.refused(answer, json == null ? null : envelopes.read(json));
    }
}

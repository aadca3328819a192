package io.callport.http.reply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.http.json.Json;
import io.callport.http.json.JsonMask;
import io.callport.http.transport.ClockReading;
import io.callport.http.transport.RawResponse;
import io.callport.http.transport.ResponseMemory;
import io.callport.query.QueryFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one account's responses: a {@link Reply}, or the failure that the response states. The account's secret is masked wherever
 * the vendor repeats it. Thread-safe.
 */
public final class ReplyDecoder {
    private final Envelope.Reader envelopeReader;
    private final FailureMapper failures;

    /** A decoder of one vendor's envelope. */
    public ReplyDecoder(Envelope.Reader envelopeReader, FailureMapper failures) {
        this.envelopeReader = envelopeReader;
        this.failures = failures;
    }

    /**
     * The reply in a response.
     *
     * @param time the time with which the request was signed
     * @throws QueryFailedException if the vendor refused the request, or the response is not one of the vendor's
     */
    public Reply decode(RawResponse response, ClockReading time) {
        long parsed = Json.weight(response.body());
        ResponseMemory.current()
                .await(2L * response.body().length + parsed + parsed / 2); // the answer shares its texts
        Json.ReadObject read = Json.readObject(response.body());
        ObjectNode json = read.object();
        if (json != null) {
            JsonMask.mask(json, failures.secrets());
        }
        Envelope envelope = json == null ? null : envelopeReader.read(json);
        if (!response.successful()) {
            throw failures.refused(response, envelope, time);
        }
        if (json == null) {
            throw failures.malformed(response, "The answer is not a JSON object: " + read.fault());
        }
        return reply(response, json, envelope, time);
    }

    private Reply reply(RawResponse response, ObjectNode json, @Nullable Envelope envelope, ClockReading time) {
        if (envelope == null) {
            throw failures.malformed(response, "The answer lacks the vendor's envelope");
        }
        if (!envelope.success()) {
            throw failures.refused(response, envelope, time);
        }
        failures.accepted(response, time);
        return new Reply(json, () -> failures.vendorReply(response, envelope));
    }
}

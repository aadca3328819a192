package io.callport.http.reply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.http.transport.ClockReading;
import io.callport.http.transport.RawResponse;
import io.callport.http.transport.ResponseMemory;
import io.callport.query.QueryFailedException;
import io.callport.vendor.json.Json;
import io.callport.vendor.json.JsonMask;
import org.jspecify.annotations.Nullable;

/**
 * Reads one account's responses: a {@link Reply}, or the failure that the response states. The account's secret is
 * masked wherever the vendor repeats it. Thread-safe.
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
        ResponseMemory.current().await(peakWeight(response.body()));
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

    /**
     * The most bytes that a response takes: twice its body, for the parts that were read stand beside the whole; its
     * parsed JSON; and half as much again for the answer, which shares the JSON's texts.
     */
    private static long peakWeight(byte[] body) {
        long parsed = Json.weight(body);
        return 2L * body.length + parsed + parsed / 2;
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

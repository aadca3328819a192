package io.callport.sandbox.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON, and applies the faults that change the answers of all vendors in the same way. */
public final class AnswerJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The fields of all vendors' envelopes; every other field of an answer is its data. */
    private static final Set<String> ENVELOPE = Set.of(
            "success",
            "code",
            "message",
            "requestInfo",
            "retCode",
            "retMsg",
            "responseID",
            "timestamp",
            "msg",
            "reqId");

    private AnswerJson() {}

    /** Reads a documented example, kept as a file beside the vendor's class. */
    public static ObjectNode documented(Class<?> vendor, String file) {
        try (InputStream in = vendor.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + file);
            }
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Parses a request's body as an object; null if the body is no object. */
    public static @Nullable ObjectNode object(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree instanceof ObjectNode object ? object : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Makes a new request id, in the form of the vendors' ids: 32 hex digits. */
    public static String id() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Whether the fault is of that kind. */
    public static boolean is(FaultKind kind, @Nullable Fault fault) {
        return fault != null && fault.kind() == kind;
    }

    /** Whether the fault asks for that variant of the envelope. */
    public static boolean isEnvelope(String variant, @Nullable Fault fault) {
        return is(FaultKind.ENVELOPE, fault)
                && fault != null
                && fault.text("variant", "").equals(variant);
    }

    /** The bytes to send, changed by a fault that changes answers. */
    public static byte[] bytes(ObjectNode answer, @Nullable Fault fault) {
        if (is(FaultKind.MISSING_DATA, fault)) {
            answer.retain(ENVELOPE);
        }
        if (is(FaultKind.LOOSE_TYPES, fault)) {
            LooseTypes.loosen(answer, ENVELOPE);
        }
        if (isEnvelope("bare", fault)) {
            return bytes(answer.path("data"));
        }
        if (fault != null && fault.kind() == FaultKind.HUGE) {
            return PaddedAnswer.of(answer, fault.number("bytes", 1));
        }
        return bytes(answer);
    }

    /** Writes compact JSON in UTF-8. */
    public static byte[] bytes(JsonNode json) {
        return text(json).getBytes(UTF_8);
    }

    static String text(JsonNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

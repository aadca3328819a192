package io.callport.kafka.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.kafka.record.Json;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.VendorFieldsInResults;
import io.callport.query.Answer;
import java.io.UncheckedIOException;

/** Writes an answer as the {@code result} object of an event. Thread-safe. */
public final class AnswerJson {
    private final ObjectMapper mapper;

    private AnswerJson(SipPasswords passwords, VendorFieldsInResults vendorFields) {
        this.mapper = Json.answers(passwords, vendorFields);
    }

    public static AnswerJson with(SipPasswords passwords, VendorFieldsInResults vendorFields) {
        return new AnswerJson(passwords, vendorFields);
    }

    /** Writes an answer as one line of JSON. */
    public static String write(Answer answer, SipPasswords passwords, VendorFieldsInResults vendorFields) {
        try {
            return Json.answers(passwords, vendorFields).writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes an answer, unless it was written before. */
    public WrittenAnswer write(Answer answer) {
        if (answer instanceof WrittenAnswer written) {
            return written;
        }
        try {
            return new WrittenAnswer(mapper.writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.callport.kafka.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.kafka.record.Json;
import io.callport.kafka.settings.SipPasswords;
import io.callport.query.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes an answer as the {@code result} object of an event. Thread-safe. */
public final class AnswerJson {
    private final ObjectMapper mapper;

    private AnswerJson(SipPasswords passwords) {
        this.mapper = Json.answers(passwords);
    }

    static AnswerJson with(SipPasswords passwords) {
        return new AnswerJson(passwords);
    }

    /** Writes an answer as one line of JSON. */
    public static String write(Answer answer, SipPasswords passwords) {
        try {
            return Json.answers(passwords).writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Answer answer, JsonGenerator json) throws IOException {
        mapper.writeValue(json, answer);
    }
}

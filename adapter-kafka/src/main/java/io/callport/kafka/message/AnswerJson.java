package io.callport.kafka.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.kafka.SipPasswords;
import io.callport.query.Answer;
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

    /** The answer as one line of JSON. */
    public static String write(Answer answer, SipPasswords passwords) {
        try {
            return Json.STRICT.writeValueAsString(new AnswerJson(passwords).tree(answer));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode tree(Answer answer) {
        return mapper.valueToTree(answer);
    }
}

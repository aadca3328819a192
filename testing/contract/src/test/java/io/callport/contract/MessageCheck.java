package io.callport.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Checks records against the contract. Callport's messages must match this build's schemas without unknown fields, and
 * the released schemas as a reader of that release uses them.
 */
public final class MessageCheck {
    private static final Set<String> NOT_THE_QUERYS_FAULT = Set.of(
            "expired",
            "over-budget",
            "overloaded",
            "unauthorized",
            "vendor-refused",
            "vendor-unavailable",
            "malformed-answer",
            "answer-too-large");

    private final Schemas strict = Schemas.strict();
    private final Schemas current = Schemas.current();
    private final Schemas released = ReleasedSchemas.schemas();

    /** The problems of a record on a results or reply topic. */
    public List<String> result(ConsumerRecord<byte[], byte[]> record) {
        JsonNode body = RecordJson.value(record);
        ObjectNode headers = RecordJson.headers(record);
        String query = body.path("query").asText();
        boolean answered = body.path("status").asText().equals("answered");
        List<String> problems = new ArrayList<>();
        problems.addAll(published(answered ? "answers/" + query : "refusal", body));
        problems.addAll(published(answered ? "answer-headers" : "refusal-headers", headers));
        problems.addAll(current.problems("result", body));
        String known = strict.has("answers/" + query) ? query + "." : "";
        equal(problems, "ce_type", headers, "io.callport." + known + (answered ? "answer" : "refusal") + ".v1");
        equal(problems, "ce_subject", headers, body.path("account").asText());
        equal(problems, "ce_causationid", headers, body.path("commandId").asText());
        if (!RecordJson.key(record).equals(body.path("account").asText())) {
            problems.add("its key is not its account");
        }
        if (answered) {
            problems.addAll(command(body));
        }
        return problems;
    }

    /** The problems of a record on a topic of events. */
    public List<String> event(ConsumerRecord<byte[], byte[]> record) {
        JsonNode body = RecordJson.value(record);
        ObjectNode headers = RecordJson.headers(record);
        String event = body.path("event").asText();
        String account = body.path("account").asText();
        List<String> problems = new ArrayList<>();
        problems.addAll(published("events/" + event, body));
        problems.addAll(published("event-headers", headers));
        problems.addAll(current.problems("event", body));
        equal(problems, "ce_type", headers, "io.callport." + event + ".event.v1");
        equal(problems, "ce_subject", headers, account);
        if (!RecordJson.key(record).startsWith(account + "/")) {
            problems.add("its key does not begin with its account");
        }
        return problems;
    }

    /** The problems of a record on the dead letters' topic. */
    public List<String> deadLetter(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode headers = RecordJson.headers(record);
        List<String> problems = new ArrayList<>(published("dead-letter-headers", headers));
        String schema = commandSchema(headers);
        if (current.problems(schema, RecordJson.value(record)).isEmpty()) {
            problems.add("it is a command by " + schema + ".schema.json");
        }
        return problems;
    }

    /**
     * The problems of a command, given its result: a command that is answered, or might have been, must match its
     * schemas.
     */
    public List<String> command(ConsumerRecord<byte[], byte[]> record, JsonNode result) {
        boolean fine = result.path("status").asText().equals("answered")
                || NOT_THE_QUERYS_FAULT.contains(result.path("reason").asText());
        if (!fine) {
            return List.of();
        }
        return command(record);
    }

    /** The problems of a command by its schemas alone. */
    public List<String> command(ConsumerRecord<byte[], byte[]> record) {
        ObjectNode headers = RecordJson.headers(record);
        List<String> problems = new ArrayList<>(current.problems("command-headers", headers));
        problems.addAll(current.problems(commandSchema(headers), RecordJson.value(record)));
        return problems;
    }

    private static String commandSchema(ObjectNode headers) {
        String type = headers.path("content-type").asText().toLowerCase(Locale.ROOT);
        boolean event = type.startsWith("application/cloudevents");
        return event ? "command-event" : "command";
    }

    /** Checks the parameters that come back with an answer, since they are those that the query takes. */
    private List<String> command(JsonNode answer) {
        return current.problems("command", ((ObjectNode) answer.deepCopy()).retain("query", "account", "params"));
    }

    private List<String> published(String schema, JsonNode message) {
        if (!strict.has(schema)) {
            return List.of(schema + ": there is no such schema");
        }
        List<String> problems = new ArrayList<>(strict.problems(schema, message));
        if (released.has(schema)) {
            released.problems(schema, message).forEach(problem -> problems.add("as released: " + problem));
        }
        return problems;
    }

    private static void equal(List<String> problems, String header, ObjectNode headers, String wanted) {
        if (!headers.path(header).asText().equals(wanted)) {
            problems.add(header + ": is " + headers.path(header) + " instead of " + wanted);
        }
    }
}

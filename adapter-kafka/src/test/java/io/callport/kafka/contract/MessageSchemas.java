package io.callport.kafka.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.catalog.Events;
import io.callport.catalog.Queries;
import io.callport.event.EventType;
import io.callport.kafka.command.QueryJson;
import io.callport.query.Query;
import io.callport.query.QueryType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The schemas that follow from the catalogue: of each query, each event, any command, any result and any event. */
final class MessageSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "https://callport.io/schemas/v1/";
    private static final String COMMON = "common.schema.json#/$defs/";

    private MessageSchemas() {}

    /** The files' contents, by name. */
    static Map<String, ObjectNode> all(RecordDocs docs) {
        Map<String, ObjectNode> files = new LinkedHashMap<>();
        for (QueryType<?, ?> type : Queries.ALL) {
            files.put(command(type.name()), command(type, docs));
            files.put(answer(type.name()), answer(type, docs));
        }
        for (EventType<?> type : Events.ALL) {
            files.put(event(type.name()), event(type, docs));
        }
        files.put("event.schema.json", anyEvent());
        files.put("command.schema.json", anyCommand());
        files.put("result.schema.json", anyResult());
        return files;
    }

    private static String command(String query) {
        return "commands/" + query + ".schema.json";
    }

    private static String answer(String query) {
        return "answers/" + query + ".schema.json";
    }

    private static ObjectNode command(QueryType<?, ?> type, RecordDocs docs) {
        ObjectNode file = file(command(type.name()), "Command " + type.name(), docs.of(type.query()));
        Set<String> required = required(type);
        RecordSchemas schemas = RecordSchemas.ofParams(docs, required);
        ObjectNode properties = file.putObject("properties");
        properties.putObject("query").put("const", type.name());
        common(properties, "account");
        ObjectNode params = schemas.of(type.query());
        boolean needed =
                schemas.definitions().at("/" + type.query().getSimpleName()).has("required");
        properties.set("params", needed ? params : RecordSchemas.orNull(params));
        common(properties, "maxAge");
        common(properties, "id");
        common(properties, "expiresAt");
        file.withArray("required").add("query").add("account");
        if (needed) {
            file.withArray("required").add("params");
        }
        file.set("$defs", schemas.definitions());
        return file;
    }

    private static ObjectNode answer(QueryType<?, ?> type, RecordDocs docs) {
        ObjectNode file = file(answer(type.name()), "Answer to " + type.name(), docs.of(type.answer()));
        RecordSchemas schemas = RecordSchemas.ofAnswers(docs);
        ObjectNode properties = file.putObject("properties");
        properties.putObject("query").put("const", type.name());
        common(properties, "account");
        common(properties, "commandId");
        common(properties, "params");
        properties.putObject("status").put("const", "answered");
        common(properties, "request");
        properties.set("result", schemas.of(type.answer()));
        properties.fieldNames().forEachRemaining(file.withArray("required")::add);
        file.set("$defs", schemas.definitions());
        return file;
    }

    private static ObjectNode anyCommand() {
        String about =
                "A command of any query. Callport ignores fields of a command that it does not know, but not in params, nor"
                        + " where their name is misspelt, as parms and expires_at are.";
        ObjectNode file = file("command.schema.json", "Command", about);
        ObjectNode query = file.putObject("properties").putObject("query").put("description", "What is asked.");
        for (QueryType<?, ?> type : Queries.ALL) {
            query.withArray("enum").add(type.name());
            addCase(file, "query", type.name(), command(type.name()));
        }
        file.withArray("required").add("query").add("account");
        return file;
    }

    private static ObjectNode anyResult() {
        String about =
                "The one result of a command: an answer, or a refusal. Readers ignore fields that they do not know.";
        ObjectNode file = file("result.schema.json", "Result", about);
        ObjectNode properties = file.putObject("properties");
        properties.putObject("query").put("type", "string");
        properties.putObject("account").put("$ref", COMMON + "account");
        properties.putObject("commandId").put("$ref", COMMON + "commandId");
        properties.putObject("status").putArray("enum").add("answered").add("refused");
        properties.fieldNames().forEachRemaining(file.withArray("required")::add);
        addCase(file, "status", "refused", "refusal.schema.json");
        for (QueryType<?, ?> type : Queries.ALL) {
            ObjectNode answered = addCase(file, "query", type.name(), answer(type.name()));
            ((ObjectNode) answered.at("/properties")).putObject("status").put("const", "answered");
            answered.withArray("required").add("status");
        }
        return file;
    }

    private static String event(String name) {
        return "events/" + name + ".schema.json";
    }

    private static ObjectNode event(EventType<?> type, RecordDocs docs) {
        String about = type.about().substring(0, 1).toUpperCase(Locale.ROOT)
                + type.about().substring(1)
                + ", as " + type.vendor()
                + " pushes it. It has either data or tooLarge. Readers ignore fields that they do not know.";
        ObjectNode file = file(event(type.name()), "Event " + type.name(), about);
        RecordSchemas schemas = RecordSchemas.ofAnswers(docs);
        ObjectNode properties = file.putObject("properties");
        properties.putObject("event").put("const", type.name());
        common(properties, "account");
        properties
                .putObject("receivedAt")
                .put("$ref", "../" + COMMON + "instant")
                .put("description", "When the service received it.");
        properties
                .putObject("vendorRequestId")
                .put("type", "string")
                .put("description", "The vendor's id of its request, where it sent one.");
        properties
                .putObject("mapped")
                .put("const", false)
                .put(
                        "description",
                        "Present, and false, if the vendor's fields could not be mapped: data has them in vendorFields.");
        ObjectNode data = schemas.of(type.data());
        properties.set("data", data);
        properties.putObject("tooLarge").put("$ref", "../" + COMMON + "tooLarge");
        file.withArray("required").add("event").add("account").add("receivedAt");
        demandOfMapped(file, schemas.definitions(), type.data().getSimpleName());
        file.set("$defs", schemas.definitions());
        return file;
    }

    /** Demands of mapped data alone what its record demands: data that is not mapped has vendorFields at most. */
    private static void demandOfMapped(ObjectNode file, ObjectNode definitions, String record) {
        JsonNode required = ((ObjectNode) definitions.get(record)).remove("required");
        if (required != null) {
            ObjectNode either = file.withArray("allOf").addObject();
            ObjectNode condition = either.putObject("if");
            condition.putArray("required").add("data");
            condition.putObject("not").putArray("required").add("mapped");
            either.putObject("then").putObject("properties").putObject("data").set("required", required);
        }
    }

    private static ObjectNode anyEvent() {
        ObjectNode file = file(
                "event.schema.json",
                "Event",
                "An event that a vendor pushed. Readers ignore fields that they do not know, and skip events of which"
                        + " they have never heard.");
        ObjectNode properties = file.putObject("properties");
        properties.putObject("event").put("type", "string");
        properties.putObject("account").put("$ref", COMMON + "account");
        properties.putObject("receivedAt").put("$ref", COMMON + "instant");
        properties.fieldNames().forEachRemaining(file.withArray("required")::add);
        Events.ALL.forEach(type -> addCase(file, "event", type.name(), event(type.name())));
        return file;
    }

    private static ObjectNode addCase(ObjectNode file, String field, String value, String schema) {
        ObjectNode either = file.withArray("allOf").addObject();
        ObjectNode condition = either.putObject("if");
        condition.putObject("properties").putObject(field).put("const", value);
        condition.putArray("required").add(field);
        either.putObject("then").put("$ref", schema);
        return condition;
    }

    private static ObjectNode file(String name, String title, String description) {
        ObjectNode file = JSON.createObjectNode();
        file.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        file.put("$id", BASE + name);
        return file.put("title", title).put("description", description).put("type", "object");
    }

    private static void common(ObjectNode properties, String name) {
        properties.putObject(name).put("$ref", "../" + COMMON + name);
    }

    /** The fields that no example may leave out. */
    private static Set<String> required(QueryType<?, ?> type) {
        Set<String> required = new TreeSet<>();
        for (var component : type.query().getRecordComponents()) {
            if (type.examples().stream().noneMatch(example -> mayLack(type, example, component.getName()))) {
                required.add(component.getName());
            }
        }
        return required;
    }

    private static boolean mayLack(QueryType<?, ?> type, Query<?, ?> example, String parameter) {
        try {
            ObjectNode params = (ObjectNode) JSON.readTree(QueryJson.write(example));
            params.remove(parameter);
            QueryJson.parse(type, params.toString());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

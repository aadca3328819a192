package io.callport.kafka.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.account.Secret;
import io.callport.query.VendorFields;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns records into schemas of their JSON: one definition for each record, a property for each component. */
final class RecordSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMMON = "../common.schema.json#/$defs/";
    private static final Map<Class<?>, ObjectNode> SIMPLE = Map.of(
            String.class, type("string"),
            Boolean.class, type("boolean"),
            Integer.class, type("integer").put("format", "int32"),
            Long.class, type("integer").put("format", "int64"),
            BigDecimal.class, type("number"),
            Secret.class, type("string"),
            LocalDateTime.class, ref(COMMON + "localDateTime"),
            VendorFields.class, ref(COMMON + "vendorFields"));
    private static final Map<Class<?>, Class<?>> BOXED =
            Map.of(int.class, Integer.class, long.class, Long.class, boolean.class, Boolean.class);

    private final RecordDocs docs;
    private final boolean params;
    private final Set<String> required;
    private final ObjectNode definitions = JSON.createObjectNode();
    private final Map<String, Class<?>> defined = new HashMap<>();

    private RecordSchemas(RecordDocs docs, boolean params, Set<String> required) {
        this.docs = docs;
        this.params = params;
        this.required = required;
    }

    /** The schemas of a query's parameters, read strictly; those that are not required may be null. */
    static RecordSchemas ofParams(RecordDocs docs, Set<String> required) {
        return new RecordSchemas(docs, true, required);
    }

    /** The schemas of answers; absent fields are left out. */
    static RecordSchemas ofAnswers(RecordDocs docs) {
        return new RecordSchemas(docs, false, Set.of());
    }

    /** The schemas of all records met so far, by name. */
    ObjectNode definitions() {
        return definitions;
    }

    /** A reference to the definition of a record. */
    ObjectNode of(Class<?> record) {
        String name = record.getSimpleName();
        Class<?> other = defined.put(name, record);
        if (other == null) {
            definitions.set(name, JSON.createObjectNode()); // its place, before those of what it holds
            definitions.set(name, define(record));
        } else if (other != record) {
            throw new IllegalStateException("two records of one message have the name " + name + "; rename one");
        }
        return ref("#/$defs/" + name);
    }

    private ObjectNode define(Class<?> record) {
        ObjectNode shape = JSON.createObjectNode();
        shape.put("title", record.getSimpleName());
        shape.put("description", docs.of(record).replace("A component is null where", "A field is absent where"));
        shape.put("type", "object");
        ObjectNode properties = shape.putObject("properties");
        for (RecordComponent component : record.getRecordComponents()) {
            properties.set(component.getName(), property(record, component));
            if (isRequired(component)) {
                shape.withArray("required").add(component.getName());
            }
        }
        if (params) {
            shape.put("additionalProperties", false);
        }
        return shape;
    }

    private ObjectNode property(Class<?> record, RecordComponent component) {
        ObjectNode property = value(component.getGenericType());
        String about = docs.of(record, component.getName());
        if (!about.isEmpty()) {
            property.put("description", about.substring(0, 1).toUpperCase(Locale.ROOT) + about.substring(1));
        }
        return params && !isRequired(component) ? orNull(property) : property;
    }

    private ObjectNode value(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return type("array").set("items", value(list.getActualTypeArguments()[0]));
        }
        Class<?> raw = BOXED.getOrDefault(type, (Class<?>) type);
        ObjectNode simple = SIMPLE.get(raw);
        if (simple != null) {
            return params && raw == Integer.class ? bounded(simple.deepCopy()) : simple.deepCopy();
        }
        if (!raw.isRecord()) {
            throw new IllegalStateException(
                    "no schema is known for " + type + "; teach RecordSchemas what JSON it becomes");
        }
        return of(raw);
    }

    private boolean isRequired(RecordComponent component) {
        Class<?> type = component.getType();
        if (params) {
            return type.isPrimitive() || required.contains(component.getName());
        }
        boolean leftOut = type == VendorFields.class || type == Secret.class;
        return !leftOut && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** The bounds of an int, unless narrower ones are written by hand. */
    private static ObjectNode bounded(ObjectNode integer) {
        return integer.put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
    }

    /** Allows null beside a type; null counts as absent. */
    static ObjectNode orNull(ObjectNode property) {
        JsonNode type = property.get("type");
        if (type != null) {
            property.putArray("type").add(type).add("null");
            return property;
        }
        ObjectNode either = JSON.createObjectNode();
        if (property.has("description")) {
            either.set("description", property.remove("description"));
        }
        either.putArray("anyOf").add(property).add(type("null"));
        return either;
    }

    private static ObjectNode type(String name) {
        return JSON.createObjectNode().put("type", name);
    }

    private static ObjectNode ref(String target) {
        return JSON.createObjectNode().put("$ref", target);
    }
}

package io.callport.vendor.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.account.Secret;
import io.callport.query.VendorFields;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object by name and type; {@link #rest} holds the fields that were not read. A field that
 * does not read as its type stays in the rest, and {@code null} is returned for it; one that is {@code null} counts as
 * absent. Not thread-safe.
 */
public final class FieldReader {
    private static final String DATA = "data";

    private final Map<String, JsonNode> unread = new LinkedHashMap<>();

    /** Reads an object's fields; anything else has none. */
    public FieldReader(JsonNode object) {
        object.properties().forEach(field -> unread.put(field.getKey(), field.getValue()));
    }

    /** Text, or a whole number as its digits: {@code "3"} or {@code 3}. */
    public @Nullable String text(String name) {
        return read(name, LenientJson::text);
    }

    /** A whole number of 32 bits: {@code 3} or {@code "3"}. */
    public @Nullable Integer count(String name) {
        return read(name, LenientJson::count);
    }

    /** A whole number of 64 bits, as a time in milliseconds: {@code 3} or {@code "3"}. */
    public @Nullable Long number(String name) {
        return read(name, LenientJson::number);
    }

    /** A number with its decimals as they came: {@code 0.50} or {@code "0.50"}. */
    public @Nullable BigDecimal decimal(String name) {
        return read(name, LenientJson::decimal);
    }

    /** {@code true}, {@code 1}, {@code "1"} or {@code "true"}, and the same for false. */
    public @Nullable Boolean flag(String name) {
        return read(name, LenientJson::flag);
    }

    /** A time without a zone, as in {@code 2020-12-08 16:48:26}. */
    public @Nullable LocalDateTime time(String name) {
        return read(name, LenientJson::time);
    }

    /** A list of texts; empty if the field is absent or not such a list. */
    public List<String> texts(String name) {
        List<String> texts = read(name, LenientJson::texts);
        return texts == null ? List.of() : texts;
    }

    /** A secret text; the field is never in the rest, not even where it does not read as text. */
    public @Nullable Secret secret(String name) {
        Secret secret = read(name, LenientJson::secret);
        drop(name);
        return secret;
    }

    /** Leaves a field out of the rest, whatever it holds. */
    public void drop(String name) {
        unread.remove(name);
    }

    /** The objects of a list, each read by the reader; elements of another type stay in the rest. */
    public <T> List<T> objects(String name, Function<? super FieldReader, ? extends T> reader) {
        List<T> objects = new ArrayList<>();
        if (unread.get(name) instanceof ArrayNode list) {
            ArrayNode others = JsonNodeFactory.instance.arrayNode();
            for (JsonNode element : list) {
                if (element.isObject()) {
                    objects.add(reader.apply(new FieldReader(element)));
                } else {
                    others.add(element);
                }
            }
            keep(name, others);
        }
        return objects;
    }

    /**
     * The objects of the only list of objects, under any name, each read by the reader: for answers whose documents do
     * not name the list. It may stand inside {@code data}. Empty, and nothing is read, if there is no such list or more
     * than one that is not empty.
     */
    public <T> List<T> onlyObjects(Function<? super FieldReader, ? extends T> reader) {
        String only = onlyList(unread);
        if (only != null) {
            return objects(only, reader);
        }
        if (!(unread.get(DATA) instanceof ObjectNode data)) {
            return List.of();
        }
        FieldReader inside = new FieldReader(data);
        String list = onlyList(inside.unread);
        if (list == null) {
            return List.of();
        }
        List<T> objects = inside.objects(list, reader);
        if (inside.unread.isEmpty()) {
            drop(DATA);
        } else {
            unread.put(DATA, inside.left());
        }
        return objects;
    }

    /**
     * The name of the one list of objects; an empty one counts only if there is no other. {@code null} if not exactly
     * one.
     */
    private static @Nullable String onlyList(Map<String, JsonNode> fields) {
        List<Map.Entry<String, JsonNode>> lists = fields.entrySet().stream()
                .filter(field -> isListOfObjects(field.getValue()))
                .toList();
        if (lists.size() > 1) {
            lists = lists.stream().filter(field -> !field.getValue().isEmpty()).toList();
        }
        return lists.size() == 1 ? lists.get(0).getKey() : null;
    }

    private static boolean isListOfObjects(JsonNode node) {
        if (!node.isArray()) {
            return false;
        }
        for (JsonNode element : node) {
            if (!element.isObject()) {
                return false;
            }
        }
        return true;
    }

    /** An object, read by the reader; {@code null} if the field is absent or no object. */
    public <T> @Nullable T object(String name, Function<? super FieldReader, ? extends T> reader) {
        return read(name, json -> json.isObject() ? reader.apply(new FieldReader(json)) : null);
    }

    /**
     * The fields that were not read, under the vendor's names, without secrets: neither those of such a name, nor those
     * in texts.
     */
    public VendorFields rest() {
        return VendorFieldsConverter.fields(unread);
    }

    private ObjectNode left() {
        return JsonNodeFactory.instance.objectNode().setAll(unread);
    }

    private void keep(String name, ArrayNode others) {
        if (others.isEmpty()) {
            unread.remove(name);
        } else {
            unread.put(name, others);
        }
    }

    private <T> @Nullable T read(String name, Function<? super JsonNode, ? extends @Nullable T> type) {
        JsonNode value = unread.get(name);
        if (value == null) {
            return null;
        }
        T read = value.isNull() ? null : type.apply(value);
        if (read != null || value.isNull()) {
            unread.remove(name);
        }
        return read;
    }
}

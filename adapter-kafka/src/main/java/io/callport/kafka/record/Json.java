package io.callport.kafka.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.callport.account.Secret;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.VendorFieldsInResults;
import io.callport.query.VendorFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly and writes it compactly, without secrets. */
public final class Json {
    private static final int USUAL_SIZE = 512;

    /**
     * Allows deeper JSON than the 1,000 levels that are read, because JSON that was read is written inside other JSON.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(2_000).build())
            .build();

    private static final JsonSerializer<LocalDateTime> TIME =
            new ConvertingSerializer<>(DateTimeFormatter.ISO_LOCAL_DATE_TIME::format, time -> false);

    /** Reads commands, without coercing values or accepting unknown fields. */
    public static final ObjectMapper STRICT = strict();

    /** Writes a query as the parameters of a command, without absent parameters. */
    public static final ObjectMapper PARAMS = params();

    private Json() {}

    /**
     * Writes answers. An absent value, an empty or dropped {@code vendorFields} and, where redacted, a SIP password are
     * left out.
     */
    public static ObjectMapper answers(SipPasswords passwords, VendorFieldsInResults vendorFields) {
        boolean show = passwords == SipPasswords.INCLUDE;
        SimpleModule module = new SimpleModule();
        module.addSerializer(
                Secret.class, new ConvertingSerializer<>(show ? Secret::reveal : Secret::toString, secret -> !show));
        module.addSerializer(
                VendorFields.class,
                new ConvertingSerializer<>(
                        VendorFields::fields,
                        fields -> vendorFields == VendorFieldsInResults.DROP
                                || fields.fields().isEmpty()));
        module.addSerializer(LocalDateTime.class, TIME);
        ObjectMapper mapper = JsonMapper.builder(FACTORY)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .addModule(module)
                .build();
        JsonInclude.Value leaveOutEmpty =
                JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);
        mapper.configOverride(Secret.class).setInclude(leaveOutEmpty);
        mapper.configOverride(VendorFields.class).setInclude(leaveOutEmpty);
        return mapper;
    }

    /** Reads one JSON value, and throws only {@code IOException}, whatever the bytes are. */
    public static JsonNode read(byte[] json) throws IOException {
        try {
            return STRICT.readTree(json);
        } catch (NumberFormatException e) { // the parser throws it when an exponent overflows
            throw new StreamConstraintsException("a number is out of range");
        }
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return STRICT.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a JSON object with these fields. */
    public static byte[] object(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = STRICT.createGenerator(bytes)) {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes a field, the last one of its object, whose value {@link #withLast} inserts. */
    public static void lastField(JsonGenerator json, String name) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(RawJson.NOTHING);
    }

    /** Inserts the value of the last field of an object: see {@link #lastField}. */
    public static byte[] withLast(byte[] object, byte[] value) {
        byte[] whole = Arrays.copyOf(object, object.length + value.length);
        System.arraycopy(value, 0, whole, object.length - 1, value.length);
        whole[whole.length - 1] = '}';
        return whole;
    }

    /** Writes an object with one more field, the last one, whose value is JSON already. */
    public static byte[] withField(byte[] object, String name, byte[] value) {
        byte[] field = RecordHeader.bytes(",\"" + name + "\":");
        byte[] whole = Arrays.copyOf(object, object.length + field.length + value.length);
        System.arraycopy(field, 0, whole, object.length - 1, field.length);
        System.arraycopy(value, 0, whole, object.length - 1 + field.length, value.length);
        whole[whole.length - 1] = '}';
        return whole;
    }

    /** Writes the fields of an object. */
    public interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static ObjectMapper params() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(LocalDateTime.class, TIME);
        return JsonMapper.builder(FACTORY)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .addModule(module)
                .build();
    }

    private static ObjectMapper strict() {
        SimpleModule module = new SimpleModule();
        module.addDeserializer(LocalDateTime.class, new LocalTimeDeserializer());
        ObjectMapper mapper = JsonMapper.builder(FACTORY)
                .addModule(module)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        mapper.coercionConfigDefaults().setAcceptBlankAsEmpty(false); // else " " would count as an absent number
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    /** Reads a local time in ISO 8601. */
    private static final class LocalTimeDeserializer extends JsonDeserializer<LocalDateTime> {
        @Override
        public @Nullable LocalDateTime deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.hasToken(JsonToken.VALUE_STRING)) {
                try {
                    return LocalDateTime.parse(json.getText());
                } catch (DateTimeParseException e) {
                    // reported below, as any other value is
                }
            }
            throw MismatchedInputException.from(json, LocalDateTime.class, "no local time");
        }
    }

    /** Writes a value in another form, and decides whether the value counts as empty. */
    private static final class ConvertingSerializer<T> extends JsonSerializer<T> {
        private final Function<T, Object> form;
        private final Predicate<T> empty;

        ConvertingSerializer(Function<T, Object> form, Predicate<T> empty) {
            this.form = form;
            this.empty = empty;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(form.apply(value), json);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, T value) {
            return empty.test(value);
        }
    }
}

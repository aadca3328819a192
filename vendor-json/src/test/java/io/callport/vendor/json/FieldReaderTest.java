package io.callport.vendor.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Secret;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldReaderTest {
    private record Type(String name, BiFunction<FieldReader, String, Object> read) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Type TEXT = new Type("text", FieldReader::text);
    private static final Type COUNT = new Type("count", FieldReader::count);
    private static final Type FLAG = new Type("flag", FieldReader::flag);
    private static final Type TIME = new Type("time", FieldReader::time);

    static Stream<Arguments> reads() {
        return Stream.of(
                Arguments.of(TEXT, "\"3\"", "3"),
                Arguments.of(TEXT, "3", "3"),
                Arguments.of(TEXT, "\"\"", ""),
                Arguments.of(TEXT, "\"客服\"", "客服"),
                Arguments.of(TEXT, "123456789012345678901234567890", "123456789012345678901234567890"),
                Arguments.of(COUNT, "3", 3),
                Arguments.of(COUNT, "\"3\"", 3),
                Arguments.of(COUNT, "\"-1\"", -1),
                Arguments.of(COUNT, "2147483647", Integer.MAX_VALUE),
                Arguments.of(COUNT, "\"-2147483648\"", Integer.MIN_VALUE),
                Arguments.of(FLAG, "true", true),
                Arguments.of(FLAG, "1", true),
                Arguments.of(FLAG, "\"1\"", true),
                Arguments.of(FLAG, "\"true\"", true),
                Arguments.of(FLAG, "\"TRUE\"", true),
                Arguments.of(FLAG, "false", false),
                Arguments.of(FLAG, "0", false),
                Arguments.of(FLAG, "\"0\"", false),
                Arguments.of(FLAG, "\"false\"", false),
                Arguments.of(TIME, "\"2020-12-08 16:48:26\"", LocalDateTime.parse("2020-12-08T16:48:26")),
                Arguments.of(TIME, "\"2024-02-29 00:00:00\"", LocalDateTime.parse("2024-02-29T00:00")));
    }

    @ParameterizedTest
    @MethodSource
    void reads(Type type, String json, Object expected) {
        FieldReader fields = fields("{\"f\":" + json + "}");

        assertThat(type.read.apply(fields, "f")).isEqualTo(expected);
        assertThat(fields.rest().fields()).isEmpty();
    }

    static Stream<Arguments> keeps() {
        return Stream.of(
                Arguments.of(TEXT, "true"),
                Arguments.of(TEXT, "3.5"),
                Arguments.of(TEXT, "{\"a\":1}"),
                Arguments.of(TEXT, "[]"),
                Arguments.of(COUNT, "\"\""),
                Arguments.of(COUNT, "\"many\""),
                Arguments.of(COUNT, "3.5"),
                Arguments.of(COUNT, "2147483648"),
                Arguments.of(COUNT, "\"-2147483649\""),
                Arguments.of(COUNT, "true"),
                Arguments.of(FLAG, "2"),
                Arguments.of(FLAG, "\"yes\""),
                Arguments.of(FLAG, "\"\""),
                Arguments.of(FLAG, "[true]"),
                Arguments.of(TIME, "\"\""),
                Arguments.of(TIME, "1607417306000"),
                Arguments.of(TIME, "\"2020-02-30 00:00:00\""),
                Arguments.of(TIME, "\"2020-12-08T16:48:26\""),
                Arguments.of(TIME, "\"0000-00-00 00:00:00\""));
    }

    @ParameterizedTest
    @MethodSource
    void keeps(Type type, String json) {
        FieldReader fields = fields("{\"f\":" + json + "}");

        assertThat(type.read.apply(fields, "f")).isNull();
        assertThat(fields.rest().fields()).containsOnlyKeys("f");
    }

    @Test
    void anAbsentFieldAndANullAreNothing() {
        FieldReader fields = fields("{\"f\":null}");

        assertThat(fields.text("f")).isNull();
        assertThat(fields.text("g")).isNull();
        assertThat(fields.texts("g")).isEmpty();
        assertThat(fields.objects("g", FieldReader::rest)).isEmpty();
        assertThat(fields.secret("g")).isNull();
        assertThat(fields.rest().fields()).isEmpty();
    }

    @Test
    void whatNobodyReadIsKeptInOrderWithExactNumbers() {
        FieldReader fields = fields("""
                {"z":1,"a":12345678901234567890,"b":1.10,"c":1e400,"d":{"e":[true,null,"t"]},"f":null}""");

        Map<String, Object> rest = fields.rest().fields();
        assertThat(rest.keySet()).containsExactly("z", "a", "b", "c", "d", "f");
        assertThat(rest.get("z")).isEqualTo(1);
        assertThat(rest.get("a")).isEqualTo(new BigInteger("12345678901234567890"));
        assertThat(rest.get("b")).isEqualTo(new BigDecimal("1.10"));
        assertThat(rest.get("c")).isEqualTo(new BigDecimal("1e400"));
        assertThat(rest.get("d")).isEqualTo(Map.of("e", Arrays.asList(true, null, "t")));
        assertThat(rest.get("f")).isNull();
    }

    @Test
    void theLastOfEqualKeysCounts() {
        assertThat(fields("{\"f\":1,\"f\":2}").count("f")).isEqualTo(2);
    }

    @Test
    void listsAreReadElementByElementAndTheirStrangersKept() {
        FieldReader fields =
                fields("{\"l\":[{\"n\":1},\"x\",{\"n\":\"2\",\"o\":3}],\"t\":[\"a\",1],\"u\":[\"a\",{}],\"v\":\"a\"}");

        assertThat(fields.objects("l", item -> item.count("n"))).containsExactly(1, 2);
        assertThat(fields.texts("t")).containsExactly("a", "1");
        assertThat(fields.texts("u")).isEmpty();
        assertThat(fields.texts("v")).isEmpty();
        assertThat(fields.objects("v", item -> item.count("n"))).isEmpty();
        assertThat(fields.rest().fields()).isEqualTo(Map.of("l", List.of("x"), "u", List.of("a", Map.of()), "v", "a"));
    }

    @Test
    void aSecretIsReadLooselyAndNeverKept() {
        assertThat(fields("{\"p\":\"x\"}").secret("p")).isEqualTo(Secret.of("x"));
        assertThat(fields("{\"p\":123456}").secret("p")).isEqualTo(Secret.of("123456"));
        FieldReader strange = fields("{\"p\":{\"clear\":\"x\"}}");
        assertThat(strange.secret("p")).isNull();
        assertThat(strange.rest().fields()).isEmpty();
    }

    @Test
    void fieldsNamedLikeASecretAreLeftOutAtAnyDepth() {
        FieldReader fields = fields("""
                {"Password":"x","sip_pwd":"x","a":{"clientSecret":"x","b":[{"api-token":1,"kept":2}]},"private_key":"x"}""");

        assertThat(fields.rest().fields()).isEqualTo(Map.of("a", Map.of("b", List.of(Map.of("kept", 2)))));
    }

    private static FieldReader fields(String json) {
        return new FieldReader(Objects.requireNonNull(
                Json.readObject(json.getBytes(StandardCharsets.UTF_8)).object()));
    }
}

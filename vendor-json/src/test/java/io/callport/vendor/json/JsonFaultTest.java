package io.callport.vendor.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFaultTest {
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("", "it is empty"),
                Arguments.of("  \n", "it is empty"),
                Arguments.of("[\"s3cret\"]", "it is JSON, but of type array"),
                Arguments.of("\"s3cret\"", "it is JSON, but of type string"),
                Arguments.of("null", "it is JSON, but of type null"),
                Arguments.of("<html>s3cret", "it is HTML or XML, at line 1, column 1"),
                Arguments.of("s3cret", "it is not JSON, at line 1, column 1"),
                Arguments.of("{\n \"a\": s3cret}", "it is not JSON, at line 2, column 7"),
                Arguments.of("{\"a\": \"s3cret", "it ends too early, at line 1, column "),
                Arguments.of("{\"a\": [1", "it ends too early, at line 1, column "),
                Arguments.of("{\"a\":1} {", "there is more behind its end, at line 1, column "),
                Arguments.of("{\"a\":\"s3cret\"}s3cret", "it is not JSON, at line 1, column "),
                Arguments.of("{\"a\":" + "7".repeat(5_000) + "}", "a number is too long, at line 1, column "),
                Arguments.of("{\"a\":" + "[".repeat(500), "it is nested too deep, at line 1, column "),
                Arguments.of("{\"a\":1e99999999999}", "a number is too large, at line 1, column 6"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhereAndWhyAndNeverWhat(String bytes, String fault) {
        Json.ReadObject read = Json.readObject(bytes.getBytes(StandardCharsets.UTF_8));

        assertThat(read.object()).isNull();
        assertThat(read.fault()).startsWith(fault).doesNotContain("s3cret", "777");
    }

    @Test
    void namesTheFirstByteThatIsNotUtf8() {
        byte[] bytes = "{\n\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Json.readObject(bytes).fault()).isEqualTo("it is not UTF-8, at line 2, column 6");
    }

    @Test
    void anObjectHasNoFault() {
        assertThat(Json.readObject("{\"a\":\"牛\"}".getBytes(StandardCharsets.UTF_8))
                        .fault())
                .isEmpty();
    }
}

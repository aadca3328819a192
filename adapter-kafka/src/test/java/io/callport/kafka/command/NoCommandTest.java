package io.callport.kafka.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoCommandTest {
    private static final String REMEDY = "; publish a JSON object with query and account";

    @Test
    void nothingIsNoCommand() {
        assertThat(MessageFixture.deadLetter(MessageFixture.command().value(null)))
                .isEqualTo("value: is missing" + REMEDY);
        assertThat(MessageFixture.deadLetter(MessageFixture.value(""))).isEqualTo("value: is missing" + REMEDY);
        assertThat(MessageFixture.deadLetter(MessageFixture.value(" \n")))
                .contains("value: ")
                .contains("is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{",
                "{\"query\":\"number-pool.numbers\",\"account\":\"7moor:2000103\"} x",
                "{\"query\":\"number-pool.numbers\",\"account\":\"7moor:2000103\"}{}",
                "{'query':1}",
                "{\"query\":NaN}",
                "{\"query\":01}",
                "{\"query\":\"\u0001\"}"
            })
    void whatIsNotJsonIsNoCommand(String value) {
        assertThat(MessageFixture.deadLetter(MessageFixture.value(value)))
                .matches("value: is not JSON \\(line 1, column \\d+\\)" + REMEDY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | a list",
                "[{}] | a list",
                "7 | a number",
                "'\"text\"' | text",
                "true | a boolean",
                "null | null"
            })
    void jsonThatIsNoObjectIsNoCommand(String value, String shape) {
        assertThat(MessageFixture.deadLetter(MessageFixture.value(value)))
                .isEqualTo("value: must be a JSON object with query and account, but is " + shape);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | query: must be text, as in number-pool.numbers, but is missing",
                "{\"query\":null} | query: must be text, as in number-pool.numbers, but is null",
                "{\"query\":7} | query: must be text, as in number-pool.numbers, but is a number",
                "{\"query\":\"x\"} | account: must be text, as in 7moor:2000103, but is missing",
                "{\"query\":\"x\",\"account\":[]} | account: must be text, as in 7moor:2000103, but is a list",
                "{\"query\":\"x\",\"account\":\"7moor\"} | account: must be vendor:key, as in 7moor:2000103, but has no ':'"
            })
    void aCommandHasATextQueryAndAnAccount(String value, String why) {
        assertThat(MessageFixture.deadLetter(MessageFixture.value(value))).isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {":1", "7moor:", "7MOOR:1", "7moor:a b", "7moor:a&b", "7moor:\\u0000", "7moor:\\ud800", "7moor:号"
            })
    void anAccountOfAnotherFormIsNoCommand(String account) {
        assertThat(MessageFixture.deadLetter(MessageFixture.value("{\"query\":\"x\",\"account\":\"" + account + "\"}")))
                .startsWith("account: ")
                .contains("as in 7moor:2000103");
    }

    @Test
    void invalidUtf8IsNoCommand() {
        byte[] value = "{\"query\":\"x?\",\"account\":\"7moor:2000103\"}".getBytes(UTF_8);
        value[11] = (byte) 0xff;

        assertThat(MessageFixture.deadLetter(MessageFixture.command().value(value)))
                .startsWith("value: is not JSON")
                .endsWith(REMEDY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nestingOf100000IsNoCommand(String open) {
        assertThat(MessageFixture.deadLetter(MessageFixture.value(open.repeat(100_000))))
                .isEqualTo(
                        "value: goes beyond what is read" + REMEDY
                                + ", of at most 1,000 levels, with names of at most 50,000 bytes and numbers of at most 1,000 digits");
    }

    @Test
    void aNumberOfTwoThousandDigitsIsNoCommand() {
        assertThat(MessageFixture.deadLetter(
                        MessageFixture.command().with("\"params\":{\"x\":" + "9".repeat(2_000) + "}")))
                .startsWith("value: goes beyond what is read");
    }

    @Test
    void megabytesOfAnythingAreNoCommand() {
        assertThat(MessageFixture.deadLetter(MessageFixture.command().value(new byte[4 << 20])))
                .startsWith("value: is not JSON");
        assertThat(MessageFixture.deadLetter(MessageFixture.value("\"" + "x".repeat(4 << 20) + "\"")))
                .startsWith("value: must be a JSON object")
                .hasSizeLessThan(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | data: must be a JSON object with query and account, but is missing",
                "[] | data: must be a JSON object with query and account, but is missing",
                "{\"data\":\"x\"} | data: must be a JSON object with query and account, but is text",
                "{\"data_base64\":\"***\"} | data_base64: must be Base64 of a JSON object with query and account",
                "{\"data_base64\":7} | data_base64: must be Base64 of a JSON object with query and account",
                "{\"data_base64\":\"\"} | data_base64: is missing; publish a JSON object with query and account",
                "{\"data_base64\":\"W10=\"} | data_base64: must be a JSON object with query and account, but is a list",
                "{\"data_base64\":\"eA==\"} | data_base64: is not JSON (line 1, column 1); publish a JSON object with query and account"
            })
    void aStructuredEventNamesTheFieldThatIsWrong(String event, String why) {
        assertThat(MessageFixture.deadLetter(
                        MessageFixture.value(event).header("content-type", "application/cloudevents+json")))
                .isEqualTo(why);
    }
}

package io.callport.kafka.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Misspelt fields of a command are refused, other unknown fields are ignored. */
class FieldNamesTest {
    @ParameterizedTest
    @CsvSource({
        "parms, params",
        "param, params",
        "paramss, params",
        "pxrams, params",
        "Params, params",
        "PARMS, params",
        "expiresat, expiresAt",
        "expires_at, expiresAt",
        "expires-at, expiresAt",
        "expireAt, expiresAt",
        "ExpiresAt, expiresAt",
        "maxage, maxAge",
        "max_age, maxAge",
        "maxAges, maxAge",
        "ID, id",
        "_id, id"
    })
    void aMisspeltFieldIsRefused(String name, String meant) {
        assertThat(MessageFixture.invalid(MessageFixture.command().with("\"" + name + "\":null")))
                .isEqualTo(name + ": is no field of a command; write " + meant
                        + ", or choose a name that is not so close to it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uid", "x", "", "parameters", "expires", "age", "note", "ids", "acct", "type"})
    void anyOtherUnknownFieldIsIgnored(String name) {
        MessageFixture.asked(MessageFixture.command().with("\"" + name + "\":{\"parms\":1}"));
    }

    @Test
    void theNamesOfVersion1AreForGood() {
        assertThat(FieldNames.V1)
                .as("names that come later are not compared with: what was accepted stays accepted")
                .containsExactly("query", "account", "params", "id", "expiresAt", "maxAge");
    }
}

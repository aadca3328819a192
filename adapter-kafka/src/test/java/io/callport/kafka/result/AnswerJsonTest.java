package io.callport.kafka.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Secret;
import io.callport.callinfo.CallInfo;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.VendorFieldsInResults;
import io.callport.numberpool.NumberGroup;
import io.callport.numberpool.NumberPool;
import io.callport.numberpool.PoolNumber;
import io.callport.numberpool.SipNumber;
import io.callport.numberpool.SipNumber.Registration;
import io.callport.query.Answer;
import io.callport.query.Changes;
import io.callport.query.VendorFields;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {
    private static final Changes UNCHANGED = new Changes(null, null, null, null);
    private static final String PASSWORD = "sip-pass-1";

    @Test
    void absentValuesAreLeftOut() {
        PoolNumber number = new PoolNumber(
                null,
                "02088889999",
                null,
                null,
                null,
                null,
                null,
                null,
                3,
                "",
                List.of(),
                UNCHANGED,
                VendorFields.NONE);

        assertThat(redacted(new NumberPool(List.of(number), List.of(), List.of(), VendorFields.NONE)))
                .isEqualTo("{\"displayNumbers\":[{\"number\":\"02088889999\",\"concurrency\":3,\"ivrId\":\"\","
                        + "\"groups\":[],\"changes\":{}}],\"serviceNumbers\":[],\"sipNumbers\":[]}");
    }

    @Test
    void aSipPasswordIsLeftOutUnlessTheSettingSaysOtherwise() {
        NumberPool pool = new NumberPool(List.of(), List.of(), List.of(sip(Secret.of(PASSWORD))), VendorFields.NONE);

        assertThat(redacted(pool))
                .doesNotContain(PASSWORD)
                .doesNotContain("password")
                .doesNotContain("***");
        assertThat(AnswerJson.write(pool, SipPasswords.INCLUDE, VendorFieldsInResults.KEEP))
                .contains("\"password\":\"" + PASSWORD + "\"");
    }

    @Test
    void aPasswordThatIsNotThereIsNotShownEither() {
        NumberPool pool = new NumberPool(List.of(), List.of(), List.of(sip(null)), VendorFields.NONE);

        assertThat(AnswerJson.write(pool, SipPasswords.INCLUDE, VendorFieldsInResults.KEEP))
                .doesNotContain("password");
    }

    @Test
    void theVendorsFieldsAreLeftOutAtAnyDepthWhereTheyAreDropped() {
        VendorFields fields = new VendorFields(Map.of("someField", "someValue"));
        PoolNumber number =
                new PoolNumber(null, "1", null, null, null, null, null, null, null, null, List.of(), UNCHANGED, fields);
        NumberPool pool = new NumberPool(List.of(number), List.of(), List.of(), fields);

        assertThat(AnswerJson.write(pool, SipPasswords.REDACT, VendorFieldsInResults.KEEP))
                .contains("\"vendorFields\":{\"someField\":\"someValue\"}");
        assertThat(AnswerJson.write(pool, SipPasswords.REDACT, VendorFieldsInResults.DROP))
                .contains("\"number\":\"1\"")
                .doesNotContain("vendorFields", "some");
    }

    /** An answer with the worst mistakes: secrets in every part of a Java type that can hold one. */
    record Careless(Secret secret, List<Secret> list, Map<String, Secret> map, Object array) implements Answer {}

    @Test
    void noSecretStandsUnderAnyKey() {
        Secret secret = Secret.of(PASSWORD);
        Answer careless = new Careless(secret, List.of(secret), Map.of("k", secret), new Object[] {secret});

        assertThat(redacted(careless)).doesNotContain(PASSWORD);
        assertThat(redacted(new CallInfo(new VendorFields(Map.of("k", secret, "l", List.of(secret))))))
                .doesNotContain(PASSWORD);
    }

    @Test
    void localTimesHaveSecondsAndNoZone() {
        Changes changes = new Changes(
                LocalDateTime.of(2026, 11, 20, 12, 0), "a", LocalDateTime.of(2026, 1, 2, 3, 4, 5, 60_000_000), null);
        PoolNumber number = new PoolNumber(
                null, null, null, null, null, null, null, null, null, null, List.of(), changes, VendorFields.NONE);

        assertThat(redacted(new NumberPool(List.of(number), List.of(), List.of(), VendorFields.NONE)))
                .contains("\"changes\":{\"createdAt\":\"2026-11-20T12:00:00\",\"createdBy\":\"a\","
                        + "\"updatedAt\":\"2026-01-02T03:04:05.06\"}");
    }

    @Test
    void vendorFieldsAreKeptWithTheirNulls() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("y", null);
        inner.put("empty", "");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("z", null);
        fields.put("a", new ArrayList<>(Arrays.asList(1, null, inner, List.of(), new BigDecimal("1.10"))));

        assertThat(redacted(new CallInfo(new VendorFields(fields))))
                .isEqualTo("{\"vendorFields\":{\"z\":null,\"a\":[1,null,{\"y\":null,\"empty\":\"\"},[],1.10]}}");
    }

    @Test
    void emptyVendorFieldsAreLeftOut() {
        NumberGroup group = new NumberGroup("1", null, VendorFields.NONE);
        PoolNumber number = new PoolNumber(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(group),
                UNCHANGED,
                VendorFields.NONE);

        assertThat(redacted(new CallInfo(VendorFields.NONE))).isEqualTo("{}");
        assertThat(redacted(new NumberPool(List.of(number), List.of(), List.of(), VendorFields.NONE)))
                .contains("\"groups\":[{\"id\":\"1\"}]")
                .doesNotContain("vendorFields");
    }

    private static String redacted(Answer answer) {
        return AnswerJson.write(answer, SipPasswords.REDACT, VendorFieldsInResults.KEEP);
    }

    private static SipNumber sip(Secret password) {
        Registration none = new Registration(null, null, null, null, null);
        return new SipNumber(
                "1",
                "8000",
                null,
                null,
                true,
                null,
                null,
                null,
                null,
                List.of(),
                password,
                none,
                UNCHANGED,
                VendorFields.NONE);
    }
}

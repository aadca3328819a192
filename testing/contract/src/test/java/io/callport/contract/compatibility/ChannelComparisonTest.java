package io.callport.contract.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.contract.YamlText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table of changes of the AsyncAPI document, with those that break users. */
class ChannelComparisonTest {
    private static final String DOCUMENT = """
            channels:
              results:
                address: callport.{vendor}.results
                description: One.
                messages: { refusal: { $ref: '#/components/messages/refusal' } }
            components:
              messageTraits: { answer: { contentType: application/json } }
              messages:
                refusal: { name: io.callport.refusal.v1, title: Refusal, bindings: { kafka: { key: account } } }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One.                   | Another.               | no",
                "title: Refusal         | title: No              | no",
                "description: One.      | description: One.\\n    more: 1 | yes",
                "'messages: { refusal:' | 'messages: { event: 1, refusal:' | no",
                "'messages: { refusal:' | 'messages: { event:'   | yes",
                "{vendor}.results       | {vendor}.answers       | yes",
                "'  results:'           | '  answers:'           | yes",
                "application/json       | text/plain             | yes",
                "refusal.v1             | refusal.v2             | yes",
                "'key: account'         | 'key: id'              | yes",
            })
    void tellsWhetherAChangeBreaksAnybody(String there, String instead, String breaks) {
        JsonNode now = YamlText.read(DOCUMENT.replace(there, instead.replace("\\n", "\n")));
        assertThat(!ChannelComparison.breaks(YamlText.read(DOCUMENT), now).isEmpty())
                .isEqualTo(breaks.equals("yes"));
    }
}

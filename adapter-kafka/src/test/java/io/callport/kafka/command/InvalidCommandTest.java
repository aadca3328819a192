package io.callport.kafka.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.result.ResultFixture;
import io.callport.numberpool.NumbersQuery;
import io.callport.query.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"number-pool.agents", "", "NUMBER-POOL.NUMBERS", "a/b\\n", "\\ud800"})
    void anUnknownQueryIsUnsupported(String query) {
        CommandReading.Refused refused = MessageFixture.refused(
                MessageFixture.value("{\"query\":\"" + query + "\",\"account\":\"7moor:2000103\"}"));

        assertThat(refused.failure().reason()).isEqualTo(Reason.UNSUPPORTED_QUERY);
        assertThat(refused.failure().detail()).startsWith("query: ").contains("number-pool.numbers");
    }

    @Test
    void aQueryOfAnyLengthIsACommand() {
        CommandReading.Refused refused = MessageFixture.refused(
                MessageFixture.value("{\"query\":\"" + "q".repeat(300_000) + "\",\"account\":\"7moor:2000103\"}"));

        assertThat(refused.failure().reason()).isEqualTo(Reason.UNSUPPORTED_QUERY);
    }

    @Test
    void parametersMayBeMissingNullOrEmpty() {
        assertThat(MessageFixture.asked(MessageFixture.command()).query()).isEqualTo(new NumbersQuery());
        assertThat(MessageFixture.asked(MessageFixture.command().with("\"params\":null"))
                        .query())
                .isEqualTo(new NumbersQuery());
        assertThat(MessageFixture.asked(MessageFixture.command().with("\"params\":{}"))
                        .query())
                .isEqualTo(new NumbersQuery());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | params: must be an object, but is a list",
                "7 | params: must be an object, but is a number",
                "'\"x\"' | params: must be an object, but is text",
                "false | params: must be an object, but is a boolean"
            })
    void parametersThatAreNoObjectAreRefused(String params, String detail) {
        assertThat(MessageFixture.invalid(MessageFixture.command().with("\"params\":" + params)))
                .isEqualTo(detail);
    }

    @Test
    void parametersAreCheckedByTheirQuery() {
        assertThat(MessageFixture.invalid(MessageFixture.lookup("{\"status\":1}")))
                .isEqualTo("params.customerId: is required");
        assertThat(MessageFixture.invalid(MessageFixture.lookup("{\"customerId\":7}")))
                .isEqualTo("params.customerId: must be text, but is a number");
        assertThat(MessageFixture.invalid(MessageFixture.command().with("\"params\":{\"x\":1}")))
                .isEqualTo("params.x: is no parameter of number-pool.numbers, which takes none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT10S", "P999999999D", "P106751991167300DT15H30M7S"})
    void anyAgeFromZeroOnIsAllowed(String age) {
        assertThat(MessageFixture.asked(MessageFixture.command().with("\"maxAge\":\"" + age + "\"")))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"10s\"' | maxAge: must be an ISO-8601 duration, as in PT10S",
                "'\"\"' | maxAge: must be an ISO-8601 duration, as in PT10S",
                "'\"P99999999999999999D\"' | maxAge: must be an ISO-8601 duration, as in PT10S",
                "'\"PT-1S\"' | maxAge: must not be negative; PT0S is the least",
                "10 | maxAge: must be text, but is a number"
            })
    void anotherAgeIsRefused(String age, String detail) {
        assertThat(MessageFixture.invalid(MessageFixture.command().with("\"maxAge\":" + age)))
                .isEqualTo(detail);
    }

    @Test
    void aListedReplyTopicReplacesTheResultsTopic() {
        CommandReading.Accepted asked =
                MessageFixture.asked(MessageFixture.command().header("kafka_replyTopic", MessageFixture.REPLIES));
        OutboundRecord result = ResultFixture.refusal(asked.context(), ResultFixture.LATE);

        assertThat(result.topic()).isEqualTo(MessageFixture.REPLIES);
        assertThat(result.partition()).isEqualTo(494812732 % 2);
    }

    @Test
    void aReplyPartitionIsFourBytes() {
        CommandReading.Accepted asked = MessageFixture.asked(MessageFixture.command()
                .header("kafka_replyTopic", MessageFixture.REPLIES)
                .header("kafka_replyPartition", 1));

        assertThat(ResultFixture.refusal(asked.context(), ResultFixture.LATE).partition())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aReplyPartitionThatDoesNotExistIsRefused(int partition) {
        CommandReading.Refused refused = MessageFixture.refused(MessageFixture.command()
                .header("kafka_replyTopic", MessageFixture.REPLIES)
                .header("kafka_replyPartition", partition));

        assertThat(refused.failure().detail())
                .isEqualTo("kafka_replyPartition: topic billing.replies has no partition " + partition
                        + "; leave it out for the account's own");
        assertThat(ResultFixture.refusal(refused).topic()).isEqualTo(MessageFixture.RESULTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12345678"})
    void aReplyPartitionOfAnotherLengthIsRefused(String bytes) {
        assertThat(MessageFixture.invalid(MessageFixture.command()
                        .header("kafka_replyTopic", MessageFixture.REPLIES)
                        .header("kafka_replyPartition", bytes)))
                .isEqualTo("kafka_replyPartition: must be a 4-byte integer, but has " + bytes.length() + " bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "absent.replies, kafka_replyTopic: topic absent.replies does not exist; create it",
        "secret.topic, kafka_replyTopic: is not among the topics that topics.7moor.replies allows for commands on callport.7moor.commands; add it there",
        "callport.7moor.commands, kafka_replyTopic: is not among the topics that topics.7moor.replies allows for commands on callport.7moor.commands; add it there",
        "'', kafka_replyTopic: is not among the topics that topics.7moor.replies allows for commands on callport.7moor.commands; add it there"
    })
    void anotherReplyTopicIsRefusedOnTheResultsTopic(String topic, String detail) {
        CommandReading.Refused refused =
                MessageFixture.refused(MessageFixture.command().binary("b-1").header("kafka_replyTopic", topic));

        assertThat(refused.failure().reason()).isEqualTo(Reason.INVALID_COMMAND);
        assertThat(refused.failure().detail()).isEqualTo(detail);
        assertThat(refused.context().commandId()).isEqualTo("b-1");
        assertThat(ResultFixture.refusal(refused).topic()).isEqualTo(MessageFixture.RESULTS);
    }
}

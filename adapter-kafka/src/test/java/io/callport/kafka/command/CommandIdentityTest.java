package io.callport.kafka.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.result.ResultFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandIdentityTest {
    private static final String POSITION = "callport.7moor.commands/4/42";

    @Test
    void theHeaderWinsOverTheBodyAndTheBodyOverThePosition() {
        assertThat(id(MessageFixture.command())).isEqualTo(POSITION);
        assertThat(id(MessageFixture.command().with("\"id\":\"body-1\""))).isEqualTo("body-1");
        assertThat(id(MessageFixture.command().with("\"id\":\"body-1\"").header("ce_id", "header-1")))
                .isEqualTo("header-1");
    }

    @Test
    void anEmptyOrNullIdIsNone() {
        assertThat(id(MessageFixture.command().with("\"id\":\"\""))).isEqualTo(POSITION);
        assertThat(id(MessageFixture.command().with("\"id\":null"))).isEqualTo(POSITION);
        assertThat(id(MessageFixture.command().with("\"id\":\"body-1\"").header("ce_id", "")))
                .isEqualTo("body-1");
    }

    @Test
    void ofSeveralHeadersTheLastCounts() {
        assertThat(id(MessageFixture.command().header("ce_id", "first").header("ce_id", "last")))
                .isEqualTo("last");
    }

    @Test
    void theLongestIdHas1024Characters() {
        assertThat(id(MessageFixture.command().header("ce_id", "x".repeat(1_024))))
                .hasSize(1_024);

        CommandReading.Refused refused =
                MessageFixture.refused(MessageFixture.command().header("ce_id", "x".repeat(1_025)));
        assertThat(refused.failure().detail()).isEqualTo("id: must have at most 1024 characters, but has 1025");
        assertThat(refused.context().commandId()).isEqualTo(POSITION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\n", "\\u001b[31m", "a\\u007f", "\\ud800", "x\\udc00y"})
    void anIdThatNoEventAttributeCanCarryIsRefused(String id) {
        CommandReading.Refused refused =
                MessageFixture.refused(MessageFixture.command().with("\"id\":\"" + id + "\""));

        assertThat(refused.failure().detail())
                .isEqualTo("id: must be text without control characters and broken surrogate pairs");
        assertThat(refused.context().commandId()).isEqualTo(POSITION);
    }

    @Test
    void anyOtherTextIsAnId() {
        assertThat(id(MessageFixture.command().with("\"id\":\"外显号 😀/%&\\\"\"")))
                .isEqualTo("外显号 😀/%&\"");
    }

    @Test
    void aDeadLetterThatIsPublishedAgainKeepsItsIdentity() {
        RecordBuilder corrected = MessageFixture.command()
                .deadLettered("callport.7moor.commands/1/99")
                .with("\"maxAge\":\"PT1S\"");
        assertThat(id(corrected)).isEqualTo("callport.7moor.commands/1/99");
    }

    @Test
    void aDeadLetterWithoutATagIsAtItsOwnPosition() {
        RecordBuilder forged = MessageFixture.command()
                .header("__dlq.errors.topic", "callport.7moor.commands")
                .header("__dlq.errors.partition", "1")
                .header("__dlq.errors.offset", "99");
        assertThat(id(forged)).isEqualTo(POSITION);
    }

    @Test
    void headersThatNameNoPlaceAreNoIdentity() {
        assertThat(id(MessageFixture.command().header("__dlq.errors.topic", "t").header("__dlq.errors.partition", "x")))
                .isEqualTo(POSITION);
    }

    @Test
    void anIdThatIsNoTextIsRefused() {
        assertThat(MessageFixture.invalid(MessageFixture.command().with("\"id\":17")))
                .isEqualTo("id: must be text, but is a number");
    }

    @Test
    void anInvalidIdStillGetsItsReplyWhereItWasAskedFor() {
        CommandReading.Refused refused = MessageFixture.refused(
                MessageFixture.command().with("\"id\":17").header("kafka_replyTopic", MessageFixture.REPLIES));

        assertThat(ResultFixture.refusal(refused).topic()).isEqualTo(MessageFixture.REPLIES);
    }

    @Test
    void aTravelledCommandKeepsThePositionOfItsFirstRecord() {
        CommandReading.Accepted asked =
                MessageFixture.asked(MessageFixture.command().rerouted("callport.callbot.commands/0/7", 2));

        assertThat(asked.context().commandId()).isEqualTo("callport.callbot.commands/0/7");
        assertThat(asked.context().id().event()).isEqualTo("callport.callbot.commands/0/7");
    }

    @Test
    void aNamedCommandKeepsItsNameAndItsEventKeepsThePosition() {
        CommandContext command = MessageFixture.asked(MessageFixture.command().header("ce_id", "h-1"))
                .context();

        assertThat(command.commandId()).isEqualTo("h-1");
        assertThat(command.id().event()).isEqualTo(POSITION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "callport.7moor.commands/1/7;hops=1",
                "callport.7moor.commands/-1/7;hops=1",
                "callport.7moor.commands/1/-7;hops=1",
                "callport.7moor.commands/1/7;hops=-1",
                "callport.7moor.commands/1/7;hops=99999999999",
                "callport.7moor.commands/1/7;hops=1\n",
                "callport 7moor/1/7;hops=1",
                "a/1/7;hops=1;hops=2",
                "callport.7moor.commands/1/99999999999999999999;hops=1"
            })
    void anOriginThatIsNotOursIsIgnored(String origin) {
        assertThat(id(MessageFixture.command().header("callport_origin", origin)))
                .isEqualTo(POSITION);
        assertThat(id(MessageFixture.command()
                        .header("callport_origin", origin)
                        .header("callport_origin_tag", "A".repeat(43))))
                .isEqualTo(POSITION);
    }

    private static String id(RecordBuilder record) {
        return MessageFixture.asked(record).context().commandId();
    }
}

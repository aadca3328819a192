package io.callport.kafka.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.result.ResultFixture;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.SipPasswords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The publishers of one vendor's commands reach neither another vendor's accounts nor another tenant's reply topics.
 */
class TenantSeparationTest {
    private static final KafkaSettings SEPARATE =
            MessageFixture.settings("callport", SipPasswords.REDACT, CrossVendor.REFUSE);
    private static final String OTHERS = "callport.nxlink.commands";

    @Test
    void aReplyTopicServesOnlyTheCommandsForWhichItIsListed() {
        RecordBuilder forged = MessageFixture.command()
                .header("kafka_replyTopic", "nxlink.replies")
                .header("kafka_correlationId", "of-another-tenant");

        CommandReading.Refused refused = MessageFixture.refused(forged);

        assertThat(refused.failure().detail())
                .isEqualTo("kafka_replyTopic: is not among the topics that topics.7moor.replies allows for commands on"
                        + " callport.7moor.commands; add it there");
        assertThat(ResultFixture.refusal(refused).topic()).isEqualTo(MessageFixture.RESULTS);
    }

    @ParameterizedTest
    @CsvSource({"7moor.replies, 1", "nxlink.replies, 0"})
    void aCommandThatIsReroutedMayNameOnlyAReplyTopicOfTheTopicOnWhichItStands(String reply, int allowedHere) {
        RecordBuilder elsewhere = MessageFixture.command().at(OTHERS, 0, 9).header("kafka_replyTopic", reply);
        CommandReading there = MessageFixture.read(elsewhere);
        assertThat(there instanceof CommandReading.Refused).isEqualTo(allowedHere == 1);
        if (there instanceof CommandReading.Misrouted misrouted) {
            RecordBuilder arrived = MessageFixture.command();
            misrouted.rerouted().headers().forEach(header -> arrived.header(header.name(), header.value()));
            assertThat(MessageFixture.invalid(arrived)).contains("topics.7moor.replies");
        }
    }

    @Test
    void acrossVendorsACommandIsRefusedWhereItWasPublished() {
        CommandReading.Refused refused = refused(MessageFixture.command().at(OTHERS, 0, 9));

        assertThat(refused.failure().reason().code()).isEqualTo("invalid-command");
        assertThat(refused.failure().detail())
                .isEqualTo(
                        "account: commands for accounts of 7moor go to topic callport.7moor.commands, but this one is on"
                                + " callport.nxlink.commands; publish it there, or set topics.cross-vendor to allow");
        OutboundRecord result = ResultFixture.refusal(refused);
        assertThat(result.topic()).isEqualTo("callport.nxlink.results");
    }

    @Test
    void aRefusalForAnyOtherReasonReachesTheResultsOfNoOtherVendorEither() {
        CommandReading.Refused refused =
                refused(MessageFixture.command().with("\"id\":17").at(OTHERS, 0, 9));

        assertThat(ResultFixture.refusal(refused).topic()).isEqualTo("callport.nxlink.results");
    }

    @Test
    void whetherAnotherVendorsAccountIsConfiguredStaysUnknown() {
        CommandReading.Refused refused =
                refused(MessageFixture.value("{\"query\":\"number-pool.numbers\",\"account\":\"7moor:nobody\"}")
                        .at(OTHERS, 0, 9));

        assertThat(refused.failure().reason().code()).isEqualTo("invalid-command");
        assertThat(refused.failure().detail()).doesNotContain("configured");
    }

    @Test
    void onAnotherPartitionOfItsOwnTopicACommandIsStillReRouted() {
        CommandReading reading = read(MessageFixture.command().at(MessageFixture.COMMANDS, 0, 9));

        assertThat(reading).isInstanceOf(CommandReading.Misrouted.class);
    }

    private static CommandReading read(RecordBuilder record) {
        return MessageFixture.read(SEPARATE, record);
    }

    private static CommandReading.Refused refused(RecordBuilder record) {
        return (CommandReading.Refused) read(record);
    }
}

package io.callport.kafka.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.kafka.command.ConfiguredAccounts.ConfiguredAccount;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.Publication;
import io.callport.kafka.result.ResultFixture;
import io.callport.query.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomePartitionTest {
    /**
     * The remainders were computed with an implementation of murmur2 of their own, which agrees with Kafka's test
     * vectors.
     */
    @ParameterizedTest
    @CsvSource({
        "7moor:2000103, callport.7moor.commands, 4",
        "callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR, callport.callbot.commands, 3",
        "nxlink:fme2na3kdi3ki, callport.nxlink.commands, 0",
        "7moor:1, callport.7moor.commands, 1"
    })
    void anAccountsHomeIsItsMurmur2(String account, String topic, int partition) {
        HomePartition home = HomePartition.of(
                ConfiguredAccount.of(Account.parse(account)), MessageFixture.topics(), MessageFixture.view());

        assertThat(home.topic()).isEqualTo(topic);
        assertThat(home.partition()).isEqualTo(partition);
    }

    @Test
    void atHomeACommandIsAskedWhateverItsKey() {
        assertThat(MessageFixture.asked(MessageFixture.command().key(null))
                        .context()
                        .account())
                .isEqualTo(MessageFixture.MOOR);
        assertThat(MessageFixture.asked(MessageFixture.command().key(new byte[] {1}))
                        .context()
                        .account())
                .isEqualTo(MessageFixture.MOOR);
    }

    @Test
    void onAnotherPartitionItTravelsAsItIs() {
        RecordBuilder elsewhere = MessageFixture.command()
                .at(MessageFixture.COMMANDS, 0, 9)
                .key(null)
                .timestamp(1_700_000_000_000L)
                .header("ce_id", "h-1")
                .header("x", new byte[] {(byte) 0xff})
                .header("x", "again");

        OutboundRecord home = MessageFixture.misrouted(elsewhere).rerouted();

        assertThat(home.topic()).isEqualTo(MessageFixture.COMMANDS);
        assertThat(home.partition()).isEqualTo(MessageFixture.HOME);
        assertThat(home.timestamp()).isEqualTo(1_700_000_000_000L);
        assertThat(home.key()).isEqualTo("7moor:2000103".getBytes(UTF_8));
        assertThat(home.value()).isEqualTo(elsewhere.build().value());
        assertThat(home.headers().stream().map(RecordHeader::name))
                .containsExactly("ce_id", "x", "x", "callport_origin", "callport_origin_tag");
        assertThat(home.headers().get(1).value()).containsExactly(0xff);
        assertThat(ResultFixture.header(home, "callport_origin")).isEqualTo("callport.7moor.commands/0/9;hops=1");
    }

    @Test
    void aTimestampThatItsTopicRefusesTravelsInAHeader() {
        Instant sent = MessageFixture.NOW.minusSeconds(3);
        RecordBuilder elsewhere =
                MessageFixture.command().at(MessageFixture.COMMANDS, 0, 9).timestamp(sent.toEpochMilli());
        CommandReading.Misrouted misrouted = MessageFixture.misrouted(elsewhere);
        Publication refused = Objects.requireNonNull(ResultFixture.WRITER
                .reroute(misrouted.context(), misrouted.rerouted(), MessageFixture.NOW)
                .smaller());

        assertThat(refused.topic()).isEqualTo(MessageFixture.COMMANDS);
        assertThat(refused.timestamp()).isNull();
        RecordBuilder arrived = MessageFixture.command().timestamp(MessageFixture.NOW.toEpochMilli());
        refused.record().headers().forEach(header -> arrived.header(header.name(), header.value()));
        assertThat(MessageFixture.asked(arrived).context().timestamp())
                .as("its deadline counts from there")
                .isEqualTo(sent);
        assertThat(MessageFixture.asked(MessageFixture.command()
                                .timestamp(MessageFixture.NOW.toEpochMilli())
                                .header("callport_timestamp", "1"))
                        .context()
                        .timestamp())
                .as("of a command that was not re-routed")
                .isEqualTo(MessageFixture.NOW);
        assertThat(Objects.requireNonNull(refused.smaller()).reason()).isEqualTo(Reason.INVALID_COMMAND);
    }

    @Test
    void onAnotherVendorsTopicItTravelsToItsOwn() {
        OutboundRecord home = MessageFixture.misrouted(
                        MessageFixture.command().at("callport.callbot.commands", MessageFixture.HOME, 9))
                .rerouted();

        assertThat(home.topic()).isEqualTo(MessageFixture.COMMANDS);
        assertThat(ResultFixture.header(home, "callport_origin")).isEqualTo("callport.callbot.commands/4/9;hops=1");
    }

    @Test
    void eachHopIsCountedInTheOneOriginHeader() {
        OutboundRecord home = MessageFixture.misrouted(MessageFixture.command()
                        .at(MessageFixture.COMMANDS, 0, 9)
                        .rerouted("t/3/17", 1))
                .rerouted();

        assertThat(home.headers()).hasSize(2);
        assertThat(ResultFixture.header(home, "callport_origin")).isEqualTo("t/3/17;hops=2");
    }

    @Test
    void aTimestampThatIsMissingStaysMissing() {
        assertThat(MessageFixture.misrouted(MessageFixture.command()
                                .at(MessageFixture.COMMANDS, 0, 9)
                                .timestamp(-1))
                        .rerouted()
                        .timestamp())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 999})
    void afterFourHopsItIsRefused(int hops) {
        RecordBuilder lost = MessageFixture.command().rerouted("t/3/17", hops);

        assertThat(MessageFixture.invalid(lost.at(MessageFixture.COMMANDS, 0, 9)))
                .contains("re-routed 4 times")
                .contains("publish it with its account as the key");
        assertThat(MessageFixture.asked(lost.at(MessageFixture.COMMANDS, MessageFixture.HOME, 9)))
                .isNotNull();
    }

    @Test
    void threeHopsAreNotTooMany() {
        RecordBuilder record =
                MessageFixture.command().at(MessageFixture.COMMANDS, 0, 9).rerouted("t/3/17", 3);

        assertThat(ResultFixture.header(MessageFixture.misrouted(record).rerouted(), "callport_origin"))
                .isEqualTo("t/3/17;hops=4");
    }

    @Test
    void anUnknownAccountIsRefusedOnTheSpotAndNeverTravels() {
        for (String topic : List.of(MessageFixture.COMMANDS, "callport.nxlink.commands")) {
            CommandReading.Refused refused = MessageFixture.refused(
                    MessageFixture.value("{\"query\":\"number-pool.numbers\",\"account\":\"7moor:nobody\"}")
                            .at(topic, 0, 1));

            assertThat(refused.failure().reason()).isEqualTo(Reason.UNKNOWN_ACCOUNT);
            assertThat(refused.failure().detail())
                    .isEqualTo("account: 7moor:nobody is not configured here; add it to accounts");
            OutboundRecord result = ResultFixture.refusal(refused);
            assertThat(result.topic()).isEqualTo(topic.replace("commands", "results"));
            assertThat(result.partition()).isEqualTo(1478531549 % 3);
        }
    }

    @Test
    void anUnknownVendorIsAnUnknownAccount() {
        CommandReading.Refused refused =
                MessageFixture.refused(MessageFixture.value("{\"query\":\"x\",\"account\":\"acme:1\"}"));

        assertThat(refused.failure().reason()).isEqualTo(Reason.UNKNOWN_ACCOUNT);
        assertThat(ResultFixture.refusal(refused).topic()).isEqualTo(MessageFixture.RESULTS);
    }

    @Test
    void aConfiguredAccountElsewhereGetsItsRefusalOnItsOwnResultsTopic() {
        CommandReading.Refused refused = MessageFixture.refused(
                MessageFixture.command().at("callport.nxlink.commands", 0, 1).rerouted("t/1/1", 4));

        assertThat(ResultFixture.refusal(refused).topic()).isEqualTo(MessageFixture.RESULTS);
    }
}

package io.callport.kafka.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.command.CommandReader;
import io.callport.kafka.command.CommandReading;
import io.callport.kafka.dispatch.CommandAtOffset;
import io.callport.kafka.dispatch.LoopTime;
import io.callport.kafka.dispatch.SafeTracing;
import io.callport.kafka.origin.OriginKeys;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.result.Publication;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.ProcessingSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.kafka.state.AccountSnapshot;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.topics.TopicInfo;
import io.callport.kafka.topics.TopicView;
import io.callport.kafka.tracing.CommandTrace;
import io.callport.kafka.tracing.Tracing;
import io.callport.numberpool.NumberGroup;
import io.callport.numberpool.NumberGroups;
import io.callport.numberpool.NumberGroupsQuery;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import io.callport.switchboard.Command;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Result;
import io.callport.switchboard.Result.RequestSummary;
import io.callport.switchboard.RetryPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The report of a result after its commit. */
class DeliveriesTest {
    private static final Account ACCOUNT = Account.parse("7moor:2000103");
    private static final TopicView VIEW = new TopicView(Map.of(
            "commands",
            new TopicInfo("id", 1, 1_000_000, "delete", false),
            "results",
            new TopicInfo("id", 1, 5_000, "delete", false)));

    private final List<Duration> latencies = new ArrayList<>();
    private final List<String> rerouted = new ArrayList<>();
    private final RefusalTallies refusals = new RefusalTallies(Set.of(ACCOUNT));
    private final Deliveries deliveries =
            new Deliveries(settings(), () -> VIEW, listener(), new SafeTracing(Tracing.NONE), refusals);

    private LoopListener listener() {
        return new LoopListener() {
            @Override
            public void resultPublished(String query, Account account, @Nullable Reason reason, Duration latency) {
                latencies.add(latency);
            }

            @Override
            public void commandRerouted(String topic) {
                rerouted.add(topic);
            }
        };
    }

    @Test
    void latencyLastsUntilTheCommitHoweverLongThatTakes() {
        Duration delay = Duration.ofMinutes(2);
        LoopTime decided =
                new LoopTime(System.nanoTime() - delay.toNanos(), Instant.now().minus(delay));
        commit(deliveries.refusal(accepted(decided.wall()), failure("late"), decided));

        assertThat(latencies).singleElement().satisfies(it -> assertThat(it).isGreaterThanOrEqualTo(delay));
    }

    @Test
    void aRefusalsDetailIsTheResults() throws IOException {
        LoopTime now = LoopTime.now();
        Delivery delivery = deliveries.refusal(accepted(now.wall()), failure("x".repeat(3_000)), now);
        assertThat(commit(delivery)).isEqualTo(detail(delivery)).hasSizeLessThan(2_000);
    }

    @Test
    void anAnswerThatIsTooLargeSaysSoInTheDetail() throws IOException {
        LoopTime now = LoopTime.now();
        Command<CommandAtOffset> command =
                new Command<>(accepted(now.wall()), ACCOUNT, new NumberGroupsQuery(), now.nanos(), Duration.ZERO);
        Outcome answer = new Outcome.Answered(groups(50_000));
        RequestSummary exchange = new RequestSummary(now.nanos(), now.nanos(), 1, 1);

        Delivery delivery = deliveries.ofResult(new Result<>(command, answer, exchange), now);
        assertThat(commit(delivery)).isEqualTo(detail(delivery)).startsWith("The answer has ");
    }

    @Test
    void aReroutedCommandThatABrokerRefusesIsReportedAsRefused() {
        LoopTime now = LoopTime.now();
        OutboundRecord home = new OutboundRecord("commands", 0, null, null, new byte[10], List.of());
        Delivery delivery = deliveries.reroute(accepted(now.wall()), home, now);
        Publication smaller = delivery.publication().smaller();
        assertThat(smaller).isNotNull();

        assertThat(commit(delivery.with(smaller))).startsWith("The command is too large to be re-routed");
        assertThat(rerouted).isEmpty();

        commit(delivery);
        assertThat(rerouted).containsExactly("commands");
    }

    private String commit(Delivery delivery) {
        delivery.committed();
        AccountSnapshot.PublishedRefusal last =
                refusals.all().getOrDefault(ACCOUNT, RefusalTallies.NONE).last();
        return last == null ? "none" : last.detail();
    }

    private static String detail(Delivery delivery) throws IOException {
        return new ObjectMapper()
                .readTree(delivery.publication().record().value())
                .at("/detail")
                .textValue();
    }

    private static QueryFailure failure(String detail) {
        return QueryFailure.notSent(Reason.OVER_BUDGET, detail);
    }

    private static CommandAtOffset accepted(Instant timestamp) {
        InboundRecord record = new InboundRecord(
                "commands",
                0,
                0,
                timestamp.toEpochMilli(),
                bytes(ACCOUNT.toString()),
                bytes("{\"query\":\"number-pool.groups\",\"account\":\"" + ACCOUNT + "\"}"),
                List.of());
        CommandReading read = new CommandReader(settings(), () -> VIEW, new OriginKeys())
                .read(record, Origin.here(record), timestamp);
        PartitionProgress progress = PartitionProgress.starting(new TopicPartition("commands", 0), 0);
        return new CommandAtOffset(((CommandReading.Accepted) read).context(), progress, 0, CommandTrace.NONE);
    }

    private static NumberGroups groups(int length) {
        return new NumberGroups(List.of(new NumberGroup("1", "x".repeat(length), VendorFields.NONE)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static KafkaSettings settings() {
        return new KafkaSettings(
                ClientSettings.of("localhost:1", "group"),
                new TopicSettings(
                        Map.of(ACCOUNT.vendor(), new VendorTopics("commands", "results", "state", "events")),
                        "dead-letters",
                        CrossVendor.REFUSE,
                        null),
                Map.of(ACCOUNT, Budget.UNLIMITED),
                new DeadlineSettings(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                new ProcessingSettings(Limits.DEFAULT, RetryPolicy.DEFAULT, Duration.ofSeconds(30), Duration.ZERO),
                SipPasswords.REDACT);
    }
}

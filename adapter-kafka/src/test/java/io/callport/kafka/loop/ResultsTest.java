package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.command.CommandReader;
import io.callport.kafka.command.Reading;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.publish.Delivery;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.settings.ClientSettings;
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
import io.callport.numberpool.NumberGroupsQuery;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Command;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Result;
import io.callport.switchboard.Result.Exchange;
import io.callport.switchboard.Retries;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is reported of a result once it is committed. */
class ResultsTest {
    private static final Account ACCOUNT = Account.parse(LoopFixture.A);
    private static final TopicView VIEW = new TopicView(
            Map.of("commands", new TopicInfo(1, 1_000_000, false), "results", new TopicInfo(1, 5_000, false)));

    private final List<Duration> latencies = new ArrayList<>();
    private final RefusalTallies refused = new RefusalTallies(Set.of(ACCOUNT));
    private final Results results = new Results(settings(), listener(), new SafeTracing(Tracing.NONE), refused);

    private LoopListener listener() {
        return new LoopListener() {
            @Override
            public void resultPublished(String query, Account account, @Nullable Reason reason, Duration latency) {
                latencies.add(latency);
            }
        };
    }

    @Test
    void latencyLastsUntilTheCommitHoweverLongThatTakes() {
        Duration delay = Duration.ofMinutes(2);
        LoopClock decided =
                new LoopClock(System.nanoTime() - delay.toNanos(), Instant.now().minus(delay));
        commit(results.refusal(asked(decided.wall()), failure("late"), VIEW, decided));

        assertThat(latencies).singleElement().satisfies(it -> assertThat(it).isGreaterThanOrEqualTo(delay));
    }

    @Test
    void aRefusalsDetailIsTheResults() throws IOException {
        LoopClock clock = LoopClock.now();
        Delivery delivery = results.refusal(asked(clock.wall()), failure("x".repeat(3_000)), VIEW, clock);
        assertThat(commit(delivery)).isEqualTo(detail(delivery)).hasSizeLessThan(2_000);
    }

    @Test
    void anAnswerThatIsTooLargeSaysSoInTheDetail() throws IOException {
        FakeVendor vendor = new FakeVendor();
        vendor.answerSize = 50_000;
        LoopClock clock = LoopClock.now();
        Command<AcceptedCommand> command =
                new Command<>(asked(clock.wall()), ACCOUNT, new NumberGroupsQuery(), clock.nanos(), Duration.ZERO);
        Outcome answer = new Outcome.Answered(vendor.groups(ACCOUNT, new NumberGroupsQuery()));
        Exchange exchange = new Exchange(clock.nanos(), clock.nanos(), 1, 1);

        Delivery delivery = results.of(new Result<>(command, answer, exchange), VIEW, clock);
        assertThat(commit(delivery)).isEqualTo(detail(delivery)).startsWith("The answer has ");
    }

    private String commit(Delivery delivery) {
        delivery.ending().committed();
        AccountSnapshot.Refusal last =
                refused.all().getOrDefault(ACCOUNT, RefusalTallies.NONE).last();
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

    private static AcceptedCommand asked(Instant timestamp) {
        InboundRecord record = new InboundRecord(
                "commands",
                0,
                0,
                timestamp.toEpochMilli(),
                LoopFixture.bytes(LoopFixture.A),
                LoopFixture.bytes(LoopFixture.groups()),
                List.of());
        Reading read = new CommandReader(settings()).read(record, VIEW, timestamp);
        PartitionProgress progress = PartitionProgress.starting(new TopicPartition("commands", 0), 0);
        return new AcceptedCommand(((Reading.Ask) read).command(), progress, 0, CommandTrace.NONE);
    }

    private static KafkaSettings settings() {
        return new KafkaSettings(
                ClientSettings.of("localhost:1", "group"),
                new TopicSettings(
                        Map.of(ACCOUNT.vendor(), new VendorTopics("commands", "results")),
                        "dead-letters",
                        Set.of(),
                        null),
                Map.of(ACCOUNT, Budget.UNLIMITED),
                new DeadlineSettings(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                new ProcessingSettings(Limits.DEFAULT, Retries.DEFAULT, Duration.ofSeconds(30), Duration.ZERO),
                SipPasswords.REDACT,
                KafkaSettings.CHECKPOINT_VERSION);
    }
}

package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.app.endtoend.CommandLineFixture.Ended;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A record that is no command, from its dead letter on the operator's screen to the one result under its identity. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DeadLettersEndToEndTest {
    private static final String ACCOUNT = DeadLettersFixture.ACCOUNT;
    private static final String GOOD = DeadLettersFixture.GOOD;
    private static final String BAD = "{\"query\":\"number-pool.groups\",\"acount\":\"" + ACCOUNT + "\"}";
    private static final Pattern AT = DeadLettersFixture.AT;

    @TempDir
    Path directory;

    private static EmbeddedKafka broker;

    private DeadLettersFixture fixture;
    private BackEndClient backEnd;
    private CommandLineFixture terminal;
    private String commands;
    private String results;
    private String letters;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedKafka.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void start() {
        fixture = DeadLettersFixture.start(broker, directory);
        backEnd = fixture.backEnd;
        terminal = fixture.terminal;
        commands = fixture.commands;
        results = fixture.results;
        letters = fixture.letters;
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aDeadLetterThatIsMendedHasOneResultUnderTheIdentityOfItsFirstRecord() {
        String first = backEnd.publish(commands, null, ACCOUNT, BAD, header("ce_correlationid", "order-7"));
        fixture.awaitLetter(first, 1);

        String at = fixture.onlyListed();
        Ended value = terminal.run("dead-letters", "show", "--at", at);
        assertThat(value.out()).isEqualTo(BAD);
        Ended replayed = terminal.reading(
                value.out().replace("acount", "account"), "dead-letters", "replay", "--at", at, "--value", "-");

        assertThat(replayed.code()).isZero();
        assertThat(replayed.out()).matches("replayed " + at + " as " + commands + "/\\d/\\d+ ce_id=" + first + "\n");
        assertThat(replayed.err()).isEqualTo("1 dead letter replayed.\n");
        ConsumerRecord<String, String> result = backEnd.await(results, "ce_id", first);
        assertThat(result.value()).contains("\"status\":\"answered\"", "\"commandId\":\"" + first + "\"");
        assertThat(BackEndClient.header(result, "ce_correlationid")).isEqualTo("order-7");
        fixture.noOtherResultThan(1);
        assertThat(fixture.onlyListed()).as("a dead letter stays where it is").isEqualTo(at);
    }

    @Test
    void oneThatIsReplayedAsItWasDiesAgainAndKeepsItsIdentity() {
        String first = backEnd.publish(commands, null, ACCOUNT, BAD);
        fixture.awaitLetter(first, 1);
        String at = fixture.onlyListed();

        assertThat(terminal.run("dead-letters", "replay", "--at", at).code()).isZero();
        fixture.awaitLetter(first, 2);
        Ended list = terminal.run("dead-letters", "list");
        assertThat(list.out().lines().filter(line -> line.contains(first))).hasSize(2);
        assertThat(list.out()).as("a single group is not printed").doesNotContain("    group");
        String again = AT.matcher(list.out())
                .results()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .group(1);

        Ended all = terminal.run("dead-letters", "replay", "--all");
        assertThat(all.err())
                .isEqualTo(at + " was replayed before and died again, as " + again
                        + "\n1 dead letter replayed, 1 passed over that died again later.\n");
        assertThat(all.out()).startsWith("replayed " + again + " ").endsWith(" ce_id=" + first + "\n");
        fixture.awaitLetter(first, 3);

        Ended chosen = terminal.run("dead-letters", "replay", "--at", at, "--dry-run");
        assertThat(chosen.err()).startsWith(at + " was replayed before and died again, as ");
        assertThat(chosen.out()).isEqualTo("would replay " + at + " on " + commands + " ce_id=" + first + "\n");
    }

    @Test
    void aReplayThatIsDoneTwiceHasTwoResultsOfOneIdentity() {
        String first = backEnd.publish(commands, null, ACCOUNT, BAD);
        fixture.awaitLetter(first, 1);
        String at = fixture.onlyListed();
        for (int times = 1; times <= 2; times++) {
            terminal.reading(GOOD, "dead-letters", "replay", "--at", at, "--value", "-");
            fixture.noOtherResultThan(times);
        }
        assertThat(terminal.run("dead-letters", "replay", "--help").out()).contains("twice", "two results");
    }

    @Test
    void theListIsReadableWhateverIsInTheRecords() {
        String blank = backEnd.publish(commands, 0, null, "");
        fixture.awaitLetter(blank, 1);
        String nasty = backEnd.publish(commands, 0, "key\u001b[2J", "not\u001b]0;json\u0007 \u202e\r\n牛小信");
        fixture.awaitLetter(nasty, 1);
        String large = backEnd.publish(commands, 0, "large", "x".repeat(100_000));
        fixture.awaitLetter(large, 1);

        Ended list = terminal.run("dead-letters", "list");
        assertThat(list.code()).isZero();
        assertThat(list.err()).isEqualTo("These are all 3 dead letters on " + letters + ".\n");
        assertThat(list.out().replaceAll("\n", ""))
                .doesNotContainPattern("\\p{Cntrl}")
                .doesNotContain("\u202e");
        List<String> lines = list.out().lines().toList();
        assertThat(lines.get(0)).matches("AT +TIME +FIRST AT +TIMES +BYTES +KEY");
        int first = lines.get(0).indexOf("FIRST AT");
        assertThat(List.of(lines.get(1), lines.get(4), lines.get(7)))
                .extracting(line -> line.substring(first).split(" +", -1)[0])
                .containsExactly(blank, nasty, large);
        assertThat(lines.get(1)).endsWith(" 0      (none)");
        assertThat(lines.get(2)).startsWith("    why    value: is missing; publish a JSON object");
        assertThat(lines.get(3)).isEqualTo("    value  (empty)");
        assertThat(lines.get(4)).endsWith("key\\u001b[2J");
        assertThat(lines.get(6)).isEqualTo("    value  not\\u001b]0;json\\u0007 \\u202e\\r\\n牛小信");
        assertThat(lines.get(9)).matches(" {4}value {2}\\(too large to be kept: 100000 bytes, SHA-256 [0-9a-f]{64}\\)");

        Ended newest = terminal.run("dead-letters", "list", "--limit=1", "--json");
        assertThat(newest.out())
                .startsWith("{\"at\":\"")
                .contains("\"firstAt\":\"" + large + "\"", "\"deaths\":1", "\"lostBytes\":\"100000\"", "\"group\":\"d")
                .hasLineCount(1);
        assertThat(newest.err()).startsWith("These are the newest 1 of 3 dead letters");
    }

    @Test
    void choosesBySinceTopicAndReason() {
        String one = backEnd.publish(commands, null, ACCOUNT, BAD);
        fixture.awaitLetter(one, 1);
        backEnd.publish(commands, null, ACCOUNT, "no json");
        fixture.awaitCount(2);

        assertThat(terminal.run("dead-letters", "list", "--reason", "is not JSON", "--since=PT1H")
                        .err())
                .isEqualTo("This is the only such dead letter on " + letters + ".\n");
        assertThat(terminal.run("dead-letters", "list", "--from=elsewhere").err())
                .isEqualTo("There is no such dead letter on " + letters + ".\n");
        assertThat(terminal.run("dead-letters", "list", "--since=2100-01-01T00:00:00Z")
                        .err())
                .startsWith("There is no such dead letter");
        assertThat(terminal.run("dead-letters", "replay", "--all", "--reason=write account", "--dry-run")
                        .out())
                .hasLineCount(1)
                .contains("ce_id=" + one);
        assertThat(fixture.awaitCount(2)).as("a dry run publishes nothing").isEqualTo(2);
    }

    @Test
    void oneWithoutItsValueIsReplayedWithANewOneOnly() {
        String first = backEnd.publish(commands, 0, ACCOUNT, "x".repeat(100_000));
        fixture.awaitLetter(first, 1);
        String at = fixture.onlyListed();

        Ended show = terminal.run("dead-letters", "show", "--at", at);
        assertThat(show.code()).isEqualTo(1);
        assertThat(show.err()).contains("has no value: it was too large to be kept", "Ask its publisher");
        Ended unmended = terminal.run("dead-letters", "replay", "--all");
        assertThat(unmended.code()).isEqualTo(1);
        assertThat(unmended.err())
                .startsWith(at + " was not replayed: its value was too large to be kept (100000 bytes, SHA-256 ")
                .contains("give one with --value")
                .endsWith("0 dead letters replayed, 1 not.\n");
        assertThat(terminal.reading(GOOD, "dead-letters", "replay", "--at", at, "--value=-")
                        .code())
                .isZero();
        assertThat(backEnd.await(results, "ce_id", first).value()).contains("\"status\":\"answered\"");
    }

    @Test
    void aHeaderThatIsInTheWayIsLeftOut() {
        String first =
                backEnd.publish(commands, null, ACCOUNT, GOOD, header("content-type", "application/cloudevents+json"));
        fixture.awaitLetter(first, 1);

        Ended replayed = terminal.run("dead-letters", "replay", "--all", "--without-header=content-type");
        assertThat(replayed.code()).isZero();
        assertThat(backEnd.await(results, "ce_id", first).value()).contains("\"status\":\"answered\"");
    }

    @Test
    void onlyCommandTopicsArePublishedTo() {
        String first = backEnd.publish(commands, null, ACCOUNT, BAD);
        fixture.awaitLetter(first, 1);
        fixture.holdForeignLetters();
        backEnd.publish(
                letters,
                0,
                ACCOUNT,
                GOOD,
                header("__dlq.errors.topic", results),
                header("__dlq.errors.partition", "0"),
                header("__dlq.errors.offset", "0"));
        backEnd.publish(letters, 1, ACCOUNT, GOOD);

        Ended all = terminal.run("dead-letters", "replay", "--all", "--dry-run");
        assertThat(all.out()).hasLineCount(1);
        assertThat(all.err())
                .contains("topic " + results + " is no command topic of this configuration; name one with --to")
                .contains("it is no dead letter of Callport's")
                .endsWith("1 dead letter would be replayed, 2 not.\n");
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() {
        wrong("Either --at or --all", "replay");
        wrong("Either --at or --all", "replay", "--all", "--at=0/1");
        wrong("Either --at or --all", "replay", "--at=0/1", "--since=PT1H");
        wrong("--at: must be PARTITION/OFFSET", "replay", "--at=7");
        wrong("--since: must be a duration or a time in UTC", "list", "--since=yesterday");
        wrong("--limit: must be from 1", "list", "--limit=0");
        wrong("--value and --key correct one", "replay", "--all", "--key=k");
        wrong("--value: cannot be read", "replay", "--at=0/0", "--value=/does/not/exist");
        wrong("--to: must be a command topic", "replay", "--at=0/0", "--to=" + letters);
        wrong("--without-header: __dlq.*", "replay", "--at=0/0", "--without-header=__dlq.errors.topic");
        for (String nowhere : List.of("0/0", "9/0")) {
            Ended ended = terminal.run("dead-letters", "replay", "--at", nowhere);
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("There is no dead letter at " + nowhere);
        }
    }

    private void wrong(String what, String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "dead-letters";
        System.arraycopy(args, 0, all, 1, args.length);
        Ended ended = terminal.run(all);
        assertThat(ended.code()).as(what).isEqualTo(2);
        assertThat(ended.err()).startsWith(what);
        assertThat(ended.err().lines()).hasSize(2);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

package io.callport.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.sandbox.broker.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Dead letters are read and published again on a real broker, without the service. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DeadLettersTest {
    private static EmbeddedKafka broker;

    private DeadLetterFixture letters;

    @BeforeAll
    static void start() {
        broker = EmbeddedKafka.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void begin() {
        letters = new DeadLetterFixture(broker.bootstrapServers());
    }

    @AfterEach
    void end() {
        letters.close();
    }

    @Test
    void readsWhatIsCommittedUpToTheEndAndShowsTheNewest() {
        letters.publish(0, 1_500);
        letters.publishAborted(1_500, 10);
        letters.publish(1_510, 1_500);
        DeadLetterPage page = letters.list(DeadLetterFilter.ALL, 3);

        assertThat(page.total()).isEqualTo(3_000);
        assertThat(page.entries())
                .extracting(it -> it.letter().identity())
                .containsExactly(letters.identity(3_007), letters.identity(3_008), letters.identity(3_009));
        assertThat(letters.progress()).isEqualTo("all");
    }

    @Test
    void showsNoMoreThanTheBeginningOfALargeOne() {
        letters.publish(0, 1, "x".repeat(500_000));
        DeadLetterPage.Entry listed =
                letters.list(DeadLetterFilter.ALL, 10).entries().get(0);

        assertThat(listed.valueBytes()).isEqualTo(500_000);
        assertThat(listed.letter().record().value()).hasSizeLessThan(2_000);
    }

    @Test
    void ofItsHeadersItKeepsTheBeginningsOfThoseAboutIt() {
        letters.publish(0, "y".repeat(5_000), new byte[1_000]);
        DeadLetter listed =
                letters.list(DeadLetterFilter.ALL, 10).entries().get(0).letter();

        assertThat(listed.reason()).startsWith("yyy").hasSizeLessThan(2_000);
        assertThat(listed.group()).isEqualTo("the group");
        assertThat(listed.identity()).isEqualTo(letters.identity(0));
        assertThat(listed.record().headers())
                .allSatisfy(header -> assertThat(header.name()).startsWith("__dlq.errors."));
    }

    @Test
    void beginsAtTheGivenPlaceAndLeavesOutTheRest() {
        letters.publish(0, 10);
        Instant seventh = Instant.ofEpochMilli(letters.time(7));

        assertThat(letters.list(new DeadLetterFilter(seventh, null, null), 10).total())
                .isEqualTo(3);
        assertThat(letters.list(new DeadLetterFilter(null, letters.commands, "why 3"), 10)
                        .entries())
                .extracting(it -> it.letter().identity())
                .containsExactly(letters.identity(3));
        assertThat(letters.list(new DeadLetterFilter(null, "elsewhere", null), 10)
                        .total())
                .isZero();
    }

    @Test
    void publishesAllAgainWithKeyValueHeadersAndATimeOfTheirOwn() {
        letters.publish(0, 1_200);
        letters.replay(DeadLetterFilter.ALL, DeadLetterEdit.NONE, false);

        assertThat(letters.reports)
                .hasSize(1_200)
                .allSatisfy(line -> assertThat(line).startsWith("published "));
        List<DeadLetter> commands = letters.commands();
        assertThat(commands).hasSize(1_200);
        assertThat(commands.stream().map(DeadLetter::identity).distinct()).hasSize(1_200);
        assertThat(commands).allSatisfy(command -> {
            assertThat(command.record().key()).isEqualTo("key".getBytes(StandardCharsets.UTF_8));
            assertThat(command.record().timestamp()).isGreaterThan(letters.time(1_200));
        });
    }

    @Test
    void aTrialRunPublishesNothing() {
        letters.publish(0, 3);
        letters.replay(DeadLetterFilter.ALL, DeadLetterEdit.NONE, true);

        assertThat(letters.reports)
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("would "));
        assertThat(letters.commands()).isEmpty();
    }

    @Test
    void ofThoseThatDiedAgainTheLastDeathAloneIsPublished() {
        letters.publish(0, 1, "first");
        letters.publish(1, 1, "other");
        letters.publish(0, 2, "second");
        letters.publish(0, 2, "second again");
        letters.replay(DeadLetterFilter.ALL, DeadLetterEdit.NONE, false);

        assertThat(letters.reports)
                .contains("died again 0/0 0/6", "died again 0/4 0/6")
                .filteredOn(line -> line.startsWith("published"))
                .hasSize(2);
        assertThat(letters.commands())
                .extracting(command -> new String(command.record().value(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder("other", "second again");
    }

    @Test
    void howeverManyMadeUpIdentitiesThereAreThoseThatAreNamedAreReplayed() {
        letters.publish(0, 1, "wanted");
        for (int number = 1; number <= 4; number++) {
            letters.publish(number, 2, "made up");
        }
        letters.publish(0, 2, "wanted again");
        letters.remembers(3);

        assertThatThrownBy(() -> letters.replay(DeadLetterFilter.ALL, DeadLetterEdit.NONE, false))
                .isInstanceOf(DeadLettersException.class)
                .hasMessageContaining("with --at");
        assertThat(letters.reports).isEmpty();
        letters.replay(new DeadLetterFilter(null, "elsewhere", null), DeadLetterEdit.NONE, false);
        assertThat(letters.reports).isEmpty();
        letters.replay(List.of(DeadLetterPosition.parse("0/0"), DeadLetterPosition.parse("0/2")), DeadLetterEdit.NONE);
        assertThat(letters.reports)
                .contains("died again 0/0 0/10")
                .filteredOn(line -> line.startsWith("published"))
                .hasSize(2);
    }

    /** Where it was replayed with another key, say. */
    @Test
    void oneThatDiedAgainInAnotherPartitionIsSeenThere() {
        letters.publish(0, 5, 1, "first");
        letters.publish(1, 3, 1, "older, and another");
        letters.publish(1, 5, 2, "second");
        letters.replay(List.of(DeadLetterPosition.parse("0/0")), DeadLetterEdit.NONE);
        assertThat(letters.reports).startsWith("died again 0/0 1/2").hasSize(2);

        letters.reports.clear();
        letters.replay(DeadLetterFilter.ALL, DeadLetterEdit.NONE, false);
        assertThat(letters.reports)
                .contains("died again 0/0 1/2")
                .filteredOn(line -> line.startsWith("published"))
                .hasSize(2);
    }

    @Test
    void oneThatIsTooLargeIsRefusedAloneAndTheRestIsPublished() {
        letters.publish(0, 1, "a");
        letters.publish(1, 1, "x".repeat(200_000));
        letters.publish(2, 1, "b");
        letters.limitCommands("100000");
        letters.replay(DeadLetterFilter.ALL, DeadLetterEdit.NONE, false);

        assertThat(letters.reports).anySatisfy(line -> assertThat(line).startsWith("refused 0/2 it is larger"));
        assertThat(letters.commands()).hasSize(2);
    }

    @Test
    void nothingIsPublishedIfOneIsNotThere() {
        letters.publish(0, 2);
        List<DeadLetterPosition> positions = List.of(DeadLetterPosition.parse("0/0"), DeadLetterPosition.parse("0/2"));

        assertThatThrownBy(() -> letters.replay(positions, DeadLetterEdit.NONE))
                .isInstanceOf(DeadLettersException.class)
                .hasMessageStartingWith("There is no dead letter at 0/2");
        assertThat(letters.reports).isEmpty();
        assertThat(letters.commands()).isEmpty();
    }

    @Test
    void whatSaysWhoItIsCannotBeLeftOut() {
        letters.publish(0, 1);
        DeadLetterEdit edit = DeadLetterEdit.NONE.with(null, null, Set.of("__dlq.errors.offset"));

        assertThatThrownBy(() -> letters.replay(DeadLetterFilter.ALL, edit, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingTopicIsReported() {
        letters.deleteLetters();
        assertThatThrownBy(() -> letters.list(DeadLetterFilter.ALL, 1))
                .isInstanceOf(DeadLettersException.class)
                .hasMessageContaining("does not exist")
                .hasMessageContaining("topics.dead-letters");
    }
}

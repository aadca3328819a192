package io.callport.kafka.admin.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.kafka.result.DeadLetter;
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

/** Reading and publishing again on a real broker, without the service. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DeadLettersTest {
    private static EmbeddedKafka broker;

    private Pile pile;

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
        pile = new Pile(broker.bootstrapServers());
    }

    @AfterEach
    void end() {
        pile.close();
    }

    @Test
    void readsWhatIsCommittedUpToTheEndAndShowsTheNewest() {
        pile.letters(0, 1_500);
        pile.abortedLetters(1_500, 10);
        pile.letters(1_510, 1_500);
        Listing listing = pile.list(Choice.ALL, 3);

        assertThat(listing.chosen()).isEqualTo(3_000);
        assertThat(listing.newest())
                .extracting(it -> it.letter().identity())
                .containsExactly(pile.identity(3_007), pile.identity(3_008), pile.identity(3_009));
        assertThat(pile.progress()).isEqualTo("all");
    }

    @Test
    void showsNoMoreThanTheBeginningOfALargeOne() {
        pile.letter(0, 1, "x".repeat(500_000));
        ListedLetter listed = pile.list(Choice.ALL, 10).newest().get(0);

        assertThat(listed.valueBytes()).isEqualTo(500_000);
        assertThat(listed.letter().record().value()).hasSizeLessThan(2_000);
    }

    @Test
    void ofItsHeadersItKeepsTheBeginningsOfThoseAboutIt() {
        pile.letter(0, "y".repeat(5_000), new byte[1_000]);
        DeadLetter listed = pile.list(Choice.ALL, 10).newest().get(0).letter();

        assertThat(listed.why()).startsWith("yyy").hasSizeLessThan(2_000);
        assertThat(listed.group()).isEqualTo("the group");
        assertThat(listed.identity()).isEqualTo(pile.identity(0));
        assertThat(listed.record().headers())
                .allSatisfy(header -> assertThat(header.name()).startsWith("__dlq.errors."));
    }

    @Test
    void beginsWhereItIsToldAndLeavesOutTheRest() {
        pile.letters(0, 10);
        Instant seventh = Instant.ofEpochMilli(pile.time(7));

        assertThat(pile.list(new Choice(seventh, null, null), 10).chosen()).isEqualTo(3);
        assertThat(pile.list(new Choice(null, pile.commands, "why 3"), 10).newest())
                .extracting(it -> it.letter().identity())
                .containsExactly(pile.identity(3));
        assertThat(pile.list(new Choice(null, "elsewhere", null), 10).chosen()).isZero();
    }

    @Test
    void publishesAllAgainWithKeyValueHeadersAndATimeOfTheirOwn() {
        pile.letters(0, 1_200);
        pile.replay(Choice.ALL, Mending.NONE, false);

        assertThat(pile.told).hasSize(1_200).allSatisfy(line -> assertThat(line).startsWith("published "));
        List<DeadLetter> commands = pile.commands();
        assertThat(commands).hasSize(1_200);
        assertThat(commands.stream().map(DeadLetter::identity).distinct()).hasSize(1_200);
        assertThat(commands).allSatisfy(command -> {
            assertThat(command.record().key()).isEqualTo("key".getBytes(StandardCharsets.UTF_8));
            assertThat(command.record().timestamp()).isGreaterThan(pile.time(1_200));
        });
    }

    @Test
    void onlyTriesWhatItIsToldToTry() {
        pile.letters(0, 3);
        pile.replay(Choice.ALL, Mending.NONE, true);

        assertThat(pile.told).hasSize(3).allSatisfy(line -> assertThat(line).startsWith("would "));
        assertThat(pile.commands()).isEmpty();
    }

    @Test
    void ofThoseThatDiedAgainTheLastDeathAloneIsPublished() {
        pile.letter(0, 1, "first");
        pile.letter(1, 1, "other");
        pile.letter(0, 2, "second");
        pile.letter(0, 2, "second again");
        pile.replay(Choice.ALL, Mending.NONE, false);

        assertThat(pile.told)
                .contains("died again 0/0 0/6", "died again 0/4 0/6")
                .filteredOn(line -> line.startsWith("published"))
                .hasSize(2);
        assertThat(pile.commands())
                .extracting(command -> new String(command.record().value(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder("other", "second again");
    }

    @Test
    void howeverManyMadeUpIdentitiesThereAreThoseThatAreNamedAreReplayed() {
        pile.letter(0, 1, "wanted");
        for (int number = 1; number <= 4; number++) {
            pile.letter(number, 2, "made up");
        }
        pile.letter(0, 2, "wanted again");
        pile.remembers(3);

        assertThatThrownBy(() -> pile.replay(Choice.ALL, Mending.NONE, false))
                .isInstanceOf(DeadLettersException.class)
                .hasMessageContaining("with --at");
        assertThat(pile.told).isEmpty();
        pile.replay(new Choice(null, "elsewhere", null), Mending.NONE, false);
        assertThat(pile.told).isEmpty();
        pile.replay(List.of(LetterPosition.parse("0/0"), LetterPosition.parse("0/2")), Mending.NONE);
        assertThat(pile.told)
                .contains("died again 0/0 0/10")
                .filteredOn(line -> line.startsWith("published"))
                .hasSize(2);
    }

    /** Where it was replayed with another key, say. */
    @Test
    void oneThatDiedAgainInAnotherPartitionIsSeenThere() {
        pile.letter(0, 5, 1, "first");
        pile.letter(1, 3, 1, "older, and another");
        pile.letter(1, 5, 2, "second");
        pile.replay(List.of(LetterPosition.parse("0/0")), Mending.NONE);
        assertThat(pile.told).startsWith("died again 0/0 1/2").hasSize(2);

        pile.told.clear();
        pile.replay(Choice.ALL, Mending.NONE, false);
        assertThat(pile.told)
                .contains("died again 0/0 1/2")
                .filteredOn(line -> line.startsWith("published"))
                .hasSize(2);
    }

    @Test
    void oneThatIsTooLargeIsRefusedAloneAndTheRestIsPublished() {
        pile.letter(0, 1, "a");
        pile.letter(1, 1, "x".repeat(200_000));
        pile.letter(2, 1, "b");
        pile.limitCommands("100000");
        pile.replay(Choice.ALL, Mending.NONE, false);

        assertThat(pile.told).anySatisfy(line -> assertThat(line).startsWith("refused 0/2 it is larger"));
        assertThat(pile.commands()).hasSize(2);
    }

    @Test
    void nothingIsPublishedIfOneIsNotThere() {
        pile.letters(0, 2);
        List<LetterPosition> positions = List.of(LetterPosition.parse("0/0"), LetterPosition.parse("0/2"));

        assertThatThrownBy(() -> pile.replay(positions, Mending.NONE))
                .isInstanceOf(DeadLettersException.class)
                .hasMessageStartingWith("There is no dead letter at 0/2");
        assertThat(pile.told).isEmpty();
        assertThat(pile.commands()).isEmpty();
    }

    @Test
    void whatSaysWhoItIsCannotBeLeftOut() {
        pile.letters(0, 1);
        Mending mending = Mending.NONE.with(null, null, Set.of("__dlq.errors.offset"));

        assertThatThrownBy(() -> pile.replay(Choice.ALL, mending, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTopicThatIsNotThereIsTold() {
        pile.deleteLetters();
        assertThatThrownBy(() -> pile.list(Choice.ALL, 1))
                .isInstanceOf(DeadLettersException.class)
                .hasMessageContaining("does not exist")
                .hasMessageContaining("topics.dead-letters");
    }
}

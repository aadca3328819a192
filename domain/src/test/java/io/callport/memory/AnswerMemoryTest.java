package io.callport.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** S8: answers of requests in flight wait for memory, in turn, and never for each other. */
class AnswerMemoryTest {
    private static final long USUAL = AnswerMemory.USUAL;

    /** Ten usual answers may start, others may grow by so much, and one may take four times that. */
    private final MemoryLedger ledger = new MemoryLedger(80 * USUAL);

    private final AnswerMemory answers = ledger.answers();

    @Test
    void onlySoManyRequestsStartAsThereIsMemoryForTheirAnswers() {
        assertThat(answers.maxStarts()).isEqualTo(10);
        IntStream.range(0, 4).forEach(i -> answers.requestStarted());
        assertThat(answers.maxStarts()).isEqualTo(6);
        IntStream.range(0, 7).forEach(i -> answers.requestStarted());
        assertThat(answers.maxStarts()).isZero();
        assertThat(ledger.held(MemoryUse.REQUESTS)).isEqualTo(11 * USUAL);
        IntStream.range(0, 11).forEach(i -> answers.requestEnded());
        assertThat(answers.maxStarts()).isEqualTo(10);
        assertThat(ledger.held()).isZero();
    }

    @Test
    void noAnswerKeepsTheRequestsOfOthersFromStarting() {
        assertThat(answers.reserve().grow(40 * USUAL)).as("a huge one").isCompletedWithValue(true);
        assertThat(answers.reserve().grow(9 * USUAL)).as("another one").isNotDone();
        answers.hold(100 * USUAL);
        ledger.set(MemoryUse.RESULTS, 100 * USUAL);
        assertThat(answers.maxStarts()).isEqualTo(10);
    }

    @Test
    void whatAnAnswerNeedsUsuallyIsHeldAlready() {
        assertThat(answers.reserve().grow(USUAL)).isCompletedWithValue(true);
        assertThat(ledger.held()).isZero();
    }

    @Test
    void anAnswerThatGrowsWaitsUntilThereIsRoom() {
        AnswerMemory.Reservation beyond = answers.reserve();
        AnswerMemory.Reservation first = answers.reserve();
        assertThat(first.grow(8 * USUAL)).isCompletedWithValue(true);
        assertThat(beyond.grow(15 * USUAL)).as("one may go beyond the share").isCompletedWithValue(true);
        AnswerMemory.Reservation second = answers.reserve();
        CompletableFuture<Boolean> waits = second.grow(3 * USUAL);
        CompletableFuture<Boolean> behind = first.grow(9 * USUAL);
        assertThat(waits).isNotDone();
        assertThat(behind).isNotDone();

        beyond.close();
        assertThat(waits).isCompletedWithValue(true);
        assertThat(behind).isCompletedWithValue(true);
        assertThat(ledger.held(MemoryUse.REQUESTS)).isEqualTo(10 * USUAL);
        first.close();
        second.close();
        assertThat(ledger.held()).isZero();
    }

    @Test
    void answersThatAreHalfReadNeverWaitForEachOther() {
        AnswerMemory.Reservation[] parts = new AnswerMemory.Reservation[5];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = answers.reserve();
            assertThat(parts[i].grow(3 * USUAL)).isCompletedWithValue(true);
        }
        List<CompletableFuture<Boolean>> whole = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            whole.add(parts[i].grow(38 * USUAL));
        }
        for (int i = 0; i < parts.length; i++) {
            assertThat(whole.get(i)).as("answer " + i).isCompletedWithValue(true);
            assertThat(ledger.held()).isLessThanOrEqualTo(50 * USUAL);
            parts[i].close();
        }
        assertThat(ledger.held()).isZero();
    }

    @Test
    void noAnswerMayTakeMoreThanHalf() {
        assertThat(answers.reserve().grow(42 * USUAL)).isCompletedWithValue(false);
    }

    @Test
    void aPartThatIsClosedHoldsNothingAnyMore() {
        AnswerMemory.Reservation part = answers.reserve();
        CompletableFuture<Boolean> unused = part.grow(5 * USUAL);
        part.close();
        assertThat(part.grow(5 * USUAL))
                .as("what still comes of a response that was given up")
                .isCompletedWithValue(false);
        part.close();
        assertThat(ledger.held()).isZero();
    }

    @Test
    void aWaitThatIsGivenUpLetsTheNextOneGo() {
        AnswerMemory.Reservation beyond = answers.reserve();
        CompletableFuture<Boolean> unused = beyond.grow(40 * USUAL);
        AnswerMemory.Reservation first = answers.reserve();
        AnswerMemory.Reservation second = answers.reserve();
        CompletableFuture<Boolean> never = first.grow(12 * USUAL);
        CompletableFuture<Boolean> next = second.grow(12 * USUAL);
        first.close();
        beyond.close();
        assertThat(never).isNotDone();
        assertThat(next).isCompletedWithValue(true);
    }
}

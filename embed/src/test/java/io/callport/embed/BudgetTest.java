package io.callport.embed;

import static io.callport.embed.EmbedFixture.MINUTE;
import static io.callport.embed.EmbedFixture.answer;
import static io.callport.embed.EmbedFixture.failure;
import static io.callport.embed.FakeVendor.A;
import static io.callport.embed.FakeVendor.about;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.callinfo.CallInfo;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The requests that queries spend of a budget. */
@Timeout(300)
class BudgetTest {
    @Test
    void noMoreRequestsThanTheBudgetAndTheRestLater() {
        try (EmbedFixture fixture = new EmbedFixture("3/PT1M", it -> it.withDeadline(Duration.ofMinutes(5)))) {
            List<CompletableFuture<CallInfo>> asked = new ArrayList<>();
            for (int i = 1; i <= 5; i++) {
                asked.add(fixture.ask(A, "" + i));
            }
            assertThat(asked.subList(0, 3)).extracting(EmbedFixture::answer).containsExactly("1", "2", "3");
            fixture.settle();
            fixture.advance(Duration.ofSeconds(60));
            fixture.settle();
            assertThat(asked.subList(3, 5)).noneMatch(CompletableFuture::isDone);
            assertThat(fixture.vendor.requests)
                    .filteredOn(it -> it.startsWith("a/"))
                    .hasSize(3);

            fixture.advance(Duration.ofSeconds(1));
            assertThat(asked.subList(3, 5)).extracting(EmbedFixture::answer).containsExactly("4", "5");
        }
    }

    @Test
    void oneRequestForManyEqualQueries() {
        try (EmbedFixture fixture = new EmbedFixture("1/PT1M", it -> it.withDeadline(Duration.ofMinutes(5)))) {
            assertThat(answer(fixture.ask(A, "first"))).isEqualTo("first");
            List<CompletableFuture<CallInfo>> equal = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                equal.add(fixture.ask(A, "1"));
            }
            fixture.settle();
            fixture.advance(Duration.ofSeconds(61));
            assertThat(equal).extracting(EmbedFixture::answer).containsOnly("1");
            assertThat(fixture.vendor.requests.stream().filter("a/1"::equals)).hasSize(1);
        }
    }

    @Test
    void anOlderAnswerIfThatIsAllowed() {
        try (EmbedFixture fixture = new EmbedFixture("1/PT1M")) {
            answer(fixture.callport.ask(A, about("1"), MINUTE, Duration.ofSeconds(11)));
            fixture.advance(Duration.ofSeconds(10));
            assertThat(answer(fixture.callport.ask(A, about("1"), MINUTE, Duration.ofSeconds(11))))
                    .isEqualTo("1");
            assertThat(fixture.vendor.requests).containsExactly("a/1");
        }
    }

    @Test
    void aRefusalAtOnceIfTheBudgetComesTooLate() {
        try (EmbedFixture fixture = new EmbedFixture("1/PT1M")) {
            answer(fixture.ask(A, "1"));
            QueryFailure refused = failure(fixture.callport.ask(A, about("2"), Duration.ofSeconds(10)));
            assertThat(refused.reason()).isEqualTo(Reason.OVER_BUDGET);
            assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
            assertThat(fixture.vendor.requests).containsExactly("a/1");
        }
    }
}

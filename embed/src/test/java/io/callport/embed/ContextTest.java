package io.callport.embed;

import static io.callport.embed.EmbedFixture.answer;
import static io.callport.embed.FakeVendor.A;
import static io.callport.embed.FakeVendor.about;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.query.Ports;
import io.callport.query.Query;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The context of the thread that asks is the context in which the request is sent. */
@Timeout(300)
class ContextTest implements EmbedListener {
    private final ThreadLocal<@Nullable String> current = new ThreadLocal<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final FakeVendor vendor = new FakeVendor();

    @Override
    public UnaryOperator<Runnable> queryAsked(Query<?, ?> query, Account account) {
        String carried = current.get();
        return work -> () -> {
            current.set(carried);
            work.run();
            current.remove();
        };
    }

    @Test
    void aRequestRunsInTheContextOfItsQuery() {
        try (Callport callport = open("none", this)) {
            current.set("first");
            answer(callport.ask(A, about("1")));
            current.set("second");
            answer(callport.ask(A, about("2")));

            assertThat(seen).containsExactly("first", "second");
        }
    }

    @Test
    void aSharedRequestRunsInTheContextOfTheFirstQuery() {
        try (Callport callport = open("1/PT0.5S", this)) {
            answer(callport.ask(A, about("spends the budget")));
            current.set("first");
            CompletableFuture<?> first = callport.ask(A, about("1"));
            current.set("second");
            CompletableFuture<?> second = callport.ask(A, about("1"));
            EmbedFixture.done(first);
            EmbedFixture.done(second);

            assertThat(seen).containsExactly("null", "first");
        }
    }

    @Test
    void aListenerThatFailsKeepsNoResult() {
        EmbedListener failing = new EmbedListener() {
            @Override
            public UnaryOperator<Runnable> queryAsked(Query<?, ?> query, Account account) {
                throw new IllegalStateException("as planned");
            }
        };
        EmbedListener forgetful = new EmbedListener() {
            @Override
            public UnaryOperator<Runnable> queryAsked(Query<?, ?> query, Account account) {
                return work -> () -> {};
            }
        };
        EmbedListener empty = new EmbedListener() {
            @Override
            @SuppressWarnings("NullAway") // that is its mistake
            public UnaryOperator<Runnable> queryAsked(Query<?, ?> query, Account account) {
                return null;
            }
        };
        for (EmbedListener listener : List.of(failing, forgetful, empty)) {
            try (Callport callport = open("none", listener)) {
                assertThat(answer(callport.ask(A, about("1")))).isEqualTo("1");
                assertThat(answer(callport.ask(A, about("2")))).isEqualTo("2");
            }
        }
    }

    private Callport open(String budget, EmbedListener listener) {
        EmbedSettings settings = EmbedSettings.of(Map.of(A, Budget.parse(budget)));
        return Callport.open(settings, name -> watched(), listener);
    }

    private Ports watched() {
        seen.add(String.valueOf(current.get()));
        return vendor;
    }
}

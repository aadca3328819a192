package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.LookupQuery;
import io.callport.catalog.Queries;
import io.callport.query.Query;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Publishers choose queries, and cannot choose the cost of a query. */
class QueryKeyTest {
    private static final int QUERIES = 10_000;
    private static final Account A = Account.parse("7moor:a");
    private static final ContentHash HASHES = new ContentHash(42);

    private static long compared;

    /** A query that counts its comparisons. */
    private record Counted(Object parameter) implements Query<Object, CallInfo> {
        @Override
        public boolean equals(Object other) {
            compared++;
            return other instanceof Counted that && parameter.equals(that.parameter);
        }

        @Override
        public int hashCode() {
            return parameter.hashCode();
        }

        @Override
        public Class<Object> port() {
            return Object.class;
        }

        @Override
        public CallInfo ask(Object port, Account account) {
            throw new UnsupportedOperationException("Nobody asks here");
        }
    }

    private record Nested(String text, List<Object> more) {}

    /** A query as an application may write it: its own methods throw. */
    private record Broken(Error thrown) implements Query<Object, CallInfo> {
        @Override
        @SuppressWarnings("UnusedMethod") // the hash of the content calls it
        public Error thrown() {
            throw thrown;
        }

        @Override
        public int hashCode() {
            throw thrown;
        }

        @Override
        public Class<Object> port() {
            return Object.class;
        }

        @Override
        public CallInfo ask(Object port, Account account) {
            throw new UnsupportedOperationException("Nobody asks here");
        }
    }

    private record Incomparable(String text) implements Query<Object, CallInfo> {
        @Override
        public boolean equals(Object other) {
            throw new AssertionError("not comparable");
        }

        @Override
        public int hashCode() {
            return 0;
        }

        @Override
        public Class<Object> port() {
            return Object.class;
        }

        @Override
        public CallInfo ask(Object port, Account account) {
            throw new UnsupportedOperationException("Nobody asks here");
        }
    }

    @Test
    void queriesOfEqualHashCodeCostNoMoreThanOthers() {
        for (String budget : List.of("none", "20/PT1M")) {
            for (IntFunction<Object> shape : shapes()) {
                assertThat(Stream.of(0, 1, 77)
                                .map(shape::apply)
                                .map(Object::hashCode)
                                .distinct())
                        .as("equal hashes, as chosen")
                        .hasSize(1);
                long ordinary = compared(budget, i -> "ordinary " + i);
                long chosen = compared(budget, shape);
                assertThat(chosen).as("comparisons").isLessThanOrEqualTo(4 * Math.max(ordinary, QUERIES));
            }
        }
    }

    private static List<IntFunction<Object>> shapes() {
        return List.of(
                QueryKeyTest::colliding,
                i -> (long) i << 32 | i,
                i -> List.of(colliding(i), 1),
                i -> Map.of("key", colliding(i)),
                i -> Set.of(colliding(i)),
                i -> new Nested(colliding(i), List.of()),
                i -> new Nested("", List.of(new Nested(colliding(i), List.of()))));
    }

    /** Accepts all, asks what may be asked, answers it, asks again; returns how many queries were compared. */
    private static long compared(String budget, IntFunction<Object> parameters) {
        SwitchboardFixture fixture = new SwitchboardFixture(budget, new Limits(QUERIES, QUERIES, 4, 64, 1_000));
        compared = 0;
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < QUERIES; i++) {
                fixture.switchboard.accept(
                        new Command<>("" + i, A, new Counted(parameters.apply(i)), Long.MAX_VALUE), 0);
            }
            Effects<String> effects = fixture.switchboard.advance(0, 0.5);
            assertThat(effects.requests().size()).isLessThanOrEqualTo(4);
            effects.requests().forEach(request -> fixture.switchboard.ended(request, SwitchboardFixture.ANSWER, 1, 0));
        }
        return compared;
    }

    @Test
    void hashesOfTextsOfEqualHashCodeAreDifferent() {
        for (IntFunction<Object> shape : shapes()) {
            long different = IntStream.range(0, QUERIES)
                    .map(i -> key(new Counted(shape.apply(i))).hashCode())
                    .distinct()
                    .count();
            assertThat(different).isGreaterThan(QUERIES - 10);
        }
        long times = IntStream.range(0, QUERIES)
                .map(i -> key(new Counted(LocalDateTime.of(2026, 1, 1, 0, 0).plusSeconds(i)))
                        .hashCode())
                .distinct()
                .count();
        assertThat(times).isGreaterThan(QUERIES - 10);
    }

    @Test
    void nobodyWhoDoesNotKnowTheSeedKnowsAHash() {
        LookupQuery query = new LookupQuery("customer", "key", 1);
        assertThat(new QueryKey(query, new ContentHash(1)).hashCode())
                .isNotEqualTo(new QueryKey(query, new ContentHash(2)).hashCode());
    }

    @Test
    void equalQueriesHaveEqualKeysWhateverTheirCollections() {
        assertSame(new Counted(new ArrayList<>(List.of("a", "b"))), new Counted(List.of("a", "b")));
        assertSame(new Counted(Map.of("a", 1, "b", 2)), new Counted(new TreeMap<>(Map.of("b", 2, "a", 1))));
        assertSame(
                new Counted(new LinkedHashSet<>(List.of("a", "b"))),
                new Counted(new LinkedHashSet<>(List.of("b", "a"))));
        assertThat(key(new Counted(List.of("a", "b")))).isNotEqualTo(key(new Counted(List.of("b", "a"))));
        Queries.ALL.forEach(
                type -> type.examples().forEach(query -> assertThat(key(query)).isEqualTo(key(query))));
    }

    private static void assertSame(Query<?, ?> one, Query<?, ?> other) {
        assertThat(key(one)).isEqualTo(key(other)).hasSameHashCodeAs(key(other));
    }

    @Test
    void aQueryWhoseMethodsThrowIsRefusedAloneAndAQueryThatCannotBeComparedSharesWithNone() {
        SwitchboardFixture fixture = new SwitchboardFixture("none", new Limits(100, 100, 4, 64, 10));
        ask(fixture, "broken", new Broken(new AssertionError("secret")));
        ask(fixture, "deep", new Counted(deep()));
        ask(fixture, "odd 1", new Incomparable("x"));
        ask(fixture, "odd 2", new Incomparable("x"));
        fixture.accept("good", "7moor:a", 60_000);

        Effects<String> effects = fixture.switchboard.advance(0, 0.5);
        assertThat(effects.requests()).hasSize(3);
        assertThat(effects.results())
                .extracting(result -> result.command().attachment())
                .containsExactly("broken", "deep");
        assertThat(effects.results())
                .extracting(result -> result.outcome().failure())
                .extracting(QueryFailure::reason)
                .containsOnly(Reason.INVALID_COMMAND);
        assertThat(effects.results())
                .extracting(result -> result.outcome().failure().detail())
                .allMatch(detail -> !detail.contains("secret"));
    }

    private static void ask(SwitchboardFixture fixture, String id, Query<?, ?> query) {
        fixture.switchboard.accept(new Command<>(id, A, query, 1_000_000), 0);
    }

    private static Object deep() {
        Object deep = "";
        for (int i = 0; i < 1_000_000; i++) {
            deep = List.of(deep);
        }
        return deep;
    }

    private static QueryKey key(Query<?, ?> query) {
        return new QueryKey(query, HASHES);
    }

    /** Texts of equal {@code hashCode}: {@code Aa} and {@code BB} have the same. */
    private static String colliding(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 14; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }
}

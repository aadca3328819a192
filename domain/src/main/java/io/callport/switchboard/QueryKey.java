package io.callport.switchboard;

import io.callport.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * A query as a key of maps: equal queries have equal keys. The hash is that of the query's content with the
 * switchboard's seed, and computed once. Publishers choose queries, and could choose thousands of equal
 * {@code hashCode}.
 */
final class QueryKey {
    final Query<?, ?> query;
    private final long hash;

    /** Hashes the query; throws what the query's own methods throw. */
    QueryKey(Query<?, ?> query, ContentHash hashes) {
        this.query = query;
        this.hash = hashes.of(query);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof QueryKey that && hash == that.hash && same(that.query));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hash);
    }

    /** Compares the queries. A query that cannot be compared is equal to itself only. */
    private boolean same(Query<?, ?> other) {
        try {
            return query == other || query.equals(other);
        } catch (RuntimeException | Error e) { // of an application's own query; maps must not break half-way
            return false;
        }
    }
}

package io.callport.kafka.loop;

import io.callport.catalog.Queries;
import io.callport.query.Query;
import io.callport.query.QueryType;
import java.util.Map;
import java.util.stream.Collectors;

/** The names of queries, by their records. */
final class QueryNames {
    private static final Map<Class<?>, String> BY_CLASS =
            Queries.ALL.stream().collect(Collectors.toUnmodifiableMap(QueryType::query, QueryType::name));

    private QueryNames() {}

    static String of(Query<?, ?> query) {
        return BY_CLASS.getOrDefault(query.getClass(), "unknown");
    }
}

package io.callport.query;

import java.util.regex.Pattern;

/**
 * A query's name on the wire with its Java types: one line of the catalogue.
 *
 * @param name as it stands in a command, {@code number-pool.numbers}: two words joined by a dot
 * @param query the query's record; its components are the command's {@code params}
 * @param answer the answer's record; its components are the event's {@code result}
 * @param example the query as documents, the demo and tests show it
 * @param <Q> the query
 * @param <A> the answer
 */
public record QueryType<Q extends Query<?, A>, A extends Answer>(
        String name, Class<Q> query, Class<A> answer, Q example) {
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");

    /** @throws IllegalArgumentException if the name is not of its form */
    public QueryType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("query: a name is two words joined by a dot, as in number-pool.numbers");
        }
    }
}

package io.callport.query;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A query's name on the wire with its Java types: one line of the catalogue.
 *
 * @param name the name that a command has, {@code number-pool.numbers}: two words joined by a dot
 * @param about a description of the answer for people, in a few words
 * @param query the query's record; its components are the command's {@code params}
 * @param answer the answer's record; its components are the event's {@code result}
 * @param examples the query as it is shown in documents, the demo and tests; more than one where vendors take different
 *     parameters
 * @param <Q> the query
 * @param <A> the answer
 */
public record QueryType<Q extends Query<?, A>, A extends Answer>(
        String name, String about, Class<Q> query, Class<A> answer, List<Q> examples) {
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");

    /** @throws IllegalArgumentException if the name is not of its form, or there is no example */
    public QueryType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("query: a name is two words joined by a dot, as in number-pool.numbers");
        }
        examples = List.copyOf(examples);
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("query: " + name + " needs an example");
        }
    }

    /** A query whose vendors all take the same parameters. */
    public QueryType(String name, String about, Class<Q> query, Class<A> answer, Q example) {
        this(name, about, query, answer, List.of(example));
    }

    public Q example() {
        return examples.get(0);
    }
}

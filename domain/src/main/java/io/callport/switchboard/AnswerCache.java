package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.query.Outcome;
import io.callport.switchboard.Result.RequestSummary;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * S4: the last answers, for commands that allow age. An answer is kept only if an account has asked such a query with
 * an age before. S8: all answers together weigh at most a number of bytes; the least recently used is forgotten first.
 */
final class AnswerCache {
    private record Key(Account account, QueryKey key) {}

    /** An answer with the start and the end of its request: the answer's age counts from the start. */
    private record CachedAnswer(Outcome outcome, long startedAt, long endedAt, long weight) {}

    /** The kind of query that an account asked with an age. */
    private record AgedQuery(Account account, Class<?> query) {}

    /** An account has a few kinds of queries; so many are some MiB. */
    private static final int MAX_KINDS = 10_000;

    private final Map<Key, CachedAnswer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<AgedQuery, Boolean> askedWithAge = new LinkedHashMap<>(16, 0.75f, true);
    private final long mostWeight;
    private long weight;

    /** @param mostWeight the bytes that all answers may take */
    AnswerCache(long mostWeight) {
        this.mostWeight = mostWeight;
    }

    /** The bytes that the answers take. */
    long weight() {
        return weight;
    }

    /**
     * Keeps the answer of a request that ended now, if a command may ask for its age, unless a younger one is kept
     * already.
     *
     * @param answerWeight the bytes that the answer takes
     */
    void put(InFlightRequest<?> answered, Outcome outcome, long answerWeight, long now) {
        AgedQuery kind = new AgedQuery(
                answered.request.account(), answered.request.query().getClass());
        if (!askedWithAge.containsKey(kind) || answerWeight > mostWeight) {
            return; // nobody asks for it, or all others would go for it
        }
        Key cacheKey = new Key(answered.request.account(), answered.key);
        CachedAnswer kept = answers.get(cacheKey);
        if (kept == null || kept.startedAt < answered.startedAt) {
            weight += answerWeight - (kept == null ? 0 : kept.weight);
            answers.put(cacheKey, new CachedAnswer(outcome, answered.startedAt, now, answerWeight));
        }
        while (weight > mostWeight) {
            weight -= removeEldest(answers).weight;
        }
    }

    /** The result of a command for which a kept answer is young enough; {@code null} if none is. */
    <T> @Nullable Result<T> find(Command<T> command, QueryKey key, long now) {
        if (command.maxAge().isZero()) {
            return null;
        }
        remember(new AgedQuery(command.account(), command.query().getClass()));
        CachedAnswer answer = answers.get(new Key(command.account(), key));
        if (answer == null || now - answer.startedAt > command.maxAge().toNanos()) {
            return null;
        }
        RequestSummary summary = new RequestSummary(answer.startedAt, answer.endedAt, 1, 1);
        return new Result<>(command, answer.outcome, summary);
    }

    private void remember(AgedQuery kind) {
        askedWithAge.put(kind, true);
        if (askedWithAge.size() > MAX_KINDS) {
            removeEldest(askedWithAge);
        }
    }

    private static <V> V removeEldest(Map<?, V> map) {
        Iterator<V> values = map.values().iterator();
        V eldest = values.next();
        values.remove();
        return eldest;
    }
}

package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.query.Outcome;
import io.callport.switchboard.Result.RequestSummary;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** S4: the last answers, for commands that allow age; the least recently used is forgotten first. */
final class AnswerCache {
    private record Key(Account account, QueryKey query) {}

    /** An answer with the start and the end of its request: the answer's age counts from the start. */
    private record CachedAnswer(Outcome outcome, long startedAt, long endedAt) {}

    private final Map<Key, CachedAnswer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    AnswerCache(int most) {
        this.most = most;
    }

    /** Keeps the answer of a request that ended now, unless a younger one is kept already. */
    void put(InFlightRequest<?> answered, Outcome outcome, long now) {
        Key key = new Key(answered.request.account(), answered.query);
        CachedAnswer kept = answers.get(key);
        if (kept == null || kept.startedAt < answered.startedAt) {
            answers.put(key, new CachedAnswer(outcome, answered.startedAt, now));
        }
        if (answers.size() > most) {
            answers.remove(answers.keySet().iterator().next());
        }
    }

    /** The result of a command for which a kept answer is young enough; {@code null} if none is. */
    <T> @Nullable Result<T> find(Command<T> command, QueryKey query, long now) {
        CachedAnswer answer = answers.get(new Key(command.account(), query));
        boolean allowsAge = !command.maxAge().isZero();
        if (answer == null
                || !allowsAge
                || now - answer.startedAt > command.maxAge().toNanos()) {
            return null;
        }
        RequestSummary summary = new RequestSummary(answer.startedAt, answer.endedAt, 1, 1);
        return new Result<>(command, answer.outcome, summary);
    }
}

package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.query.Answer;
import io.callport.query.Outcome;
import io.callport.query.Query;
import io.callport.switchboard.Result.Exchange;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** S4: the last answers, for commands that allow age; the least recently used is forgotten first. */
final class Remembered {
    private record Key(Account account, Query<?, ?> query) {}

    /**
     * An answer.
     *
     * @param answer itself
     * @param startedAt when its request started: its age counts from there
     * @param endedAt when its request ended
     */
    record Memory(Answer answer, long startedAt, long endedAt) {}

    private final Map<Key, Memory> memories = new LinkedHashMap<>(16, 0.75f, true);
    private final int most;

    Remembered(int most) {
        this.most = most;
    }

    /** Keeps an answer, unless a younger one is kept already. */
    void keep(Request request, Memory memory) {
        Key key = new Key(request.account(), request.query());
        Memory kept = memories.get(key);
        if (kept == null || kept.startedAt < memory.startedAt) {
            memories.put(key, memory);
        }
        if (memories.size() > most) {
            memories.remove(memories.keySet().iterator().next());
        }
    }

    /** The result of a command for which an answer is young enough; {@code null} if none is. */
    <T> @Nullable Result<T> resultOf(Command<T> command, long now) {
        Memory memory = memories.get(new Key(command.account(), command.query()));
        boolean allowsAge = !command.maxAge().isZero();
        if (memory == null
                || !allowsAge
                || now - memory.startedAt > command.maxAge().toNanos()) {
            return null;
        }
        Exchange exchange = new Exchange(memory.startedAt, memory.endedAt, 1, 1);
        return new Result<>(command, new Outcome.Answered(memory.answer), exchange);
    }
}

package io.callport.switchboard;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** S1 and S6: every command that has no result yet, by deadline; leaving this set is what getting a result means. */
final class Deadlines<T> {
    private final TreeSet<Waiting<T>> pending = new TreeSet<>(Waiting.BY_DEADLINE);

    void add(Waiting<T> command) {
        pending.add(command);
    }

    /** Takes a command out; false if it got its result before. */
    boolean remove(Waiting<T> command) {
        return pending.remove(command);
    }

    boolean contains(Waiting<T> command) {
        return pending.contains(command);
    }

    /** All commands that match, in no order. */
    List<Waiting<T>> matching(Predicate<Command<T>> which) {
        return pending.stream().filter(waiting -> which.test(waiting.command)).toList();
    }

    /** Takes out all commands that match, in no order. */
    List<Waiting<T>> removeIf(Predicate<Command<T>> which) {
        List<Waiting<T>> removed = matching(which);
        removed.forEach(pending::remove);
        return removed;
    }

    /** Takes the next command whose time is up; {@code null} if there is none. */
    @Nullable
    Waiting<T> poll(long now) {
        return next() > now ? null : pending.pollFirst();
    }

    long next() {
        return pending.isEmpty() ? Long.MAX_VALUE : pending.first().command.deadline();
    }

    int size() {
        return pending.size();
    }
}

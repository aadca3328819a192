package io.callport.switchboard;

import java.util.Comparator;

/** A command without its result yet, by identity; ordered by deadline, then by arrival. */
final class Waiting<T> {
    static final Comparator<Waiting<?>> BY_DEADLINE =
            Comparator.<Waiting<?>>comparingLong(w -> w.command.deadline()).thenComparingLong(w -> w.sequence);

    final Command<T> command;
    final Lane<T> lane;
    private final long sequence;

    Waiting(Command<T> command, Lane<T> lane, long sequence) {
        this.command = command;
        this.lane = lane;
        this.sequence = sequence;
    }
}

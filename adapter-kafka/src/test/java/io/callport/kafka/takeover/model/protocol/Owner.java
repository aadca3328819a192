package io.callport.kafka.takeover.model.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A process, and its knowledge of the partition.
 *
 * @param life how often it was started; each life has a transactional id of its own
 * @param lowWater the committed offset that it read, later the one it would commit
 * @param toRead how many records its reader still waits for
 * @param spent slots that it counts as spent
 */
record Owner(boolean running, int life, Stage stage, int lowWater, int toRead, int spent, List<Progress> commands) {

    /** The stages of the process on the way to the partition. */
    enum Stage {
        WITHOUT_PARTITION,
        ASKS_OFFSET,
        ASKS_END,
        READS_STATE,
        BEGUN,
        /** Keeps what it should have forgotten: only in broken variants. */
        REVOKED
    }

    /** The progress of a command in the process. */
    enum Progress {
        WAITING,
        /** Its request was started, and may have ended. */
        ASKED,
        DONE
    }

    static final List<Progress> NONE = List.of();

    /** The order of two processes whose names do not matter. */
    static final Comparator<Owner> ORDER = Comparator.comparing(Owner::stage)
            .thenComparingInt(Owner::spent)
            .thenComparingInt(Owner::lowWater)
            .thenComparingInt(Owner::toRead)
            .thenComparingInt(Owner::life)
            .thenComparing(owner -> owner.progress(0))
            .thenComparing(owner -> owner.progress(1))
            .thenComparing(Owner::running);

    static Owner started(int life) {
        return new Owner(true, life, Stage.WITHOUT_PARTITION, 0, 0, 0, NONE);
    }

    Owner stopped() {
        return new Owner(false, life, Stage.WITHOUT_PARTITION, 0, 0, 0, NONE);
    }

    Owner forgetting(Stage next) {
        return new Owner(running, life, next, 0, 0, 0, NONE);
    }

    Owner at(Stage next) {
        return new Owner(running, life, next, lowWater, toRead, spent, commands);
    }

    Owner withOffset(int committed) {
        return new Owner(running, life, Stage.ASKS_END, committed, 0, 0, NONE);
    }

    Owner withEnd(int records) {
        return new Owner(running, life, Stage.READS_STATE, lowWater, records, 0, NONE);
    }

    Owner read(int records) {
        boolean reading = stage == Stage.READS_STATE || stage == Stage.REVOKED;
        return reading && toRead > 0
                ? new Owner(running, life, stage, lowWater, Math.max(0, toRead - records), spent, commands)
                : this;
    }

    Owner begun(Contents contents) {
        List<Progress> progress = List.of(
                lowWater > 0 ? Progress.DONE : Progress.WAITING,
                lowWater > 1 || contents.secondDone() ? Progress.DONE : Progress.WAITING);
        return new Owner(running, life, Stage.BEGUN, lowWater, 0, contents.spent(), progress);
    }

    private Progress progress(int command) {
        return commands.isEmpty() ? Progress.WAITING : commands.get(command);
    }

    Owner with(int command, Progress progress) {
        List<Progress> changed = new ArrayList<>(commands);
        changed.set(command, progress);
        return new Owner(running, life, stage, lowWater, toRead, spent, List.copyOf(changed));
    }

    Owner withSpent(int slots) {
        return new Owner(running, life, stage, lowWater, toRead, slots, commands);
    }

    Owner withLowWater(int offset) {
        return new Owner(running, life, stage, offset, toRead, spent, commands);
    }
}

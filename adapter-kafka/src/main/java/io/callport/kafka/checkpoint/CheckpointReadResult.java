package io.callport.kafka.checkpoint;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** The result of reading the metadata of a committed offset. */
public sealed interface CheckpointReadResult {
    /** Calls the one function that fits, and returns its value. */
    <T> T fold(Function<Checkpoint, T> valid, Supplier<T> foreign, IntFunction<T> newer, Function<String, T> damaged);

    record Valid(Checkpoint checkpoint) implements CheckpointReadResult {
        @Override
        public <T> T fold(
                Function<Checkpoint, T> valid, Supplier<T> foreign, IntFunction<T> newer, Function<String, T> damaged) {
            return valid.apply(checkpoint);
        }
    }

    /** No metadata, or that of another program: it is ignored, with a warning where there is text. */
    record Foreign() implements CheckpointReadResult {
        @Override
        public <T> T fold(
                Function<Checkpoint, T> valid, Supplier<T> foreign, IntFunction<T> newer, Function<String, T> damaged) {
            return foreign.get();
        }
    }

    /** A checkpoint that only a later release can read. Never to be ignored: its commands would be answered twice. */
    record Newer(int version) implements CheckpointReadResult {
        @Override
        public <T> T fold(
                Function<Checkpoint, T> valid, Supplier<T> foreign, IntFunction<T> newer, Function<String, T> damaged) {
            return newer.apply(version);
        }
    }

    /** A checkpoint that is no longer what was written. Never to be ignored: its commands would be answered twice. */
    record Damaged(String why) implements CheckpointReadResult {
        @Override
        public <T> T fold(
                Function<Checkpoint, T> valid, Supplier<T> foreign, IntFunction<T> newer, Function<String, T> damaged) {
            return damaged.apply(why);
        }
    }
}

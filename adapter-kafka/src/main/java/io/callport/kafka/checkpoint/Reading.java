package io.callport.kafka.checkpoint;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What the metadata of a committed offset turned out to be. */
public sealed interface Reading {
    /** The value of the one function that fits. */
    <T> T fold(Function<Checkpoint, T> ours, Supplier<T> foreign, IntFunction<T> newer, Function<String, T> damaged);

    /** A checkpoint. */
    record Ours(Checkpoint checkpoint) implements Reading {
        @Override
        public <T> T fold(
                Function<Checkpoint, T> ours, Supplier<T> foreign, IntFunction<T> newer, Function<String, T> damaged) {
            return ours.apply(checkpoint);
        }
    }

    /** Nothing of ours, or nothing at all: to be ignored, with a warning where there is text. */
    record Foreign() implements Reading {
        @Override
        public <T> T fold(
                Function<Checkpoint, T> ours, Supplier<T> foreign, IntFunction<T> newer, Function<String, T> damaged) {
            return foreign.get();
        }
    }

    /** A checkpoint that only a later release can read. Never to be ignored: its commands would be answered twice. */
    record Newer(int version) implements Reading {
        @Override
        public <T> T fold(
                Function<Checkpoint, T> ours, Supplier<T> foreign, IntFunction<T> newer, Function<String, T> damaged) {
            return newer.apply(version);
        }
    }

    /** A checkpoint that is no longer what was written. Never to be ignored: its commands would be answered twice. */
    record Damaged(String why) implements Reading {
        @Override
        public <T> T fold(
                Function<Checkpoint, T> ours, Supplier<T> foreign, IntFunction<T> newer, Function<String, T> damaged) {
            return damaged.apply(why);
        }
    }
}

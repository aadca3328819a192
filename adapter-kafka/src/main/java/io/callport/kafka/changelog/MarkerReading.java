package io.callport.kafka.changelog;

import java.util.function.Function;
import java.util.function.IntFunction;

/** The result of reading the metadata of a committed offset. */
public sealed interface MarkerReading {
    /** Calls the one function that fits, and returns its value. */
    <T> T fold(
            Function<OffsetMarker, T> marker,
            Function<Foreign, T> foreign,
            IntFunction<T> old,
            IntFunction<T> newer,
            Function<String, T> damaged);

    /** A marker that this release reads. */
    record Marker(OffsetMarker marker) implements MarkerReading {
        @Override
        public <T> T fold(
                Function<OffsetMarker, T> marker,
                Function<Foreign, T> foreign,
                IntFunction<T> old,
                IntFunction<T> newer,
                Function<String, T> damaged) {
            return marker.apply(this.marker);
        }
    }

    /**
     * No metadata, or that of another program: a tool has set this offset.
     *
     * @param empty whether there is no metadata at all
     */
    record Foreign(boolean empty) implements MarkerReading {
        @Override
        public <T> T fold(
                Function<OffsetMarker, T> marker,
                Function<Foreign, T> foreign,
                IntFunction<T> old,
                IntFunction<T> newer,
                Function<String, T> damaged) {
            return foreign.apply(this);
        }
    }

    /**
     * A text of a release that kept its state in the metadata. Never to be ignored: its commands would be answered
     * twice.
     */
    record Old(int version) implements MarkerReading {
        @Override
        public <T> T fold(
                Function<OffsetMarker, T> marker,
                Function<Foreign, T> foreign,
                IntFunction<T> old,
                IntFunction<T> newer,
                Function<String, T> damaged) {
            return old.apply(version);
        }
    }

    /** A marker that only a later release can read. Never to be ignored: its commands would be answered twice. */
    record Newer(int version) implements MarkerReading {
        @Override
        public <T> T fold(
                Function<OffsetMarker, T> marker,
                Function<Foreign, T> foreign,
                IntFunction<T> old,
                IntFunction<T> newer,
                Function<String, T> damaged) {
            return newer.apply(version);
        }
    }

    /** A marker that is no longer what was written. Never to be ignored: its commands would be answered twice. */
    record Damaged(String why) implements MarkerReading {
        @Override
        public <T> T fold(
                Function<OffsetMarker, T> marker,
                Function<Foreign, T> foreign,
                IntFunction<T> old,
                IntFunction<T> newer,
                Function<String, T> damaged) {
            return damaged.apply(why);
        }
    }
}
